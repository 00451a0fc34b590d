import { newId } from '@concord/db/ids';
import {
  activities,
  activityTexts,
  courses,
  courseTexts,
  courseVersions,
  questions,
  units,
} from '@concord/db/schema/courses';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { RENDERER_VERSION } from '../../../markdown/render.ts';
import { internMarking } from '../../../marking/intern.ts';
import type { Marking } from '../../../marking/rules.ts';
import { record } from '../../../record/record.ts';
import { LARGEST_COURSE_FILE } from '../../../storage/receive.ts';
import { storeFile } from '../../../storage/store.ts';
import { questionBody } from '../../bank/body.ts';
import { fixPools } from '../../bank/pools.ts';
import { bringQuestions, ensureCategory } from '../../bank/write.ts';
import { sha256 } from '../../courses/import/digest.ts';
import { moveEnrolments } from '../../courses/import/move-enrolments.ts';
import { type References, renderText } from '../../courses/import/render.ts';
import { findCourse, goOverEdits } from '../../courses/import/write.ts';
import { sourceFirst } from '../outline.ts';
import { type ArchivedActivity, type CourseArchive, FILE_PATH } from './schema.ts';

type Files = ReadonlyMap<string, Uint8Array>;
type Stored = ReadonlyMap<string, string>;
type Part = { activity: ArchivedActivity; id: string };

/**
 * Writes an archive as a published version, in the caller's transaction: the same archive again changes nothing, and
 * what authors wrote since is not gone over unless that is asked for.
 */
