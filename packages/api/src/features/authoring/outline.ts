import type { ActivityKind } from '@concord/db/enums';
import { activities, activityTexts, courseTexts, units } from '@concord/db/schema/courses';
import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { CheckedDraft } from './findings.ts';
import { kindOf } from './kinds/kinds.ts';
import type { OwnCourse } from './load.ts';
import { type TextState, textState } from './rules.ts';

/** A version as its authors see it: its parts in order, and how each language stands. */
export async function loadAuthorsOutline(ctx: Pick<Context, 'tx'>, course: OwnCourse, versionId: string) {
  const [texts, unitRows, rows, words] = await Promise.all([
    ctx.tx.select().from(courseTexts).where(eq(courseTexts.versionId, versionId)),
    ctx.tx.select().from(units).where(eq(units.versionId, versionId)).orderBy(asc(units.position)),
    ctx.tx
      .select()
      .from(activities)
      .where(eq(activities.versionId, versionId))
      .orderBy(asc(activities.position)),
    wordsOf(ctx, versionId),
  ]);
  const languages = sourceFirst(
    texts.map(({ language }) => language),
    course.sourceLanguage,
  );
  return {
    texts,
    languages,
    units: unitRows.map(({ id, key, titles }) => ({
      id,
      key,
      titles,
      activities: rows
        .filter(({ unitId }) => unitId === id)
        .map(({ versionId: _v, unitId: _u, position: _p, ...activity }) => {
          const own = words.filter(({ activityId }) => activityId === activity.id);
          return { ...activity, ...standing(own, course.sourceLanguage, languages, activity.kind) };
        }),
    })),
  };
}

export type AuthorsOutline = Awaited<ReturnType<typeof loadAuthorsOutline>>;

/** An outline as the checks before publication see it. */
export function checkedDraft(course: OwnCourse, outline: AuthorsOutline): CheckedDraft {
  const texts = Object.fromEntries(outline.texts.map((text) => [text.language, text]));
  return { sourceLanguage: course.sourceLanguage, languages: outline.languages, texts, units: outline.units };
}

/** The language of the source, then the others by tag. */
export function sourceFirst(languages: readonly string[], source: string): string[] {
  return [source, ...languages.filter((one) => one !== source).sort()];
}

type Words = { activityId: string; language: string; sourceHash: string; empty: boolean };

function wordsOf(ctx: Pick<Context, 'tx'>, versionId: string): Promise<Words[]> {
  return ctx.tx
    .select({
      activityId: activityTexts.activityId,
      language: activityTexts.language,
      sourceHash: activityTexts.sourceHash,
      empty: sql<boolean>`btrim(${activityTexts.source}) = ''`,
    })
    .from(activityTexts)
    .innerJoin(activities, eq(activities.id, activityTexts.activityId))
    .where(eq(activities.versionId, versionId));
}

/** How the words of an activity stand; where its source has none and needs none, nothing is missing. */
function standing(own: readonly Words[], source: string, languages: readonly string[], kind: ActivityKind) {
  const origin = own.find(({ language }) => language === source);
  const sourceNow = origin?.sourceHash;
  const nothing = (!origin || origin.empty) && !kindOf(kind)?.needsText;
  const states: Record<string, TextState> = {};
  for (const language of languages)
    states[language] = nothing
      ? 'current'
      : textState(
          own.find((one) => one.language === language),
          sourceNow,
        );
  return { states, written: own.filter(({ empty }) => !empty).map(({ language }) => language) };
}
