import { newId } from '@concord/db/ids';
import { attendances, liveSessions } from '@concord/db/schema/assignments';
import { cohorts } from '@concord/db/schema/learning';
import { and, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { runsSession } from '../../policies/live-sessions.ts';
import { record } from '../../record/record.ts';
import { courseOf, hostsOf, type LiveSession, ranSession, sessionsOf } from './load.ts';
import { phaseOf, type Span, spanOf } from './rules.ts';
import type { CancelInput, ChangeInput, PlanInput } from './schemas.ts';
import { tell } from './tell.ts';

type Where = Pick<LiveSession, 'courseId' | 'cohortId'>;
type Dates = Omit<PlanInput, 'courseId' | 'sessionKey' | 'cohortId'>;

/** Plans a date of a session, for a cohort or for everybody on the course; those it is for are told. */
export async function planSession(ctx: SignedIn, input: PlanInput) {
  const { courseId, cohortId, sessionKey: activityKey } = input;
  found(runsSession(ctx.actor, input) || undefined);
  const course = await courseOf(ctx, courseId);
  found((await sessionsOf(ctx, course.versionId)).find(({ key }) => key === activityKey));
  if (cohortId !== null) await ofCourse(ctx, input);
  const id = newId();
  const values = await checked(ctx, input, input, id);
  const session = { id, courseId, cohortId, activityKey, ...values };
  await ctx.tx.insert(liveSessions).values({ ...session, createdBy: ctx.actor.personId, createdAt: ctx.now });
  await record(ctx, {
    ...{ action: 'liveSession.plan', subject: 'liveSession', subjectId: id },
    details: { courseId, cohortId, activityKey, ...instants(values) },
  });
  await tell(ctx, 'sessionPlanned', session);
  return { liveSessionId: id };
}

/** Changes when, where or with whom a session is, before it begins, with the reason. Its calendar entry moves along. */
export async function changeSession(ctx: SignedIn, input: ChangeInput) {
  const session = await lockStanding(ctx, input);
  if (phaseOf(session, ctx.now) !== 'ahead') throw new AppError('CONFLICT', 'liveSessions.begun');
  const values = await checked(ctx, session, input, session.id);
  const revision = session.revision + 1;
  await ctx.tx
    .update(liveSessions)
    .set({ ...values, reason: input.reason.trim(), revision })
    .where(eq(liveSessions.id, session.id));
  await record(ctx, {
    ...{ action: 'liveSession.change', subject: 'liveSession', subjectId: session.id },
    details: { before: instants(session), after: instants(values) },
  });
  await tell(ctx, 'sessionMoved', { ...session, ...values });
  return { liveSessionId: session.id, revision };
}

/** Cancels a session at which nobody was noted yet, with the reason; it stays in calendars as cancelled. */
export async function cancelSession(ctx: SignedIn, input: CancelInput) {
  const session = await lockStanding(ctx, input);
  const [noted] = await ctx.tx
    .select({ id: attendances.enrolmentId })
    .from(attendances)
    .where(eq(attendances.liveSessionId, session.id))
    .limit(1);
  if (noted) throw new AppError('CONFLICT', 'liveSessions.noted');
  const revision = session.revision + 1;
  await ctx.tx
    .update(liveSessions)
    .set({ cancelledAt: ctx.now, reason: input.reason.trim(), revision })
    .where(eq(liveSessions.id, session.id));
  await record(ctx, { action: 'liveSession.cancel', subject: 'liveSession', subjectId: session.id });
  if (phaseOf(session, ctx.now) !== 'over') await tell(ctx, 'sessionCancelled', session);
  return { liveSessionId: session.id, revision };
}

async function lockStanding(ctx: SignedIn, { liveSessionId, revision }: CancelInput | ChangeInput) {
  const session = await ranSession(ctx, liveSessionId, true);
  if (session.cancelledAt !== null) throw new AppError('CONFLICT', 'liveSessions.cancelled');
  if (session.revision !== revision) throw new AppError('CONFLICT', 'liveSessions.changed');
  return session;
}

const instants = ({ startsAt, endsAt }: Span) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

async function ofCourse(ctx: SignedIn, { courseId, cohortId }: PlanInput): Promise<void> {
  const [cohort] = await ctx.tx
    .select({ id: cohorts.id })
    .from(cohorts)
    .where(and(eq(cohorts.id, cohortId ?? ''), eq(cohorts.courseId, courseId), isNull(cohorts.archivedAt)));
  found(cohort);
}

/** The row's values of what was typed: an hour there is, in the future, and a host who is free and of the staff. */
async function checked(ctx: SignedIn, where: Where, input: Dates, id: string) {
  const span = spanOf(input, input.zone);
  if ('problem' in span)
    throw fieldError(span.field, `liveSessions.${span.problem}`, {
      time: input[span.field],
      zone: input.zone,
    });
  if (span.startsAt <= ctx.now) throw fieldError('day', 'liveSessions.past');
  if (input.hostId !== null) await freeHost(ctx, where, input.hostId, span, id);
  const { zone, place, link, hostId, capacity, note } = input;
  return { ...span, timeZone: zone, place: place.trim(), link, hostId, capacity, notes: note.trim() };
}

/** Refuses who is not of the staff, and who leads another session at that time. Two plans for one host queue up. */
async function freeHost(
  ctx: SignedIn,
  { courseId, cohortId }: Where,
  hostId: string,
  { startsAt, endsAt }: Span,
  id: string,
): Promise<void> {
  const hosts = await hostsOf(ctx, courseId, cohortId === null ? [] : [cohortId]);
  if (!hosts.some((host) => host.id === hostId)) throw fieldError('hostId', 'liveSessions.notStaff');
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`host ${hostId}`}, 0))`);
  const [busy] = await ctx.tx
    .select({ id: liveSessions.id })
    .from(liveSessions)
    .where(
      and(
        eq(liveSessions.hostId, hostId),
        ne(liveSessions.id, id),
        isNull(liveSessions.cancelledAt),
        lt(liveSessions.startsAt, endsAt),
        gt(liveSessions.endsAt, startsAt),
      ),
    )
    .limit(1);
  if (busy) throw fieldError('hostId', 'liveSessions.hostBusy');
}
