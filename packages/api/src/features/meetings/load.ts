import { bodies } from '@concord/db/schema/consultation';
import { markings } from '@concord/db/schema/markings';
import { meetingItems, meetings } from '@concord/db/schema/meetings';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Context, SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { plansMeetings } from '../../policies/meetings.ts';
import { opener } from '../../sealing/sealing.ts';
import { type ItemWords, itemAad } from './rules.ts';

const marking = {
  level: markings.level,
  releasableTo: markings.releasableTo,
  onlyFor: markings.onlyFor,
  caveats: markings.caveats,
  originator: markings.originator,
};

/** A meeting the person may read, with its body and its marking; any other is not found. */
export async function meetingForReading(ctx: Pick<SignedIn, 'tx'>, meetingId: string) {
  const [row] = await ctx.tx
    .select({ meeting: meetings, body: bodies, marking })
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .innerJoin(markings, eq(markings.id, meetings.markingId))
    .where(eq(meetings.id, meetingId));
  const { meeting, ...beside } = found(row);
  return { ...meeting, ...beside };
}

export type LoadedMeeting = Awaited<ReturnType<typeof meetingForReading>>;

/** A meeting the person plans, held until the transaction ends; one that was called off takes no more changes. */
export async function meetingForPlanning(ctx: SignedIn, meetingId: string): Promise<LoadedMeeting> {
  const seen = await meetingForReading(ctx, meetingId);
  authorize(plansMeetings(ctx.actor, seen.bodyId));
  await ctx.tx.execute(sql`select 1 from meeting where id = ${meetingId} for no key update`);
  const meeting = await meetingForReading(ctx, meetingId);
  if (meeting.cancelledAt) throw new AppError('PRECONDITION_FAILED', 'meetings.cancelled');
  return meeting;
}

/** The items of a meeting's agenda that the person may read, in order, with their words. */
export async function itemsOf(ctx: Pick<Context, 'tx' | 'services' | 'afterCommit'>, meetingId: string) {
  const rows = await ctx.tx
    .select({ item: meetingItems, marking })
    .from(meetingItems)
    .innerJoin(markings, eq(markings.id, meetingItems.markingId))
    .where(and(eq(meetingItems.meetingId, meetingId), isNull(meetingItems.removedAt)))
    .orderBy(asc(meetingItems.place), asc(meetingItems.id));
  if (rows.length === 0) return [];
  const open = await opener(ctx, meetingId);
  return rows.map(({ item: { sealed, ...item }, marking: own }) => ({
    ...item,
    marking: own,
    words: JSON.parse(open(sealed, itemAad(item.id))) as ItemWords,
  }));
}

export type LoadedItem = Awaited<ReturnType<typeof itemsOf>>[number];

/** One item of a meeting the person plans, with its meeting held; a removed one is not found. */
export async function itemForPlanning(ctx: SignedIn, itemId: string) {
  const [row] = await ctx.tx
    .select({ meetingId: meetingItems.meetingId })
    .from(meetingItems)
    .where(eq(meetingItems.id, itemId));
  const meeting = await meetingForPlanning(ctx, found(row).meetingId);
  const items = await itemsOf(ctx, meeting.id);
  return { meeting, items, item: found(items.find(({ id }) => id === itemId)) };
}

/** Whether the meeting that a repeated command answers with may still be read. */
export async function mayRereadMeeting(ctx: SignedIn, result: unknown): Promise<boolean> {
  const { meetingId } = result as { meetingId: string };
  const rows = await ctx.tx.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, meetingId));
  return rows.length > 0;
}
