import { newId } from '@concord/db/ids';
import { activities, activityTexts, courseTexts, questions, units } from '@concord/db/schema/courses';
import type { Context } from '../../../context.ts';
import { RENDERER_VERSION } from '../../../markdown/render.ts';
import { LARGEST_COURSE_FILE } from '../../../storage/receive.ts';
import { storeFile } from '../../../storage/store.ts';
import { questionBody } from '../../bank/body.ts';
import { bringQuestions, ensureCategory } from '../../bank/write.ts';
import { sha256 } from '../../courses/import/digest.ts';
import { type References, renderText } from '../../courses/import/render.ts';
import { type ArchivedActivity, type CourseArchive, FILE_PATH } from './schema.ts';

/** What an archive holds, by path. */
export type Files = ReadonlyMap<string, Uint8Array>;
type Stored = ReadonlyMap<string, string>;
type Part = { activity: ArchivedActivity; id: string };

/** Writes what an archive holds into a version that is there and empty: files, texts, outline, questions. */
export async function writeContent(
  ctx: Context,
  { courseId, versionId }: { courseId: string; versionId: string },
  course: CourseArchive,
  files: Files,
): Promise<void> {
  const stored = await storeFiles(ctx, courseId, course, files);
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
    const createdBy = ctx.actor?.personId;
    const place = { container: 'course', containerId, limit: LARGEST_COURSE_FILE } as const;
    const file = { ...place, name, bytes, createdBy };
    ids.set(path, (await storeFile(ctx, file)).id);
  }
  return ids;
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
  const { key, kind, titles, minutes, required, quiz, video, files, assignment, session, slots } = activity;
  const own = ({ file, name }: { file: string; name: string }) => ({ fileId: stored.get(file) ?? '', name });
  const captions = Object.entries(video?.captions ?? {}).map(([language, file]) => [language, own(file)]);
  const settings = video
    ? { video: video.video && own(video.video), captions: Object.fromEntries(captions) }
    : (assignment ?? session ?? (files && { files: files.map(own) }));
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
