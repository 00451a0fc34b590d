import { newId } from '@concord/db/ids';
import { attendanceEntries, attendances } from '@concord/db/schema/assignments';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { sessionOf } from '../authoring/kinds/session.ts';
import { settleEvidence } from '../grades/settle-evidence.ts';
import { type LiveSession, ranSession } from './load.ts';
import { lockPaths, type Path } from './paths.ts';
import { isLate, mayNote } from './rules.ts';
import type { NoteInput } from './schemas.ts';

type Standing = typeof attendances.$inferSelect;

/**
 * Notes who was there, for as many at once as the list sends. What attendance completes, it completes in this
 * transaction; a correction takes it back the same way. Each note is added to the history, with its reason when late.
 */
export async function noteAttendance(ctx: SignedIn, input: NoteInput) {
  const session = await ranSession(ctx, input.liveSessionId, true);
  if (session.cancelledAt !== null) throw new AppError('CONFLICT', 'liveSessions.cancelled');
  if (!mayNote(session, ctx.now)) throw new AppError('CONFLICT', 'liveSessions.tooEarly');
  const paths = await lockPaths(ctx, session, input.entries);
  const changed = await changes(ctx, session, input, paths);
  if (changed.length > 0) {
    await write(ctx, session, input, changed);
    const evidence = changed.flatMap(({ path }) =>
      sessionOf(path.settings).completes === 'attendance' ? [path] : [],
    );
    await settleEvidence(ctx, evidence, await attendedAny(ctx, session, evidence));
  }
  return { liveSessionId: session.id, changed: changed.length };
}

type Change = { path: Path; state: Standing['state'] };

/** What the list changes, once nothing it showed has changed meanwhile. */
async function changes(
  ctx: SignedIn,
  session: LiveSession,
  { entries, reason }: NoteInput,
  paths: ReadonlyMap<string, Path>,
): Promise<Change[]> {
  const standing = await ctx.tx.select().from(attendances).where(eq(attendances.liveSessionId, session.id));
  const known = new Map(standing.map((row) => [row.enrolmentId, row]));
  return entries.flatMap(({ enrolmentId, state, before }) => {
    const path = paths.get(enrolmentId);
    const now = known.get(enrolmentId) ?? null;
    if (!path) throw new AppError('NOT_FOUND', 'notFound');
    if (now?.state === state) return [];
    if ((now?.state ?? null) !== before) throw new AppError('CONFLICT', 'liveSessions.notedMeanwhile');
    if (isLate(now?.notedAt ?? null, ctx.now) && reason.trim() === '')
      throw fieldError('reason', 'liveSessions.whyLate');
    return [{ path, state }];
  });
}

async function write(
  ctx: SignedIn,
  session: LiveSession,
  { reason }: NoteInput,
  changed: readonly Change[],
): Promise<void> {
  const common = { liveSessionId: session.id, notedBy: ctx.actor.personId, notedAt: ctx.now };
  const rows = changed.map(({ path, state }) => ({ ...common, enrolmentId: path.id, state }));
  await ctx.tx
    .insert(attendances)
    .values(rows)
    .onConflictDoUpdate({
      target: [attendances.liveSessionId, attendances.enrolmentId],
      set: {
        state: sql`excluded.state`,
        notedBy: sql`excluded.noted_by`,
        notedAt: sql`excluded.noted_at`,
      },
    });
  await ctx.tx
    .insert(attendanceEntries)
    .values(rows.map((row) => ({ ...row, id: newId(), reason: reason.trim() })));
  await record(ctx, {
    ...{ action: 'liveSession.attendance', subject: 'liveSession', subjectId: session.id },
    details: { noted: rows.map(({ enrolmentId, state }) => ({ enrolmentId, state })) },
  });
}

/** Which of the paths were present at any date of the session: one is enough. */
async function attendedAny(
  ctx: SignedIn,
  { courseId, activityKey }: LiveSession,
  paths: readonly Path[],
): Promise<Set<string>> {
  if (paths.length === 0) return new Set();
  const rows = await ctx.tx
    .selectDistinct({ id: attendances.enrolmentId })
    .from(attendances)
    .where(
      and(
        inArray(
          attendances.enrolmentId,
          paths.map(({ id }) => id),
        ),
        eq(attendances.state, 'present'),
        sql`${attendances.liveSessionId} in (select l.id from live_session l
          where l.course_id = ${courseId} and l.activity_key = ${activityKey} and l.cancelled_at is null)`,
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
