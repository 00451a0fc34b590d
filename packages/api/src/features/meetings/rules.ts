import { itemOutcomes, wantedOutcomes } from '@concord/db/enums';

/** What an item wants of the body. */
export const wants = wantedOutcomes;

/** What came of it. */
export const outcomes = itemOutcomes;

export const LONGEST_MEETING_HOURS = 24 * 14;
export const MOST_ITEMS = 200;

type Facts = { publishedAt: Date | null; cancelledAt: Date | null; startsAt: Date; endsAt: Date };

/** Where a meeting stands by the clock: nothing of it is stored. */
export function stateOf(meeting: Facts, now: Date): 'draft' | 'cancelled' | 'ahead' | 'running' | 'over' {
  if (meeting.cancelledAt) return 'cancelled';
  if (!meeting.publishedAt) return 'draft';
  if (now < meeting.startsAt) return 'ahead';
  return now < meeting.endsAt ? 'running' : 'over';
}

/** Numbers of an agenda: counted over what the reader may read, so that nothing left out is told. */
export function numbered<Item>(items: readonly Item[]): (Item & { number: number })[] {
  return items.map((item, index) => ({ ...item, number: index + 1 }));
}

/**
 * Places for items in a new order. They take, in order, the places they had among themselves, so that items the person
 * does not see keep theirs; two that shared a place are parted.
 */
export function replaced(order: readonly string[], places: ReadonlyMap<string, number>): Map<string, number> {
  const taken = order.map((id) => places.get(id) ?? 0).sort((a, b) => a - b);
  let last = Number.NEGATIVE_INFINITY;
  return new Map(
    order.map((id, index): [string, number] => {
      last = Math.max(taken[index] ?? 0, last + 1);
      return [id, last];
    }),
  );
}

/** Whether what a reader sees of two orders differs: what stands between and is hidden from them does not count. */
export function orderSeen(
  before: readonly string[],
  after: readonly string[],
  readable: ReadonlySet<string>,
): boolean {
  const seen = (ids: readonly string[]) => ids.filter((id) => readable.has(id)).join();
  return seen(before) !== seen(after);
}

/** The one item that moved between two orders, and those it passed; null where more than one did. */
export function movedAcross(
  before: readonly string[],
  after: readonly string[],
): { id: string; crossed: string[] } | null {
  for (const id of before) {
    const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
    if (without(before).join() !== without(after).join()) continue;
    const [from, to] = [before.indexOf(id), after.indexOf(id)];
    return { id, crossed: from < to ? before.slice(from + 1, to + 1) : before.slice(to, from) };
  }
  return null;
}

/** The minutes an agenda takes, and whether that is longer than the meeting. */
export function timing(
  items: readonly { minutes: number | null }[],
  { startsAt, endsAt }: Pick<Facts, 'startsAt' | 'endsAt'>,
): { minutes: number; tooLong: boolean } {
  const minutes = items.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  return { minutes, tooLong: minutes * 60_000 > endsAt.getTime() - startsAt.getTime() };
}

/** What is sealed of an item, of an outcome, and of a change. */
export type ItemWords = { title: string; lead: string; note: string };
export type EventWords = {
  /** What it was called at the time: an item's title, a file's name. */
  title?: string;
  before?: string;
  after?: string;
  /** What of an item changed, by the names of its fields. */
  fields?: string[];
  order?: { before: string[]; after: string[] };
};

/** Ties what is sealed of a meeting to its row. */
export const itemAad = (id: string) => `meeting-item:${id}`;
export const outcomeAad = (itemId: string) => `meeting-outcome:${itemId}`;
export const remarkAad = (id: string) => `summary-remark:${id}`;
export const answerAad = (id: string) => `summary-answer:${id}`;
export const eventAad = (id: string) => `meeting-event:${id}`;

type Told = { standing: boolean; late: boolean; takenBackAt: string | null };

/** What came of a remark on a summary record, in the word that pages and papers have for it. */
export function remarkIs({ standing, late, takenBackAt }: Told): 'standing' | 'late' | 'back' | 'settled' {
  if (standing) return 'standing';
  if (late) return 'late';
  return takenBackAt ? 'back' : 'settled';
}
