import { type Machine, type Node, toMachine } from './pattern-states.ts';

const MOST_SOURCE = 500;
const MOST_REPEATS = 100;

/** What is wrong with a pattern ends reading it. */
class Unusable extends Error {}

/**
 * Reads the subset of regular expressions that can be run in linear time: characters, `.`, `[a-z]`, `\d \w \s`, groups,
 * `|`, `* + ?`, `{2,5}`, and `^ $` at the ends. References back and looking around are not in it: null.
 */
export function parsePattern(source: string): Machine | null {
  if (source.length > MOST_SOURCE) return null;
  const bare = source.replace(/^\^/, '').replace(/((?:^|[^\\])(?:\\\\)*)\$$/, '$1');
  const reader = new Reader([...bare]);
  try {
    const node = either(reader);
    if (!reader.done) return null;
    return toMachine(node);
  } catch (error) {
    if (error instanceof Unusable) return null;
    throw error;
  }
}

class Reader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  get done(): boolean {
    return this.#at >= this.#characters.length;
  }

  get next(): string | undefined {
    return this.#characters[this.#at];
  }

  take(): string {
    const character = this.#characters[this.#at];
    if (character === undefined) throw new Unusable();
    this.#at += 1;
    return character;
  }

  skip(character: string): boolean {
    if (this.next !== character) return false;
    this.#at += 1;
    return true;
  }
}

function either(reader: Reader): Node {
  const parts = [row(reader)];
  while (reader.skip('|')) parts.push(row(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { is: 'either', parts };
}

function row(reader: Reader): Node {
  const parts: Node[] = [];
  while (!reader.done && reader.next !== '|' && reader.next !== ')') parts.push(repeated(reader));
  return { is: 'row', parts };
}

function repeated(reader: Reader): Node {
  let part = single(reader);
  for (let bounds = boundsOf(reader); bounds !== null; bounds = boundsOf(reader)) {
    part = { is: 'times', part, ...bounds };
    // Whether as much or as little as possible is taken makes no difference to the whole text's match.
    reader.skip('?');
  }
  return part;
}

function boundsOf(reader: Reader): { least: number; most: number } | null {
  if (reader.skip('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (reader.skip('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
  if (reader.skip('?')) return { least: 0, most: 1 };
  if (!reader.skip('{')) return null;
  let written = '';
  while (!reader.skip('}')) written += reader.take();
  const [, from = '', comma, to = ''] = /^(\d{1,3})(,)?(\d{1,3})?$/.exec(written) ?? [];
  if (from === '') throw new Unusable();
  const least = Number(from);
  const most = comma === undefined ? least : to === '' ? Number.POSITIVE_INFINITY : Number(to);
  if (least > MOST_REPEATS || most < least || (most > MOST_REPEATS && Number.isFinite(most)))
    throw new Unusable();
  return { least, most };
}

function single(reader: Reader): Node {
  const character = reader.take();
  if (character === '(') return group(reader);
  if (character === '[') return { is: 'one', takes: classOf(reader) };
  if (character === '.') return { is: 'one', takes: () => true };
  if (character === '\\') return { is: 'one', takes: escaped(reader.take()) };
  if ('*+?{}^$)]'.includes(character)) throw new Unusable();
  return { is: 'one', takes: exactly(character) };
}

function group(reader: Reader): Node {
  if (reader.skip('?') && !reader.skip(':')) throw new Unusable();
  const node = either(reader);
  if (!reader.skip(')')) throw new Unusable();
  return node;
}

const CLASSES: Record<string, RegExp> = {
  d: /\d/u,
  D: /\D/u,
  w: /[\p{L}\p{M}\p{N}_]/u,
  W: /[^\p{L}\p{M}\p{N}_]/u,
  s: /\s/u,
  S: /\S/u,
};

function escaped(letter: string): (character: string) => boolean {
  const known = Object.hasOwn(CLASSES, letter) ? CLASSES[letter] : undefined;
  if (known) return (character) => known.test(character);
  if (/[\p{L}\p{N}]/u.test(letter)) throw new Unusable();
  return exactly(letter);
}

function exactly(written: string): (character: string) => boolean {
  const lower = written.toLowerCase();
  return (character) => character === lower;
}

function classOf(reader: Reader): (character: string) => boolean {
  const not = reader.skip('^');
  const tests: ((character: string) => boolean)[] = [];
  for (let first = true; first || reader.next !== ']'; first = false) {
    const from = reader.take();
    if (from === '\\') tests.push(escaped(reader.take()));
    else tests.push(rangeFrom(reader, from));
  }
  reader.take();
  return (character) => tests.some((takes) => takes(character)) !== not;
}

function rangeFrom(reader: Reader, from: string): (character: string) => boolean {
  if (!reader.skip('-')) return exactly(from);
  if (reader.next === ']') {
    const own = exactly(from);
    return (character) => character === '-' || own(character);
  }
  const to = reader.take();
  if (to === '\\' || to < from) throw new Unusable();
  const [low, high] = [from.toLowerCase(), to.toLowerCase()];
  return (character) =>
    (character >= low && character <= high) ||
    (character >= from && character <= to) ||
    (character.toUpperCase() >= from && character.toUpperCase() <= to);
}
