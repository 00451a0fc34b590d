import { alike } from '#features/consult/marking-words.ts';
import type { Marking } from '#features/consult/types.ts';
import type { Amendment, Compilation } from './types.ts';

/** The marking of an amendment in words where fewer people may read it than the text, else null. */
export function narrowerMarking(
  { markings, textMarkingId }: Pick<Compilation, 'markings' | 'textMarkingId'>,
  amendment: Pick<Amendment, 'markingId'>,
  release: (marking: Marking) => string,
): string | null {
  const [own, text] = [markings[amendment.markingId], textMarkingId ? markings[textMarkingId] : undefined];
  if (!own || (text && alike(own, text))) return null;
  return `${own.levelName} · ${release(own)}`;
}
