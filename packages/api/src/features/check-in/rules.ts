/** Letters and digits nobody mistakes for one another (Crockford's base 32). */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

/** The code in what was typed or scanned, however it was written; null where there is none. */
export function readCode(typed: string): string | null {
  const code = typed
    .slice(typed.lastIndexOf('#') + 1)
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const known = code.length === CODE_LENGTH && [...code].every((one) => CODE_ALPHABET.includes(one));
  return known ? code : null;
}

/** A code as people read it: in two halves. */
export const showCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Somebody came or went, as one door saw it. */
export type Passage = { id: string; kind: 'in' | 'out'; at: string };
/** Whether somebody is in, since when, and how often a door saw what had been seen already. */
export type Presence = { state: 'in' | 'out' | null; since: string | null; repeated: number };

/**
 * Where somebody is by what all doors saw, in the order in which it happened: the same whatever order it became known in,
 * and however often. Who is in and comes again stays in since they came first.
 */
export function presenceOf(passages: readonly Passage[]): Presence {
  const known = new Map(passages.map((passage) => [passage.id, passage]));
  const ordered = [...known.values()].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || one.id.localeCompare(other.id),
  );
  let presence: Presence = { state: null, since: null, repeated: 0 };
  for (const { kind, at } of ordered)
    presence =
      presence.state === kind
        ? { ...presence, repeated: presence.repeated + 1 }
        : { ...presence, state: kind, since: at };
  return presence;
}
