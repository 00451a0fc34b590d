import { courses, courseVersions, draftRemovals } from '@concord/db/schema/courses';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize } from '../../errors.ts';
import { mayPublishCourse } from '../../policies/authoring.ts';
import { record } from '../../record/record.ts';
import { fixPools } from '../bank/pools.ts';
import { moveEnrolments } from '../courses/import/move-enrolments.ts';
import { findingsOf } from './findings.ts';
import { lockDraft } from './load.ts';
import { checkedDraft, loadAuthorsOutline } from './outline.ts';
import type { Publish } from './schemas.ts';
import { stateOf } from './state.ts';
import { ofCourse } from './versions.ts';

/**
 * Makes the draft the version learners get; nothing changes in it from then on. Learners under way stay on theirs, or
 * move as `movesAlong` decides: what they did is kept by the keys of activities, and whoever is in the middle of a
 * quiz, or did what is no longer there, finishes the version they began.
 */
export async function publish(ctx: SignedIn, input: Publish) {
  const { course, version } = await lockDraft(ctx, input.courseId);
  authorize(mayPublishCourse(ctx.actor, course.id));
  if (version.revision !== input.revision + 1) throw new AppError('CONFLICT', 'authoring.draftChanged');
  const outline = await loadAuthorsOutline(ctx, course, version.id);
  const errors = findingsOf(checkedDraft(course, outline)).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new AppError('CONFLICT', 'authoring.notReady', { count: errors.length });
  await fixPools(ctx, version.id);
  await ctx.tx.delete(draftRemovals).where(eq(draftRemovals.versionId, version.id));
  const notes = Object.fromEntries(Object.entries(input.notes).filter(([, note]) => note.trim() !== ''));
  await ctx.tx
    .update(courseVersions)
    .set({
      publishedAt: ctx.now,
      publishedBy: ctx.actor.personId,
      digest: stateOf(outline),
      notes,
      moves: input.moves,
      requiresRetake: input.requiresRetake,
    })
    .where(eq(courseVersions.id, version.id));
  await ctx.tx.update(courses).set({ languages: outline.languages }).where(eq(courses.id, course.id));
  const learners = input.moves === 'move' ? await moveEnrolments(ctx, course.id, version.id) : null;
  const details = { version: version.number, moves: input.moves, ...learners };
  await record(ctx, { ...ofCourse(course), action: 'course.published', details });
  return { number: version.number, learners };
}
