import { activities } from '@concord/db/schema/courses';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { fieldsOf } from '../../field-problems.ts';
import { storeFile } from '../../storage/store.ts';
import { captionProblem } from './captions.ts';
import { kindOf } from './kinds/kinds.ts';
import { videoSettings } from './kinds/video.ts';
import { activityOf, type Draft, lockDraft } from './load.ts';
import type { SaveCaptions, SaveSettings } from './schemas.ts';
import { assertUnchanged, stateOf } from './state.ts';
import { filesAmong } from './texts.ts';

type Activity = typeof activities.$inferSelect;

/** What an activity's settings are called in their present state. */
export function settingsState({ quiz, settings }: Pick<Activity, 'quiz' | 'settings'>): string {
  return stateOf(quiz ?? settings);
}

/** Keeps what a quiz, a video or a file activity is, in the shape of its kind. */
export async function saveSettings(ctx: SignedIn, input: SaveSettings) {
  const draft = await lockDraft(ctx, input.courseId);
  const activity = await activityOf(ctx, draft, input.activityId);
  assertUnchanged(input.base, settingsState(activity));
  return writeSettings(ctx, draft, activity, input.settings);
}

/** Keeps the captions of a video in a language, once they are found to be WebVTT; null takes them away. */
export async function saveCaptions(ctx: SignedIn, input: SaveCaptions) {
  const draft = await lockDraft(ctx, input.courseId);
  const activity = await activityOf(ctx, draft, input.activityId);
  const settings = videoSettings.safeParse(activity.settings);
  if (!settings.success) throw new AppError('BAD_REQUEST', 'authoring.notAVideo');
  const { [input.language]: _, ...captions } = settings.data.captions;
  if (input.captions !== null) {
    const problem = captionProblem(input.captions);
    if (problem)
      throw new AppError('BAD_REQUEST', `authoring.captions.${problem.code}`, { line: problem.line });
    const name = `${activity.key}.${input.language}.vtt`;
    const bytes = new TextEncoder().encode(input.captions.replace(/^\ufeff/, ''));
    const file = { container: 'course', containerId: draft.course.id, name, bytes } as const;
    const { id: fileId } = await storeFile(ctx, { ...file, createdBy: ctx.actor.personId });
    captions[input.language] = { fileId, name };
  }
  return writeSettings(ctx, draft, activity, { ...settings.data, captions });
}

async function writeSettings(ctx: SignedIn, draft: Draft, activity: Activity, given: unknown) {
  const read = kindOf(activity.kind)?.settings.safeParse(given);
  if (!read?.success) throw new AppError('BAD_REQUEST', 'fields', {}, read ? fieldsOf(read.error) : []);
  await assertOwnFiles(ctx, draft.course.id, read.data);
  const value = read.data as Record<string, unknown>;
  const row = activity.kind === 'quiz' ? { quiz: value as Activity['quiz'] } : { settings: value };
  await ctx.tx.update(activities).set(row).where(eq(activities.id, activity.id));
  return { base: stateOf(value), settings: value, revision: draft.version.revision };
}

/** Files named in settings are the course's own: an id of another container is nobody's here. */
async function assertOwnFiles(ctx: SignedIn, courseId: string, settings: unknown): Promise<void> {
  const named = [...JSON.stringify(settings).matchAll(/"fileId":"([0-9a-f-]{36})"/g)].map(
    ([, id]) => id ?? '',
  );
  const ids = [...new Set(named)];
  if ((await filesAmong(ctx, courseId, ids)).length !== ids.length)
    throw new AppError('BAD_REQUEST', 'authoring.fileElsewhere');
}
