import { activities, activityTexts, courses, courseVersions, questions } from '@concord/db/schema/courses';
import { credentialTemplates } from '@concord/db/schema/credential-templates';
import { bankQuestions, bankQuestionVersions } from '@concord/db/schema/questions';
import { files } from '@concord/db/schema/system';
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { found } from '../../../errors.ts';
import { wholeFile } from '../../../storage/store.ts';
import { pack } from '../../../zip.ts';
import { loadAuthorsOutline } from '../outline.ts';
import { sorted } from '../state.ts';
import { archivedActivity } from './archived-activity.ts';
import { FileNames, withoutHtml } from './file-names.ts';
import type { CourseArchive } from './schema.ts';

/** One version of a course as an archive: the newest published one, unless another is named. */
export async function exportCourse(ctx: Context, slug: string, number?: number) {
  const { course, version, template } = await versionOf(ctx, slug, number);
  const outline = await loadAuthorsOutline(ctx, course, version.id);
  const texts = await textsOf(ctx, version.id);
  const asked = await slotsOf(ctx, version.id);
  const rows = await ctx.tx
    .select()
    .from(files)
    .where(and(eq(files.container, 'course'), eq(files.containerId, course.id)));
  const names = new FileNames(rows);
  const contents = new Map<string, Uint8Array>();
  for (const { key, language, source } of texts.filter(({ source }) => source.trim() !== ''))
    contents.set(`text/${language}/${key}.md`, Buffer.from(names.inText(source, '../../')));
  const keys = questionKeys(asked);
  const units = outline.units.map(({ key, titles, activities: own }) => ({
    key,
    titles,
    activities: own.map((one) =>
      archivedActivity(
        one,
        asked.filter(({ activityId }) => activityId === one.id),
        keys,
        names,
      ),
    ),
  }));
  const archive: CourseArchive = {
    format: 'concord-course',
    formatVersion: 1,
    ...headOf(course, version),
    credentialTemplate: template ?? course.templateWanted,
    about: Object.fromEntries(
      outline.texts.map(({ language, title, summary, audience, objectives, descriptionSource }) => [
        language,
        { title, summary, audience, objectives, description: names.inText(descriptionSource, '') },
      ]),
    ),
    units,
    questions: questionsOf(asked, keys, names),
    files: names.used().map(({ path, row }) => ({ path, name: row.name, sha256: row.sha256 })),
  };
  contents.set('course.json', Buffer.from(`${JSON.stringify(sorted(archive), null, 2)}\n`));
  for (const { path, row } of names.used()) contents.set(path, await wholeFile(ctx, row));
  return { archive: await pack(contents), number: version.number, slug: course.slug };
}

async function versionOf(ctx: Context, slug: string, number?: number) {
  const wanted =
    number === undefined ? isNotNull(courseVersions.publishedAt) : eq(courseVersions.number, number);
  const [row] = await ctx.tx
    .select({ course: courses, version: courseVersions, template: credentialTemplates.name })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.courseId, courses.id))
    .leftJoin(credentialTemplates, eq(credentialTemplates.id, courses.templateId))
    .where(and(eq(courses.slug, slug), wanted))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  return found(row);
}

function headOf(course: typeof courses.$inferSelect, version: typeof courseVersions.$inferSelect) {
  const { slug, sourceLanguage, category, minutes, validityMonths, licence, attribution, openEnrolment } =
    course;
  const { sequence, notes } = version;
  const head = {
    slug,
    sourceLanguage,
    category,
    minutes,
    validityMonths,
    licence,
    attribution,
    openEnrolment,
  };
  return { ...head, sequence, notes };
}

function textsOf(ctx: Context, versionId: string) {
  return ctx.tx
    .select({ key: activities.key, language: activityTexts.language, source: activityTexts.source })
    .from(activityTexts)
    .innerJoin(activities, eq(activities.id, activityTexts.activityId))
    .where(eq(activities.versionId, versionId));
}

/** Every slot of a version's quizzes, with the question it pins or the shelf it draws from. */
async function slotsOf(ctx: Context, versionId: string) {
  const ids = ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.versionId, versionId));
  return ctx.tx
    .select({
      activityId: questions.activityId,
      key: questions.key,
      points: questions.points,
      blueprint: questions.blueprint,
      versionId: questions.bankVersionId,
      number: bankQuestionVersions.number,
      body: bankQuestionVersions.body,
      question: bankQuestions,
      category: sql<string[]>`array(with recursive up as (
        select c.id, c.parent_id, c.name, 1 as depth from question_category c
          where c.id = coalesce(${bankQuestions.categoryId}, (${questions.blueprint} ->> 'categoryId')::uuid)
        union all select c.id, c.parent_id, c.name, up.depth + 1 from question_category c join up on up.parent_id = c.id)
        select name from up order by depth desc)`,
    })
    .from(questions)
    .leftJoin(bankQuestionVersions, eq(bankQuestionVersions.id, questions.bankVersionId))
    .leftJoin(bankQuestions, eq(bankQuestions.id, bankQuestionVersions.questionId))
    .where(inArray(questions.activityId, ids))
    .orderBy(asc(questions.position));
}

export type ExportedSlot = Awaited<ReturnType<typeof slotsOf>>[number];

/** The key of each version asked: its question's, with its number where two versions of one question are asked. */
function questionKeys(asked: readonly ExportedSlot[]): Map<string, string> {
  const versions = new Map<string, Set<string>>();
  for (const { question, versionId } of asked)
    if (question && versionId)
      versions.set(question.id, (versions.get(question.id) ?? new Set()).add(versionId));
  const keys = new Map<string, string>();
  for (const { question, versionId, number } of asked) {
    if (!question || !versionId) continue;
    const key = question.importKey ?? `concord:${question.id}`;
    keys.set(versionId, (versions.get(question.id)?.size ?? 0) > 1 ? `${key}#${number}` : key);
  }
  return keys;
}

function questionsOf(asked: readonly ExportedSlot[], keys: ReadonlyMap<string, string>, names: FileNames) {
  const once = new Map(asked.map((slot) => [slot.versionId, slot]));
  return [...once.values()].flatMap(({ versionId, question, body, category }) => {
    const key = keys.get(versionId ?? '');
    if (!key || !question || !body) return [];
    const { name, difficulty, tags, sourceLanguage } = question;
    return [
      { key, name, category, difficulty, tags, sourceLanguage, body: names.inJson(withoutHtml(body)) },
    ] as CourseArchive['questions'];
  });
}
