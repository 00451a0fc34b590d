import { newId } from '@concord/db/ids';
import { meetingItems, meetingOutcomes, meetings } from '@concord/db/schema/meetings';
import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError } from '../../errors.ts';
import { dominates } from '../../marking/rules.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { instantNow } from '../texts/authority.ts';
import { recordMeeting } from './commands.ts';
import { noteChanges } from './events.ts';
import { indexAgenda } from './index-agenda.ts';
import { insertItem } from './items.ts';
import { itemForPlanning, type LoadedItem, type LoadedMeeting, meetingForPlanning } from './load.ts';
import { assertNotAgreed } from './remark-load.ts';
import { itemAad, outcomeAad } from './rules.ts';
import type { outcomeInput } from './schemas.ts';
import { tellMeeting } from './tell.ts';

/** Writes down what came of an item, from the meeting's beginning on. A deferred item is put on the agenda it goes to. */
export async function setOutcome(ctx: SignedIn, input: z.infer<typeof outcomeInput>) {
  const { meeting, item } = await itemForPlanning(ctx, input.itemId);
  if (!meeting.publishedAt) throw new AppError('PRECONDITION_FAILED', 'meetings.notPublished');
  if (ctx.now < meeting.startsAt) throw new AppError('PRECONDITION_FAILED', 'meetings.notBegun');
  await assertNotAgreed(ctx, meeting);
  if (input.deferredTo) await carryOver(ctx, { meeting, item, to: input.deferredTo });
  const sealed = await sealFor(ctx, meeting.id, input.note.trim(), outcomeAad(item.id));
  const { outcome, deferredTo } = input;
  const recordedAt = await instantNow(ctx);
  const set = { outcome, deferredTo, sealed, recordedBy: ctx.actor.personId, recordedAt };
  await ctx.tx
    .insert(meetingOutcomes)
    .values({ itemId: item.id, ...set })
    .onConflictDoUpdate({ target: meetingOutcomes.itemId, set });
  const at = { id: meeting.id, markingId: item.markingId };
  await recordMeeting(ctx, at, 'setOutcome', { item: item.id, outcome });
  await tellMeeting(ctx, meeting, item.marking);
  return { meetingId: meeting.id, itemId: item.id };
}

type Carried = { meeting: LoadedMeeting; item: LoadedItem; to: string };

/** The same item on a later meeting's agenda, once, with its words, links and marking. */
async function carryOver(ctx: SignedIn, { meeting, item, to }: Carried): Promise<void> {
  if (to === meeting.id) throw fieldError('deferredTo', 'meetings.notLater');
  const later = await meetingForPlanning(ctx, to);
  if (later.bodyId !== meeting.bodyId || later.startsAt <= meeting.startsAt)
    throw fieldError('deferredTo', 'meetings.notLater');
  if (!dominates(item.marking, later.marking)) throw fieldError('deferredTo', 'meetings.laterNarrower');
  const there = await ctx.tx
    .select({ id: meetingItems.id })
    .from(meetingItems)
    .where(
      and(
        eq(meetingItems.meetingId, to),
        eq(meetingItems.carriedFrom, item.id),
        isNull(meetingItems.removedAt),
      ),
    );
  if (there.length > 0) return;
  const { wanted, minutes, threadId, textId, markingId, words } = item;
  const id = newId();
  const sealed = await sealFor(ctx, to, JSON.stringify(words), itemAad(id));
  const copy = { id, sealed, wanted, minutes, threadId, textId, markingId, carriedFrom: item.id };
  await insertItem(ctx, to, copy);
  await indexAgenda(ctx, to);
  await noteChanges(ctx, later, [{ kind: 'itemAdded', itemId: id, words: { title: words.title } }]);
  await recordMeeting(ctx, { id: to, markingId }, 'addItem', { item: id, carriedFrom: item.id });
  await tellMeeting(ctx, later, item.marking);
}

/** Meetings that an item can be deferred to: later ones of the same body, drafts too, not called off. */
export async function laterMeetings(ctx: SignedIn, meeting: LoadedMeeting) {
  const rows = await ctx.tx
    .select({ id: meetings.id, title: meetings.title, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.bodyId, meeting.bodyId),
        gt(meetings.startsAt, meeting.startsAt),
        isNull(meetings.cancelledAt),
        ne(meetings.id, meeting.id),
      ),
    )
    .orderBy(meetings.startsAt, meetings.id)
    .limit(50);
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }));
}
