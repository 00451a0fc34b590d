import { newId } from '@concord/db/ids';
import {
  activities,
  activityTexts,
  courseTexts,
  courseVersions,
  questions,
  units,
} from '@concord/db/schema/courses';
import type { Context } from '../../../context.ts';
import { RENDERER_VERSION } from '../../../markdown/render.ts';
import { placeKey } from '../../bank/bank-course.ts';
import { sha256 } from './digest.ts';
import { withAddresses } from './images.ts';
import { type References, renderQuestion, renderText } from './render.ts';
import type { ActivityDraft, CourseDraft, CourseTexts } from './types.ts';

type Version = {
  courseId: string;
  number: number;
  digest: string;
  draft: CourseDraft;
  references: References;
  /** Which version in the bank each place in a quiz asks. */
  pinned: ReadonlyMap<string, string>;
};

/** Rows of one insert: a statement takes 65,535 values at most. */
const BATCH = 1000;

/** Writes a published version with its texts, units, activities and questions; answers its id. */
export async function writeVersion(ctx: Context, version: Version): Promise<string> {
  const { draft, references } = version;
  const versionId = newId();
  await ctx.tx.insert(courseVersions).values({
    id: versionId,
    courseId: version.courseId,
    number: version.number,
    digest: version.digest,
    publishedAt: ctx.now,
    createdAt: ctx.now,
  });
  const texts = draft.languages.map((language) => courseText(versionId, language, draft, references));
  await ctx.tx.insert(courseTexts).values(texts);
  const unitRows = draft.units.map(({ key, titles }, position) => ({
    id: newId(),
    versionId,
    key,
    position,
    titles,
  }));
  await ctx.tx.insert(units).values(unitRows);
  const placed = draft.units.flatMap((unit, index) =>
    unit.activities.map((activity, position) => ({
      activity,
      row: activityRow(versionId, unitRows[index]?.id ?? '', activity, position),
    })),
  );
  for (const rows of batches(placed.map(({ row }) => row))) await ctx.tx.insert(activities).values(rows);
  const pages = placed.flatMap(({ activity, row }) => textRows(row.id, activity, draft, references));
  for (const rows of batches(pages)) await ctx.tx.insert(activityTexts).values(rows);
  const asked = placed.flatMap(({ activity, row }) =>
    questionRows(row.id, activity, references, version.pinned),
  );
  for (const rows of batches(asked)) await ctx.tx.insert(questions).values(rows);
  return versionId;
}

/** What a course says of itself in a language, in the source's words where it says nothing. */
function courseText(versionId: string, language: string, draft: CourseDraft, references: References) {
  const nothing: CourseTexts = {
    title: draft.slug,
    summary: '',
    audience: '',
    objectives: [],
    description: '',
  };
  const texts = draft.texts[language] ?? draft.texts[draft.sourceLanguage] ?? nothing;
  const { title, summary, audience, objectives, description } = texts;
  return {
    versionId,
    language,
    title,
    summary,
    audience,
    objectives,
    descriptionSource: withAddresses(description, references.images),
    descriptionHtml: description === '' ? '' : renderText(description, language, references, 'about-').html,
  };
}

function activityRow(versionId: string, unitId: string, activity: ActivityDraft, position: number) {
  const { key, kind, minutes, texts, quiz } = activity;
  const titles = Object.fromEntries(
    Object.entries(texts).map(([language, { title }]) => [language, title] as const),
  );
  const settings =
    kind === 'quiz' && quiz
      ? { passMark: quiz.passMark, maxAttempts: quiz.maxAttempts, minutes: null, shuffle: quiz.shuffle }
      : null;
  const questionCount = settings ? (quiz?.questions.length ?? 0) : 0;
  return {
    id: newId(),
    versionId,
    unitId,
    key,
    kind,
    position,
    minutes,
    questionCount,
    titles,
    quiz: settings,
  };
}

function textRows(activityId: string, { texts }: ActivityDraft, draft: CourseDraft, references: References) {
  const source = withAddresses(texts[draft.sourceLanguage]?.markdown ?? '', references.images);
  return Object.entries(texts).map(([language, text]) => {
    const markdown = withAddresses(text.markdown, references.images);
    const { html, headings } = renderText(markdown, language, references);
    return {
      activityId,
      language,
      source: markdown,
      html,
      headings: headings.map(({ id, text, level }) => ({ id, text, depth: level })),
      sourceHash: sha256(source),
      rendererVersion: RENDERER_VERSION,
    };
  });
}

function questionRows(
  activityId: string,
  { key, quiz }: ActivityDraft,
  references: References,
  pinned: ReadonlyMap<string, string>,
) {
  return (quiz?.questions ?? []).map((question, position) => ({
    id: newId(),
    activityId,
    key: question.key,
    // Its kind is the bank's to say where a question of files has no such kind of its own.
    kind: question.kind === 'matching' ? undefined : question.kind,
    position,
    points: question.points,
    choices: question.choices,
    texts: renderQuestion(question, references),
    bankVersionId: pinned.get(placeKey(key, question.key)),
  }));
}

function batches<Row>(rows: Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let from = 0; from < rows.length; from += BATCH) parts.push(rows.slice(from, from + BATCH));
  return parts;
}
