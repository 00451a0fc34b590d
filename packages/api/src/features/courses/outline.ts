import { activities, units } from '@concord/db/schema/courses';
import { activityProgress } from '@concord/db/schema/learning';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { type OutlineActivity, type OutlineUnit, titleIn } from './rules.ts';

/** What an outline is of: a version, in a language, with the progress of one enrolment. */
type Of = { versionId: string; language: string; sourceLanguage: string; enrolmentId: string | null };

/** The units of a version with their activities in order, and how far the enrolment has come in each. */
export async function loadOutline(ctx: SignedIn, of: Of): Promise<OutlineUnit[]> {
  const rows = await ctx.tx
    .select({
      unitId: units.id,
      unitTitles: units.titles,
      id: activities.id,
      key: activities.key,
      kind: activities.kind,
      titles: activities.titles,
      minutes: activities.minutes,
      required: activities.required,
      questions: activities.questionCount,
      seenAt: activityProgress.seenAt,
      anchor: activityProgress.anchor,
      completedAt: activityProgress.completedAt,
      dueAt: dueIn(of.enrolmentId),
    })
    .from(units)
    .innerJoin(activities, eq(activities.unitId, units.id))
    .leftJoin(
      activityProgress,
      and(
        eq(activityProgress.activityId, activities.id),
        eq(activityProgress.enrolmentId, sql`${of.enrolmentId}::uuid`),
      ),
    )
    .where(eq(units.versionId, of.versionId))
    .orderBy(asc(units.position), asc(activities.position));
  return grouped(rows.map((row) => ({ ...row, ...titlesOf(row, of) })));
}

/** An activity's own last day for a person: what they were given, else their cohort's. */
const dueIn = (enrolmentId: string | null) => sql<
  string | null
>`case when ${enrolmentId}::uuid is null then null else
  to_char(coalesce(
    (select x.due_at from activity_extension x
      where x.enrolment_id = ${enrolmentId}::uuid and x.activity_key = ${activities.key}),
    (select d.due_at from cohort_deadline d join enrolment e on e.cohort_id = d.cohort_id
      where e.id = ${enrolmentId}::uuid and d.activity_key = ${activities.key})
  ) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end`;

type Titled = { titles: Record<string, string>; unitTitles: Record<string, string> };

function titlesOf({ titles, unitTitles }: Titled, { language, sourceLanguage }: Of) {
  return {
    title: titleIn(titles, language, sourceLanguage),
    unitTitle: titleIn(unitTitles, language, sourceLanguage),
  };
}

type Row = Omit<OutlineActivity, 'seen' | 'completed' | 'locked'> & {
  unitId: string;
  unitTitle: string;
  seenAt: Date | null;
  completedAt: Date | null;
};

function grouped(rows: readonly Row[]): OutlineUnit[] {
  const outline: OutlineUnit[] = [];
  for (const row of rows) {
    const { id, key, kind, title, minutes, questions: asked, required, anchor, dueAt } = row;
    let unit = outline.at(-1);
    if (unit?.id !== row.unitId) {
      unit = { id: row.unitId, title: row.unitTitle, activities: [] };
      outline.push(unit);
    }
    const progress = {
      seen: row.seenAt !== null,
      anchor,
      completed: row.completedAt !== null,
      locked: false,
    };
    unit.activities.push({ id, key, kind, title, minutes, questions: asked, required, dueAt, ...progress });
  }
  return outline;
}

/** All activities of an outline, in order. */
export function activitiesOf(outline: readonly OutlineUnit[]): OutlineActivity[] {
  return outline.flatMap((unit) => unit.activities);
}
