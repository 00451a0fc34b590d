import type { Margin, Note } from '#features/margin/types.ts';
import type { NationStanding, Standings } from '#features/positions/types.ts';
import type { BracketView, Room } from './types.ts';

/** What is asked for beside the words that a nation's concerns are drawn from. */
type Beside = { standings: Standings | null; margin: Margin };

/**
 * What a nation has trouble with in the version shown, or must still confirm on it: what waits for release, its
 * position and reservations of an older version, its reservations, brackets and amendments; and how many in all. Notes
 * in the margin stand with them and are not counted.
 */
export function concernsIn(room: Room, { standings, margin }: Beside) {
  const own: NationStanding | undefined = standings?.nations.find((one) => one.mine);
  const stale = own?.state === 'stale' ? own.position : null;
  const prepared = standings?.own?.prepared ?? null;
  const brackets = bracketsKept(room);
  const reservations = own?.reservations ?? [];
  const amendments = room.beside?.amendments.own ?? 0;
  const notes: readonly Note[] = margin?.notes ?? [];
  const count = brackets.length + reservations.length + amendments + (stale ? 1 : 0) + (prepared ? 1 : 0);
  return { own, stale, prepared, brackets, reservations, amendments, notes, count };
}

function bracketsKept(room: Room) {
  const paragraphs = room.words?.paragraphs ?? [];
  return paragraphs.flatMap((paragraph) =>
    paragraph.parts
      .filter((part): part is BracketView => 'bracket' in part)
      .filter((part) => part.options.some((option) => option.mine))
      .map((bracket) => ({ paragraph, bracket })),
  );
}
