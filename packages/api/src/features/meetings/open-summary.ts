import { meetings } from '@concord/db/schema/meetings';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { dayIn } from '../../days.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { plansMeetings } from '../../policies/meetings.ts';
import { afterWorkingHours, clockIn, hoursOfDay } from '../silence/hours.ts';
import { endCheck } from '../silence/proposal.ts';
import { wallInstant } from '../silence/times.ts';
import { instantNow } from '../texts/authority.ts';
import { recordMeeting } from './commands.ts';
import { noteChanges } from './events.ts';
import { type LoadedMeeting, meetingForPlanning, meetingForReading } from './load.ts';
import { lockSummary, type SummaryStanding, summaryStanding } from './remark-load.ts';
import type { checkUntilInput, openSummaryInput } from './schemas.ts';
import { notifyMembers, tellMeeting } from './tell.ts';

/** How many working days a summary record lies open to remarks, unless another end is chosen. */
export const SUMMARY_DAYS = 5;

/**
 * Lays the summary record before the members as a draft, until an end at which it is agreed where no remark stands. Laid
 * again once it was changed, it runs a whole period anew, and settles the remarks that were made before.
 */
export async function openSummary(ctx: SignedIn, input: z.infer<typeof openSummaryInput>) {
  const meeting = await meetingForPlanning(ctx, input.meetingId);
  if (!meeting.publishedAt) throw new AppError('PRECONDITION_FAILED', 'meetings.notPublished');
  const now = await lockSummary(ctx, meeting.id);
  refuseOpening(meeting, await summaryStanding(ctx, meeting, now));
  const until = input.until ? wallInstant(meeting.body, input.until, now) : usualEnd(meeting.body, now);
  const hours = meeting.body.urgentSilenceHours;
  if (+until - +now < hours * 3_600_000) throw fieldError('until', 'meetings.summaryTooShort', { hours });
  await ctx.tx
    .update(meetings)
    .set({ summaryOpenedAt: now, summaryUntil: until })
    .where(eq(meetings.id, meeting.id));
  await noteChanges(ctx, meeting, [{ kind: 'summaryOpened' }]);
  await recordMeeting(ctx, meeting, 'openSummary', { until: until.toISOString() });
  await notifyMembers(ctx, meeting, 'summaryOpened', until);
  await tellMeeting(ctx, meeting);
  return { meetingId: meeting.id };
}

function refuseOpening(meeting: LoadedMeeting, { state }: SummaryStanding): void {
  if (state === 'agreed') throw new AppError('PRECONDITION_FAILED', 'meetings.summaryAgreed');
  if (state === 'remarks') throw new AppError('PRECONDITION_FAILED', 'meetings.remarksStand');
  if (state === 'open' && meeting.summaryUntil) throw new AppError('CONFLICT', 'meetings.summaryOpened');
}

type Body = LoadedMeeting['body'];

/** The end that is proposed: so many working days of the body on. */
function usualEnd({ timeZone, workingHours }: Body, now: Date): Date {
  const minute = new Date(Math.ceil(+now / 60_000) * 60_000);
  return afterWorkingHours(minute, SUMMARY_DAYS * hoursOfDay(workingHours), timeZone, workingHours);
}

/** The same as a wall clock in the body's zone shows it, for whoever may lay the record before the members now; else null. */
export async function proposedUntil(ctx: SignedIn, meeting: LoadedMeeting, { state }: SummaryStanding) {
  const free = state === 'draft' || state === 'changed' || (state === 'open' && !meeting.summaryUntil);
  if (!free || !meeting.publishedAt || meeting.cancelledAt || !plansMeetings(ctx.actor, meeting.bodyId))
    return null;
  const { timeZone } = meeting.body;
  const end = usualEnd(meeting.body, await instantNow(ctx));
  return { day: dayIn(end, timeZone), time: clockIn(end, timeZone) };
}

/** What an end that its secretariat thinks of comes to, with the holidays until then. */
export async function checkUntil(ctx: SignedIn, input: z.infer<typeof checkUntilInput>) {
  const meeting = await meetingForReading(ctx, input.meetingId);
  authorize(plansMeetings(ctx.actor, meeting.bodyId));
  return endCheck(ctx, meeting.body, input.until);
}
