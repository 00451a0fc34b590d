import { newId } from '@concord/db/ids';
import { summaryRemarks } from '@concord/db/schema/summary-remarks';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { plansMeetings } from '../../policies/meetings.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { rightsIn } from '../positions/load.ts';
import { recordMeeting } from './commands.ts';
import { itemsOf, meetingForPlanning, meetingForReading } from './load.ts';
import { lockSummary } from './remark-load.ts';
import { answerAad, remarkAad } from './rules.ts';
import type { answerRemarkInput, remarkCommand, remarkInput } from './schemas.ts';
import { isLate, stands } from './summary-state.ts';
import { notifyDelegation, notifyPlanners, tellMeeting } from './tell.ts';

/**
 * Says for the actor's nation that a summary record is not right, on one item or on the whole. Decided by the instant read
 * after the lock: at the end of the period or after it, it is kept as late and without effect.
 */
export async function remark(ctx: SignedIn, input: z.infer<typeof remarkInput>) {
  const seen = await meetingForReading(ctx, input.meetingId);
  if (!seen.summaryOpenedAt && !plansMeetings(ctx.actor, seen.bodyId))
    throw new AppError('NOT_FOUND', 'notFound');
  const now = await lockSummary(ctx, seen.id);
  const meeting = await meetingForReading(ctx, seen.id);
  authorize((await rightsIn(ctx, meeting.bodyId)).empowered);
  if (!meeting.summaryOpenedAt) throw new AppError('PRECONDITION_FAILED', 'meetings.summaryNotOpened');
  if (meeting.cancelledAt) throw new AppError('PRECONDITION_FAILED', 'meetings.cancelled');
  const on = await whereOf(ctx, meeting, input.itemId);
  const id = newId();
  const late = isLate(meeting.summaryUntil, now);
  await ctx.tx.insert(summaryRemarks).values({
    ...{ id, meetingId: meeting.id, itemId: input.itemId, partyId: ctx.actor.partyId },
    ...{ madeBy: ctx.actor.personId, madeAt: now, late },
    sealed: await sealFor(ctx, meeting.id, input.words.trim(), remarkAad(id)),
  });
  const what = late ? 'remarkLate' : 'remark';
  await recordMeeting(ctx, { id: meeting.id, markingId: on.markingId }, what, { remark: id });
  await notifyPlanners(ctx, meeting, on.marking, late ? 'summaryRemarkLate' : 'summaryRemark');
  await tellMeeting(ctx, meeting, on.marking);
  return { meetingId: meeting.id, remarkId: id, late };
}

type Marked = Pick<Awaited<ReturnType<typeof meetingForReading>>, 'id' | 'marking' | 'markingId'>;

/** What a remark is on, with its marking: an item that the person may read, or the meeting. */
async function whereOf(ctx: SignedIn, meeting: Marked, itemId: string | null): Promise<Marked> {
  if (itemId === null) return meeting;
  return found((await itemsOf(ctx, meeting.id)).find(({ id }) => id === itemId));
}

/** A remark that may be read, with its meeting held; any other is not found. */
async function remarkHeld(ctx: SignedIn, remarkId: string) {
  const [seen] = await ctx.tx.select().from(summaryRemarks).where(eq(summaryRemarks.id, remarkId));
  const now = await lockSummary(ctx, found(seen).meetingId);
  const [row] = await ctx.tx.select().from(summaryRemarks).where(eq(summaryRemarks.id, remarkId));
  const held = found(row);
  const meeting = await meetingForReading(ctx, held.meetingId);
  return { row: held, meeting, now, on: await whereOf(ctx, meeting, held.itemId) };
}

/** Takes back a remark of the own nation that stands: after the end the record may be agreed by that. */
export async function takeBackRemark(ctx: SignedIn, input: z.infer<typeof remarkCommand>) {
  const { row, meeting, now, on } = await remarkHeld(ctx, input.remarkId);
  authorize((await rightsIn(ctx, meeting.bodyId)).empowered && row.partyId === ctx.actor.partyId);
  if (!stands(row, meeting.summaryOpenedAt)) throw new AppError('CONFLICT', 'meetings.remarkSettled');
  await ctx.tx
    .update(summaryRemarks)
    .set({ takenBackBy: ctx.actor.personId, takenBackAt: now })
    .where(eq(summaryRemarks.id, row.id));
  const at = { id: meeting.id, markingId: on.markingId };
  await recordMeeting(ctx, at, 'takeBackRemark', { remark: row.id });
  await notifyPlanners(ctx, meeting, on.marking, 'summaryRemarkBack');
  await tellMeeting(ctx, meeting, on.marking);
  return { meetingId: meeting.id };
}

/** Says why the record stays as it is: the nation agrees by taking its remark back, or the remark stands. */
export async function answerRemark(ctx: SignedIn, input: z.infer<typeof answerRemarkInput>) {
  const [seen] = await ctx.tx.select().from(summaryRemarks).where(eq(summaryRemarks.id, input.remarkId));
  await meetingForPlanning(ctx, found(seen).meetingId);
  const { row, meeting, now, on } = await remarkHeld(ctx, input.remarkId);
  if (!stands(row, meeting.summaryOpenedAt)) throw new AppError('CONFLICT', 'meetings.remarkSettled');
  await ctx.tx
    .update(summaryRemarks)
    .set({
      answerSealed: await sealFor(ctx, meeting.id, input.reason.trim(), answerAad(row.id)),
      answeredBy: ctx.actor.personId,
      answeredAt: now,
    })
    .where(eq(summaryRemarks.id, row.id));
  const at = { id: meeting.id, markingId: on.markingId };
  await recordMeeting(ctx, at, 'answerRemark', { remark: row.id });
  await notifyDelegation(ctx, meeting, on.marking, { kind: 'summaryAnswered', partyId: row.partyId });
  await tellMeeting(ctx, meeting, on.marking);
  return { meetingId: meeting.id };
}
