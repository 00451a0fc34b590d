import type { Words } from './pick-words.ts';

/** Words beside those there are: both have what only one of them has, and the added ones win. */
export function addWords(above: Words, added: Words): Words {
  const all = { ...above };
  for (const [key, value] of Object.entries(added)) {
    const before = all[key];
    all[key] = isGroup(before) && isGroup(value) ? addWords(before, value) : value;
  }
  return all;
}

/** Compiled words are texts and lists; only groups have names inside. */
function isGroup(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const known = new WeakMap<Words, Map<string, Words>>();

/** As `addWords`, of words that come as JSON; read once for each text, of which there are as many as pages. */
export function withText(above: Words, text: string): Words {
  const texts = known.get(above) ?? new Map<string, Words>();
  known.set(above, texts);
  const made = texts.get(text) ?? addWords(above, JSON.parse(text) as Words);
  texts.set(text, made);
  return made;
}