export async function importArchive(
  ctx: Context,
  course: CourseArchive,
  files: Files,
  options: { marking: Marking; overEdits: boolean },
) {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`course ${course.slug}`}, 0))`);
  const digest = sha256(
    [...files]
      .sort()
      .map(([path, bytes]) => `${path} ${sha256(bytes)}`)
      .join('\n'),
  );
  const existing = await findCourse(ctx, course.slug);
  if (existing?.imported.includes(digest) && !options.overEdits)
    return { change: 'unchanged' as const, slug: course.slug, number: existing.version };
  await goOverEdits(ctx, existing, options.overEdits);
  const markingId = await internMarking(ctx, options.marking);
  const courseId = existing?.id ?? newId();
  await writeCourse(ctx, courseId, course, markingId, existing !== null);
  const stored = await storeFiles(ctx, courseId, course, files);
  const number = (existing?.version ?? 0) + 1;
  const versionId = newId();
  const { sequence, notes } = course;
  const dates = { publishedAt: ctx.now, createdAt: ctx.now };
  await ctx.tx
    .insert(courseVersions)
    .values({ id: versionId, courseId, number, digest, sequence, notes, ...dates });
  await writeContent(ctx, versionId, course, files, stored);
  await moveEnrolments(ctx, courseId, versionId);
  const change = existing ? ('updated' as const) : ('created' as const);
  await record(ctx, {
    action: `course.${change}`,
    subject: 'course',
    subjectId: courseId,
    markingId,
    details: { version: number },
  });
  return { change, slug: course.slug, number };
}

async function writeCourse(
  ctx: Context,
  id: string,
  course: CourseArchive,
  markingId: string,
  exists: boolean,
) {
  const {
    slug,
    sourceLanguage,
    category,
    minutes,
    validityMonths,
    licence,
    attribution,
    openEnrolment,
    about,
  } = course;
  const languages = sourceFirst(Object.keys(about), sourceLanguage);
  const values = {
    markingId,
    sourceLanguage,
    languages,
    category,
    minutes,
    validityMonths,
    licence,
    attribution,
    openEnrolment,
  };
  if (exists) await ctx.tx.update(courses).set(values).where(eq(courses.id, id));
  else await ctx.tx.insert(courses).values({ id, slug, createdAt: ctx.now, ...values });
}

async function storeFiles(
  ctx: Context,
  containerId: string,
  course: CourseArchive,
  files: Files,
): Promise<Stored> {
  const ids = new Map<string, string>();
  for (const { path, name } of course.files) {
    const bytes = files.get(path) ?? new Uint8Array();
    const file = { container: 'course', containerId, name, bytes, limit: LARGEST_COURSE_FILE } as const;
    ids.set(path, (await storeFile(ctx, file)).id);
  }
  return ids;
}

async function writeContent(
  ctx: Context,
  versionId: string,
  course: CourseArchive,
  files: Files,
  stored: Stored,
) {
  const addresses = [...stored.values()].map((id) => `/api/files/${id}`);
  const parts: Part[] = course.units.flatMap((unit) =>
    unit.activities.map((activity) => ({ activity, id: newId() })),
  );
  const references: References = {
    slug: course.slug,
    images: new Map(addresses.map((address) => [address, address])),
    keys: new Set(parts.map(({ activity }) => activity.key)),
  };
  await ctx.tx.insert(courseTexts).values(
    Object.entries(course.about).map(([language, { description, ...about }]) => {
      const descriptionSource = withAddresses(description, stored);
      const descriptionHtml =
        description === '' ? '' : renderText(descriptionSource, language, references, 'about-').html;
      return { versionId, language, ...about, descriptionSource, descriptionHtml };
    }),
  );
  await writeOutline(ctx, versionId, course, parts, stored);
  const texts = parts.flatMap((part) => textRows(part, course, files, stored, references));
  await inBatches(texts, (rows) => ctx.tx.insert(activityTexts).values(rows));
  await writeSlots(ctx, parts, course, stored);
  await fixPools(ctx, versionId);
}

async function writeOutline(
  ctx: Context,
  versionId: string,
  course: CourseArchive,
  parts: readonly Part[],
  stored: Stored,
) {
  const unitRows = course.units.map(({ key, titles }, position) => ({
    id: newId(),
    versionId,
    key,
    titles,
    position,
  }));
  await inBatches(unitRows, (rows) => ctx.tx.insert(units).values(rows));
  const idOf = new Map(parts.map(({ activity, id }) => [activity, id]));
  const rows = course.units.flatMap((unit, index) =>
    unit.activities.map((activity, position) => ({
      ...activityRow(activity, stored, idOf.get(activity) ?? newId(), position),
      versionId,
      unitId: unitRows[index]?.id ?? '',
    })),
  );
  await inBatches(rows, (some) => ctx.tx.insert(activities).values(some));
}

/** A statement takes 65,535 values at most. */
async function inBatches<Row>(rows: Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) await insert(rows.slice(from, from + 1000));
}

function activityRow(activity: ArchivedActivity, stored: Stored, id: string, position: number) {
  const { key, kind, titles, minutes, required, quiz, video, files, slots } = activity;
  const own = ({ file, name }: { file: string; name: string }) => ({ fileId: stored.get(file) ?? '', name });
  const captions = Object.entries(video?.captions ?? {}).map(([language, file]) => [language, own(file)]);
  const settings = video
    ? { video: video.video && own(video.video), captions: Object.fromEntries(captions) }
    : files && { files: files.map(own) };
  const questionCount = slots.reduce((sum, { draw }) => sum + (draw?.count ?? 1), 0);
  return { id, key, kind, titles, minutes, required, quiz, settings, position, questionCount };
}

function textRows(
  { activity, id }: Part,
  course: CourseArchive,
  files: Files,
  stored: Stored,
  references: References,
) {
  const sourceOf = (language: string) =>
    withAddresses(new TextDecoder().decode(files.get(`text/${language}/${activity.key}.md`)), stored);
  const hash = sha256(course.sourceLanguage in activity.texts ? sourceOf(course.sourceLanguage) : '');
  return Object.entries(activity.texts).map(([language, state]) => {
    const source = sourceOf(language);
    const { html, headings } = renderText(source, language, references);
    return {
      activityId: id,
      language,
      source,
      html,
      headings: headings.map(({ id: anchor, text, level }) => ({ id: anchor, text, depth: level })),
      sourceHash: state === 'current' ? hash : sha256('an earlier source'),
      rendererVersion: RENDERER_VERSION,
    };
  });
}

async function writeSlots(ctx: Context, parts: readonly Part[], course: CourseArchive, stored: Stored) {
  const bringing = [];
  for (const { key, category, body, ...question } of course.questions) {
    const categoryId = await categoryAt(ctx, category);
    bringing.push({
      importKey: key,
      categoryId,
      ...question,
      body: questionBody.parse(withIds(body, stored)),
    });
  }
  const brought = await bringQuestions(ctx, bringing);
  const shelves = new Map<string, string>();
  for (const { draw } of parts.flatMap(({ activity }) => activity.slots))
    if (draw) shelves.set(JSON.stringify(draw.category), await categoryAt(ctx, draw.category));
  const rows = parts.flatMap(({ activity, id }) =>
    activity.slots.map(({ key, points, question, draw }, position) => ({
      id: newId(),
      activityId: id,
      key,
      points,
      position,
      kind: 'single' as const,
      choices: [],
      texts: {},
      bankVersionId: question === null ? null : (brought.get(question)?.versionId ?? null),
      blueprint:
        draw && blueprintOf({ ...draw, categoryId: shelves.get(JSON.stringify(draw.category)) ?? '' }),
    })),
  );
  await inBatches(rows, (some) => ctx.tx.insert(questions).values(some));
}

type Blueprint = NonNullable<typeof questions.$inferInsert.blueprint>;
const blueprintOf = ({ categoryId, withSubcategories, tags, difficulty, count }: Blueprint): Blueprint => ({
  categoryId,
  withSubcategories,
  tags,
  difficulty,
  count,
});

/** The shelf at the end of a path of names, made where it is not there. */
async function categoryAt(ctx: Context, path: readonly string[]): Promise<string> {
  let id: string | null = null;
  for (const name of path) id = await ensureCategory(ctx, id, name);
  return id ?? ensureCategory(ctx, null, 'Imported');
}

const PATHS = new RegExp(`(?:\\.\\./\\.\\./)?(${FILE_PATH.source})`, 'g');

function withAddresses(text: string, stored: Stored): string {
  return text.replace(PATHS, (whole, path: string) =>
    stored.has(path) ? `/api/files/${stored.get(path)}` : whole,
  );
}

function withIds(body: unknown, stored: Stored): unknown {
  const json = JSON.stringify(body).replace(
    new RegExp(`"imageFileId":"(${FILE_PATH.source})"`, 'g'),
    (whole, path: string) => (stored.has(path) ? `"imageFileId":"${stored.get(path)}"` : whole),
  );
  return JSON.parse(withAddresses(json, stored));
}
