import { newId } from '@concord/db/ids';
import { threads } from '@concord/db/schema/consultation';
import { meetingItems } from '@concord/db/schema/meetings';
import { texts } from '@concord/db/schema/texts';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { combine, type Marking } from '../../marking/rules.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { textForReading } from '../texts/load.ts';
import { assertReadable, expandMarking } from '../threads/expand-marking.ts';
import { threadForReading } from '../threads/load.ts';
import { assertNarrow, recordMeeting } from './commands.ts';
import { noteChanges } from './events.ts';
import { indexAgenda, indexItem } from './index-agenda.ts';
import { itemForPlanning, itemsOf, type LoadedItem, type LoadedMeeting, meetingForPlanning } from './load.ts';
import { assertNotAgreed } from './remark-load.ts';
import { type ItemWords, itemAad, MOST_ITEMS, movedAcross, replaced } from './rules.ts';
import type { orderInput, saveItemInput } from './schemas.ts';
import { tellMeeting } from './tell.ts';

type Input = z.infer<typeof saveItemInput>;

/** Adds an item at the end of the agenda, or changes one: marked as the meeting or narrower. */
export async function saveItem(ctx: SignedIn, input: Input) {
  const meeting = await meetingForPlanning(ctx, input.meetingId);
  await assertNotAgreed(ctx, meeting);
  await assertLinks(ctx, input, meeting.bodyId);
  const items = await itemsOf(ctx, meeting.id);
  const known = items.find(({ id }) => id === input.itemId);
  if (input.itemId && !known) throw new AppError('NOT_FOUND', 'notFound');
  if (!known && items.length >= MOST_ITEMS)
    throw fieldError('title', 'meetings.tooMany', { max: MOST_ITEMS });
  const { marking, markingId } = await markingOf(ctx, input, meeting, known);
  const words = { title: input.title.trim(), lead: input.lead.trim(), note: input.note.trim() };
  const row = { ...linksOf(input), ...(known && (await keptLinks(ctx, input, known))), markingId };
  const itemId = known?.id ?? newId();
  const sealed = await sealFor(ctx, meeting.id, JSON.stringify(words), itemAad(itemId));
  if (known) {
    await ctx.tx
      .update(meetingItems)
      .set({ ...row, sealed })
      .where(eq(meetingItems.id, itemId));
    await noteItemChange(ctx, meeting, known, { words, row });
  } else {
    await insertItem(ctx, meeting.id, { ...row, id: itemId, sealed });
    await noteChanges(ctx, meeting, [{ kind: 'itemAdded', itemId, words: { title: words.title } }]);
  }
  await indexAgenda(ctx, meeting.id);
  const at = { id: meeting.id, markingId };
  await recordMeeting(ctx, at, known ? 'changeItem' : 'addItem', { item: itemId });
  // Whoever is left out by a narrower marking fetches anew too, and sees what is left.
  await tellMeeting(ctx, meeting, known ? known.marking : marking);
  return { meetingId: meeting.id, itemId };
}

const linksOf = ({ wanted, minutes, threadId, textId }: Input) => ({ wanted, minutes, threadId, textId });

/** A link that the person cannot see was not taken off by leaving it out. */
async function keptLinks(ctx: SignedIn, input: Input, known: LoadedItem) {
  const hidden = async (table: typeof threads | typeof texts, id: string | null) =>
    id !== null && (await ctx.tx.select({ id: table.id }).from(table).where(eq(table.id, id))).length === 0;
  const keeps = async (table: typeof threads | typeof texts, chosen: string | null, had: string | null) =>
    chosen === null && (await hidden(table, had)) ? had : chosen;
  return {
    threadId: await keeps(threads, input.threadId, known.threadId),
    textId: await keeps(texts, input.textId, known.textId),
  };
}

/** What it links to may be read by whoever links it, and belongs to the body. */
async function assertLinks(ctx: SignedIn, { threadId, textId }: Input, bodyId: string): Promise<void> {
  if (threadId && (await threadForReading(ctx, threadId)).bodyId !== bodyId)
    throw fieldError('threadId', 'meetings.otherBody');
  if (textId && (await textForReading(ctx, textId)).body.id !== bodyId)
    throw fieldError('textId', 'meetings.otherBody');
}

/** Its marking: the one chosen, its own, or the meeting's; once published it grows no wider than it was. */
async function markingOf(ctx: SignedIn, input: Input, meeting: LoadedMeeting, known: LoadedItem | undefined) {
  const stands = known ?? meeting;
  if (!input.marking) return { marking: stands.marking, markingId: stands.markingId };
  const marking: Marking = {
    ...(await expandMarking(ctx, input.marking)),
    originator: stands.marking.originator,
  };
  assertReadable(ctx, marking);
  assertNarrow(marking, meeting.marking, 'meetings.widerThanMeeting');
  if (known && meeting.publishedAt) assertNarrow(marking, known.marking, 'meetings.widerThanWas');
  return { marking, markingId: await internMarking(ctx, marking) };
}

