import type { BracketView, Room } from './types.ts';

/** What a nation has trouble with in the version shown: its brackets and its reservations, and how many in all. */
export function concernsIn(room: Room) {
  const paragraphs = room.words?.paragraphs ?? [];
  const brackets = paragraphs.flatMap((paragraph) =>
    paragraph.parts
      .filter((part): part is BracketView => 'bracket' in part)
      .filter((part) => part.options.some((option) => option.mine))
      .map((bracket) => ({ paragraph, bracket })),
  );
  const reservations = (room.beside?.reserved ?? []).filter((one) => one.nation.id === room.partyId);
  const amendments = room.beside?.amendments.own ?? 0;
  return { brackets, reservations, count: brackets.length + reservations.length + amendments };
}
