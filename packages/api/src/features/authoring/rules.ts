// A browser loads this: nothing here may reach the schemas of the kinds.

/** How a text in one language stands to the source it follows. */
export type TextState = 'current' | 'stale' | 'missing';

/** A text, the hash of the source it was written after, and the source's hash now. */
export function textState(
  text: { sourceHash: string; empty: boolean } | undefined,
  sourceNow: string | undefined,
): TextState {
  if (text === undefined || text.empty) return 'missing';
  return sourceNow === undefined || text.sourceHash === sourceNow ? 'current' : 'stale';
}

/** A list with one item at another place; the place is counted without the item. */
export function moved<Item>(items: readonly Item[], item: Item, to: number): Item[] {
  const others = items.filter((one) => one !== item);
  const at = Math.max(0, Math.min(to, others.length));
  return [...others.slice(0, at), item, ...others.slice(at)];
}

/** A key no other part has: from the title, with a figure behind it where it is taken. */
export function freeKey(title: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? fallback : plain;
  if (!taken.has(base)) return base;
  for (let figure = 2; ; figure += 1) {
    if (!taken.has(`${base}-${figure}`)) return `${base}-${figure}`;
  }
}

/** A part of the outline as languages are counted in it; a unit has a title and no text. */
export type CountedPart = {
  titles: Readonly<Record<string, string>>;
  states?: Readonly<Record<string, TextState>>;
};

/** How many parts lack their title or words in a language, and how many have words their source has left behind. */
export function countStates(parts: readonly CountedPart[], language: string) {
  const missing = ({ titles, states }: CountedPart) => !titles[language] || states?.[language] === 'missing';
  return {
    missing: parts.filter(missing).length,
    stale: parts.filter(({ states }) => states?.[language] === 'stale').length,
  };
}
