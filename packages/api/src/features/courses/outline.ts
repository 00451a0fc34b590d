import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { type OutlineActivity, type OutlineUnit, titleIn } from './rules.ts';

/** What an outline is of: a version, in a language, with the progress of one's own enrolment. */
type Of = { versionId: string; language: string; sourceLanguage: string; enrolmentId: string | null };

type Titles = Record<string, string>;

type Row = Pick<
  OutlineActivity,
  'id' | 'key' | 'kind' | 'minutes' | 'questions' | 'required' | 'seen' | 'anchor' | 'completed'
> & { unit_id: string; unit_titles: Titles; titles: Titles; due_at: string | null };

/** The units of a version with their activities in order, and how far the enrolment has come in each. */
export async function loadOutline(ctx: SignedIn, of: Of): Promise<OutlineUnit[]> {
  const rows = await ctx.tx.execute<Row>(
    sql`select * from concord.outline(${of.versionId}::uuid, ${of.enrolmentId}::uuid) o`,
  );
  return grouped([...rows], of);
}

function grouped(rows: readonly Row[], { language, sourceLanguage }: Of): OutlineUnit[] {
  const outline: OutlineUnit[] = [];
  for (const { unit_id, unit_titles, titles, due_at, ...activity } of rows) {
    let unit = outline.at(-1);
    if (unit?.id !== unit_id) {
      unit = { id: unit_id, title: titleIn(unit_titles, language, sourceLanguage), activities: [] };
      outline.push(unit);
    }
    unit.activities.push({
      ...activity,
      title: titleIn(titles, language, sourceLanguage),
      /** Its own last day for the person: what they were given, else their cohort's. */
      dueAt: due_at && new Date(due_at).toISOString(),
      locked: false,
    });
  }
  return outline;
}

/** All activities of an outline, in order. */
export function activitiesOf(outline: readonly OutlineUnit[]): OutlineActivity[] {
  return outline.flatMap((unit) => unit.activities);
}
