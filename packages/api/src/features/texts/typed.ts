import { joined } from './rules.ts';
import type { Bracket, Part } from './schemas.ts';

/** A bracket, or what looks like the beginning or the end of one; a backslash makes a sign plain. */
const OPTION = /\[((?:\\.|[^[\]\\])*)\]/y;
const GAP = /^(?:…|\.\.\.) ?/;

const escaped = (words: string) => words.replace(/[\\[\]]/g, (sign) => `\\${sign}`);
const unescaped = (words: string) => words.replace(/\\([\\[\]])/g, '$1');

/** A paragraph as the chair types it: `Allies [intend to][will] tell, from [… date].` */
export function typedOf(parts: readonly Part[]): string {
  return parts.map((part) => ('bracket' in part ? typedBracket(part) : escaped(part.text))).join('');
}

function typedBracket({ kind, options }: Bracket): string {
  return options
    .map(({ text }) =>
      kind === 'placeholder' ? `[… ${escaped(text)}]`.replace(' ]', ']') : `[${escaped(text)}]`,
    )
    .join('');
}

type Typed = string | string[];

/** What is typed as plain words and brackets, and whether a bracket is left open or closed by itself. */
function split(typed: string): { pieces: Typed[]; loose: boolean } {
  const pieces: Typed[] = [];
  let [plain, at, loose] = ['', 0, false];
  while (at < typed.length) {
    const options: string[] = [];
    OPTION.lastIndex = at;
    for (let found = OPTION.exec(typed); found; found = OPTION.exec(typed)) {
      options.push(found[1] ?? '');
      at = OPTION.lastIndex;
    }
    if (options.length > 0) {
      pieces.push(plain, options);
      plain = '';
      continue;
    }
    const sign = typed[at] === '\\' ? typed.slice(at, at + 2) : (typed[at] ?? '');
    loose ||= sign === '[' || sign === ']';
    plain += sign;
    at += sign.length;
  }
  return { pieces: [...pieces, plain], loose };
}

/**
 * What is typed as parts. Brackets next to each other are alternatives; one whose words begin with … is a gap. A
 * bracket and an option keep the ids they had, an option only while its words stay: nobody is taken to keep others.
 */
export function partsFrom(
  typed: string,
  before: readonly Part[],
  newId: () => string,
): { parts: Part[]; loose: boolean } {
  const { pieces, loose } = split(typed);
  const known = before.filter((part): part is Bracket => 'bracket' in part);
  const wanted = pieces.filter((piece): piece is string[] => Array.isArray(piece)).map(shapeOf);
  const pairs = paired(wanted, known);
  let next = 0;
  const parts = pieces.map((piece): Part => {
    if (!Array.isArray(piece)) return { text: unescaped(piece) };
    const shape = shapeOf(piece);
    const was = pairs[next];
    next += 1;
    const free = [...(was?.options ?? [])];
    return {
      bracket: was?.bracket ?? newId(),
      kind: shape.kind,
      options: shape.options.map((text) => {
        const at = free.findIndex((option) => option.text === text);
        const [kept] = at < 0 ? [] : free.splice(at, 1);
        return kept ?? { id: newId(), text };
      }),
    };
  });
  return { parts: joined(parts), loose };
}

type Shape = { kind: Bracket['kind']; options: string[] };

function shapeOf(options: readonly string[]): Shape {
  const words = options.map(unescaped);
  const [only, ...others] = words;
  if (only !== undefined && others.length === 0)
    return GAP.test(only)
      ? { kind: 'placeholder', options: [only.replace(GAP, '')] }
      : { kind: 'contested', options: [only] };
  return { kind: 'alternative', options: words };
}

/** Which bracket each typed one was: the one it shares words with, else the one in its place where as many stand. */
function paired(wanted: readonly Shape[], known: readonly Bracket[]): (Bracket | undefined)[] {
  const free = new Set(known);
  const shared = wanted.map(({ options }) => {
    const was = [...free].find((bracket) => bracket.options.some((one) => options.includes(one.text)));
    if (was) free.delete(was);
    return was;
  });
  if (wanted.length !== known.length) return shared;
  return shared.map((was, index) => {
    const same = known[index];
    if (was || !same || !free.has(same)) return was;
    free.delete(same);
    return same;
  });
}