type NewItem = Pick<typeof meetingItems.$inferInsert, 'id' | 'sealed' | 'markingId' | 'wanted'> &
  Partial<typeof meetingItems.$inferInsert>;

/** Puts an item at the end of what the person sees of an agenda. */
export async function insertItem(ctx: SignedIn, meetingId: string, item: NewItem): Promise<void> {
  await ctx.tx.insert(meetingItems).values({
    ...item,
    meetingId,
    place: sql`(select coalesce(max(place), 0) + 1 from meeting_item where meeting_id = ${meetingId})`,
    addedBy: ctx.actor.personId,
    addedAt: ctx.now,
  });
}

type After = { words: ItemWords; row: ReturnType<typeof linksOf> & { markingId: string } };

async function noteItemChange(ctx: SignedIn, meeting: LoadedMeeting, known: LoadedItem, after: After) {
  const fields = [
    ...(['lead', 'note'] as const).filter((name) => known.words[name] !== after.words[name]),
    ...(['wanted', 'minutes', 'threadId', 'textId', 'markingId'] as const).filter(
      (name) => known[name] !== after.row[name],
    ),
  ];
  const { title } = after.words;
  const renamed = title === known.words.title ? {} : { before: known.words.title };
  if (fields.length === 0 && title === known.words.title) return;
  await noteChanges(ctx, meeting, [
    { kind: 'itemChanged', itemId: known.id, words: { title, fields, ...renamed } },
  ]);
}

/** Takes an item off the agenda; its documents go with it. */
export async function removeItem(ctx: SignedIn, { itemId }: { itemId: string }) {
  const { meeting, item } = await itemForPlanning(ctx, itemId);
  await assertNotAgreed(ctx, meeting);
  await ctx.tx.update(meetingItems).set({ removedAt: ctx.now }).where(eq(meetingItems.id, itemId));
  await indexItem(ctx, meeting.id, { id: itemId, content: '' });
  const words = { title: item.words.title };
  await noteChanges(ctx, meeting, [{ kind: 'itemRemoved', itemId, words }]);
  await recordMeeting(ctx, { id: meeting.id, markingId: item.markingId }, 'removeItem', { item: itemId });
  await tellMeeting(ctx, meeting, item.marking);
  return { meetingId: meeting.id };
}

/** Puts the agenda in another order. Items the person does not see keep their places. */
export async function orderItems(ctx: SignedIn, { meetingId, itemIds }: z.infer<typeof orderInput>) {
  const meeting = await meetingForPlanning(ctx, meetingId);
  await assertNotAgreed(ctx, meeting);
  const items = await itemsOf(ctx, meeting.id);
  const before = items.map(({ id }) => id);
  if ([...itemIds].sort().join() !== [...before].sort().join())
    throw new AppError('CONFLICT', 'meetings.agendaChanged');
  const places = replaced(itemIds, new Map(items.map(({ id, place }) => [id, place])));
  const rows = [...places].map(([id, place]) => sql`(${id}::uuid, ${place}::integer)`);
  await ctx.tx.execute(sql`update meeting_item i set place = n.place
    from (values ${sql.join(rows, sql`, `)}) as n (id, place) where i.id = n.id and i.place <> n.place`);
  if (before.join() !== itemIds.join())
    await noteChanges(ctx, meeting, [{ kind: 'ordered', words: { order: { before, after: itemIds } } }]);
  await recordMeeting(ctx, meeting, 'order', { items: itemIds.length });
  await tellOfOrder(ctx, meeting, { items, before, after: itemIds });
  return { meetingId };
}

type Order = { items: readonly LoadedItem[]; before: string[]; after: string[] };

/** Whoever reads an item that moved and one that it passed sees another order; nobody else hears of it. */
async function tellOfOrder(ctx: SignedIn, meeting: LoadedMeeting, { items, before, after }: Order) {
  const move = movedAcross(before, after);
  const markings = new Map<string, Marking>();
  const moved = items.find(({ id }) => id === move?.id);
  for (const { id, markingId, marking } of moved ? items : []) {
    const both = move?.crossed.includes(id)
      ? combine([marking, moved?.marking ?? marking], marking.originator)
      : null;
    if (both) markings.set(markingId, both);
  }
  for (const marking of moved ? markings.values() : [meeting.marking])
    await tellMeeting(ctx, meeting, marking);
}
