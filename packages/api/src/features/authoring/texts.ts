import { activities, activityTexts } from '@concord/db/schema/courses';
import { files } from '@concord/db/schema/system';
import { and, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { RENDERER_VERSION, type Rendered } from '../../markdown/render.ts';
import { sha256 } from '../courses/import/digest.ts';
import { type References, renderText } from '../courses/import/render.ts';
import { activityOf, draftOf, lockDraft, type OwnCourse, ownCourse } from './load.ts';
import type { SaveText } from './schemas.ts';
import { assertUnchanged } from './state.ts';

const FILE_ADDRESS = /\/api\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;

/** What an author is told of a text that was rendered: how it looks, and what of it cannot be shown. */
export function shownText({ html, headings, images, links }: Rendered) {
  return {
    html,
    headings: headings.map(({ id, text, level }) => ({ id, text, depth: level })),
    imagesMissing: images.filter(({ url }) => url === null).map(({ src }) => src.slice(0, 200)),
    linksRefused: links.filter(({ allowed }) => !allowed).map(({ href }) => href.slice(0, 200)),
  };
}

/** A text as learners will see it; nothing is kept. */
export async function renderDraft(
  ctx: SignedIn,
  input: { courseId: string; language: string; source: string },
) {
  const course = await ownCourse(ctx, input.courseId);
  const references = await referencesFor(ctx, course, input.source);
  return shownText(renderText(input.source, input.language, references));
}

/**
 * Keeps one activity's words in one language. A text that somebody else saved since is not written over: the save is
 * refused, and what was typed stays with its author. A translation says which source it follows.
 */
export async function saveText(ctx: SignedIn, input: SaveText) {
  const draft = await lockDraft(ctx, input.courseId);
  const activity = await activityOf(ctx, draft, input.activityId);
  const texts = await ctx.tx.select().from(activityTexts).where(eq(activityTexts.activityId, activity.id));
  const before = texts.find(({ language }) => language === input.language);
  const hash = sha256(input.source);
  if (before?.source !== input.source) assertUnchanged(input.base, before ? sha256(before.source) : null);
  const { sourceLanguage } = draft.course;
  const source = texts.find(({ language }) => language === sourceLanguage)?.source ?? '';
  const follows = input.language === sourceLanguage ? hash : (input.follows ?? sha256(source));
  const rendered = shownText(
    renderText(input.source, input.language, await referencesFor(ctx, draft.course, input.source)),
  );
  const row = {
    source: input.source,
    html: rendered.html,
    headings: rendered.headings,
    sourceHash: follows,
    rendererVersion: RENDERER_VERSION,
    savedBy: ctx.actor.personId,
    savedAt: ctx.now,
  };
  await ctx.tx
    .insert(activityTexts)
    .values({ activityId: activity.id, language: input.language, ...row })
    .onConflictDoUpdate({ target: [activityTexts.activityId, activityTexts.language], set: row });
  return { hash, savedAt: ctx.now.toISOString(), revision: draft.version.revision, ...rendered };
}

/** What texts of a course may refer to: its own files among those named, and its activities. */
export async function referencesFor(
  ctx: SignedIn,
  course: Pick<OwnCourse, 'id' | 'slug'>,
  ...sources: string[]
): Promise<References> {
  const named = sources.flatMap((source) => [...source.matchAll(FILE_ADDRESS)].map(([, id]) => id ?? ''));
  const own = await filesAmong(ctx, course.id, [...new Set(named)]);
  const draft = await draftOf(ctx, course.id);
  const rows = draft
    ? await ctx.tx.select({ key: activities.key }).from(activities).where(eq(activities.versionId, draft.id))
    : [];
  const images = new Map(own.map((id) => [`/api/files/${id}`, `/api/files/${id}`]));
  return { slug: course.slug, images, keys: new Set(rows.map(({ key }) => key)) };
}

/** Which of these files belong to the course. */
export async function filesAmong(ctx: SignedIn, courseId: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, ids), eq(files.container, 'course'), eq(files.containerId, courseId)));
  return rows.map(({ id }) => id);
}
