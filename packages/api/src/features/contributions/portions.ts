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

/**
 * Puts parts that whoever writes the new wording could not see back where they stood: each after the part or the words it
 * followed, as far as that is still there, else at the end.
 */
export function withHidden<Piece extends { portion?: string }>(
  before: readonly Piece[],
  after: readonly Piece[],
  hidden: ReadonlySet<string>,
): Piece[] {
  const whole = [...after];
  for (const [index, piece] of before.entries()) {
    if (piece.portion === undefined || !hidden.has(piece.portion)) continue;
    const previous = before.slice(0, index).findLast((one) => one.portion !== undefined)?.portion;
    const at = previous === undefined ? -1 : whole.findIndex((one) => one.portion === previous);
    whole.splice(previous !== undefined && at >= 0 ? at + 1 : whole.length, 0, piece);
  }
  return whole;
}
