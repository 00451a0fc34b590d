import type { Place } from '../courses/rules.ts';
import type { Part } from './types.ts';
import { actionable, dueOfPart, type Why, whyOf } from './why.ts';

/** How far ahead "soon" reaches. */
export const SOON_DAYS = 14;
const DAY_MS = 86_400_000;

export type Group = 'overdue' | 'soon' | 'later' | 'waiting';

/** An activity that is not done, with its reason and its own day. */
export type Open = { part: Part; why: Why; due: Date | null };

export type Path = {
  dueAt: Date | null;
  enrolledAt: Date;
  sequence: 'free' | 'inOrder';
  /** Whether what the course asks for is held. */
  admitted: boolean;
  /** What is asked for and not done, in the course's order. */
  parts: readonly Part[];
  /** Where "continue" leads. */
  place: Place | null;
};

/** Each activity that is not done, with the reason. In order, only the first is open. */
export function openParts(path: Path, now: Date): Open[] {
  return path.parts.map((part, index) => ({
    part,
    why: whyOf(part, { now, locked: !path.admitted || (path.sequence === 'inOrder' && index > 0) }),
    due: dueOfPart(part, path.enrolledAt, now),
  }));
}

/**
 * The exact place where the person goes on: work sent back and a quiz under way come first, then where they stopped,
 * then the first thing that can be done; null where all of it waits for somebody or something else.
 */
export function stepOf(path: Path, open: readonly Open[]): Place | null {
  if (!path.admitted) return null;
  const urgent = open.find(({ why }) => why.reason === 'answering' || why.reason === 'returned');
  if (urgent) return { key: urgent.part.key, anchor: null };
  const here = open.find(({ part }) => part.key === path.place?.key);
  if (path.place && (!here || actionable(here.why))) return path.place;
  const first = open.find(({ why }) => actionable(why));
  return first ? { key: first.part.key, anchor: null } : null;
}

/** What a deadline is of: the course's own, or that of one activity. */
export type Due = { at: Date; key: string | null };

/** The nearest deadline of a path: its own, or that of an activity which can still be done. */
export function dueOfPath(path: Path, open: readonly Open[]): Due | null {
  const all: Due[] = open.flatMap(({ part, due, why }) =>
    due && why.reason !== 'decided' ? [{ at: due, key: part.key }] : [],
  );
  if (path.dueAt) all.push({ at: path.dueAt, key: null });
  return all.reduce<Due | null>((first, one) => (first && first.at <= one.at ? first : one), null);
}

/** Where something stands on the page. What waits for others waits, also when it is late. */
export function groupOf(item: { due: Date | null; canAct: boolean }, now: Date): Group {
  if (item.due && item.due < now && item.canAct) return 'overdue';
  if (!item.canAct) return 'waiting';
  if (item.due && item.due.getTime() - now.getTime() <= SOON_DAYS * DAY_MS) return 'soon';
  return 'later';
}

/** In the order to see to it: the nearest deadline first, without one last; then by id, so that it stands still. */
export function inOrder<Item extends { id: string; due: { at: string } | null }>(
  items: readonly Item[],
): Item[] {
  const at = ({ due }: Item) => (due ? Date.parse(due.at) : Number.MAX_SAFE_INTEGER);
  return items.toSorted((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
}
