import type { Room } from '#features/texts/types.ts';

/** How each paragraph of the version shown is cited, by its id. */
export function numbersIn(room: Room): ReadonlyMap<string, string> {
  return new Map(room.words?.paragraphs.map(({ id, number }) => [id, number]));
}
