/** The most parts of one entry that are marked apart. */
export const MOST_PORTIONS = 20;

/** How a part says who may read it: a level by its code and parties by theirs, as in `:::R NOR CAL`. */
export type Fence = { level: string; parties: string[] };

/** A stretch of a text: open to whoever reads the entry, or a part with its sign. `line` is where it begins, from 1. */
export type Segment = { text: string; fence: Fence | null; line: number };

/** What is wrong with the signs of a text, and in which line. */
export type FenceProblem = { key: 'fenceWrong' | 'fenceNested' | 'fenceOpen' | 'fenceEmpty'; line: number };

const SIGN = /^\s*:::/;
const OPENS = /^\s*:::\s*([A-Z][A-Z0-9]{0,7})((?:[\s,]+[A-Z][A-Z0-9-]*)+)\s*$/;
const CLOSES = /^\s*:::\s*$/;

/**
 * A text in stretches. A line that begins like a sign and is none is a problem and never plain text: a slip must not open
 * to all what was meant for few.
 */
export function segmentsOf(source: string): { segments: Segment[]; problem: FenceProblem | null } {
  const segments: Segment[] = [];
  let now: Segment & { lines: string[] } = fresh(null, 1);
  let problem: FenceProblem | null = null;
  const close = (next: Fence | null, line: number) => {
    const text = trimmed(now.lines.join('\n'));
    if (now.fence && text === '') problem ??= { key: 'fenceEmpty', line: now.line };
    if (text !== '') segments.push({ text, fence: now.fence, line: now.line });
    now = fresh(next, line);
  };
  for (const [index, line] of source.split('\n').entries()) {
    const at = index + 1;
    if (!SIGN.test(line)) now.lines.push(line);
    else if (CLOSES.test(line)) {
      if (now.fence) close(null, at + 1);
      else problem ??= { key: 'fenceWrong', line: at };
    } else {
      const fence = fenceIn(line);
      if (!fence) problem ??= { key: 'fenceWrong', line: at };
      else if (now.fence) problem ??= { key: 'fenceNested', line: at };
      else close(fence, at);
    }
  }
  if (now.fence) problem ??= { key: 'fenceOpen', line: now.line };
  close(null, 0);
  return { segments, problem };
}

const fresh = (fence: Fence | null, line: number) => ({ text: '', fence, line, lines: [] as string[] });

function fenceIn(line: string): Fence | null {
  const [, level, parties] = OPENS.exec(line) ?? [];
  if (!level || !parties) return null;
  return { level, parties: [...new Set(parties.split(/[\s,]+/).filter(Boolean))] };
}

/** Without the empty lines around it: where a part is left out, what stands before and after it meets as paragraphs do. */
const trimmed = (text: string) => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

/** Stretches as one text, each a paragraph of its own. */
export function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** A part as it is written, between its signs. */
export function fenced(text: string, { level, parties }: Fence): string {
  return `:::${level} ${parties.join(' ')}\n${text}\n:::`;
}

/** Where a part of an entry stands, as a quotation of it says. */
export function portionPath(threadId: string, contributionId: string, portionId: string): string {
  return `/consult/threads/${threadId}?at=${contributionId}&part=${portionId}#c-${contributionId}`;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PART = new RegExp(`/consult/threads/${UUID}\\?at=${UUID}&part=(${UUID})`, 'gi');

/** The parts of entries that a text refers to. */
export function portionsQuotedIn(source: string): string[] {
  return [...new Set([...source.matchAll(PART)].map((found) => (found[1] ?? '').toLowerCase()))];
}

/** A piece of an entry: words of its own, or the part that stands there. */
export type Placed = { source: string; portion?: undefined } | { portion: string };

/**
 * Puts parts that whoever writes the new wording could not see back where they stood: after the part or the words they
 * followed, else before the words that followed them, as far as those are still there; else at the end. Words that became
 * one stretch, because nothing was seen between them, are parted again there.
 */
export function withHidden(
  before: readonly Placed[],
  after: readonly Placed[],
  hidden: ReadonlySet<string>,
): Placed[] {
  let whole = [...after];
  for (const [index, piece] of before.entries()) {
    if (piece.portion === undefined || !hidden.has(piece.portion)) continue;
    whole = placed(whole, piece, before[index - 1], before[index + 1]);
  }
  return whole;
}

function placed(whole: Placed[], part: Placed, previous?: Placed, next?: Placed): Placed[] {
  if (!previous) return [part, ...whole];
  if (previous.portion !== undefined) {
    const at = whole.findIndex((one) => one.portion === previous.portion);
    if (at >= 0) return whole.toSpliced(at + 1, 0, part);
  }
  const last = paragraphsOf(previous).at(-1);
  const first = next && paragraphsOf(next)[0];
  return between(whole, part, last, 'after') ?? between(whole, part, first, 'before') ?? [...whole, part];
}

const paragraphsOf = (piece: Placed): string[] =>
  piece.portion === undefined ? piece.source.split(/\n[ \t]*\n/) : [];

/** With the part beside a paragraph that is found, and the words around it parted there; null where it is not found. */
function between(
  whole: readonly Placed[],
  part: Placed,
  paragraph: string | undefined,
  side: 'before' | 'after',
): Placed[] | null {
  if (paragraph === undefined) return null;
  for (const [index, piece] of whole.entries()) {
    const all = paragraphsOf(piece);
    const found = side === 'after' ? all.lastIndexOf(paragraph) : all.indexOf(paragraph);
    if (found < 0) continue;
    const at = side === 'after' ? found + 1 : found;
    const [head, tail] = [joined(all.slice(0, at)), joined(all.slice(at))];
    const words = [head, tail].map((source) => (source === '' ? [] : [{ source }]));
    return whole.toSpliced(index, 1, ...(words[0] ?? []), part, ...(words[1] ?? []));
  }
  return null;
}
