import { benchContent } from '@concord/api/testing/bench';

/** In about a third of all contributions. */
export const COMMON_WORD = 'incident';
/** In twenty of them, however many there are. */
export const RARE_WORD = 'quillwort';
/** How many contributions hold the rare word. */
export const RARE_TIMES = 20;
/** Texts that differ; each contribution holds one, sealed for itself. */
export const TEXTS = 2_000;

const HEADS = [
  'net',
  'log',
  'port',
  'cert',
  'key',
  'host',
  'route',
  'patch',
  'trace',
  'vault',
  'relay',
  'audit',
];
const TAILS = [
  'work',
  'ing',
  'ed',
  'er',
  'able',
  'ment',
  'age',
  'ware',
  'point',
  'line',
  'board',
  'book',
  'time',
];
const FILL = [
  'the',
  'of',
  'and',
  'for',
  'with',
  'until',
  'between',
  'our',
  'their',
  'after',
  'before',
  'within',
];

/** A text of the bench: what is typed, and what is sealed of it. */
export interface BenchText {
  source: string;
  content: Buffer;
}

/** Texts, always the same ones; the last holds the rare word. */
export function benchTexts(count = TEXTS): BenchText[] {
  const next = sequence(20_261_124);
  const texts = Array.from({ length: count }, (_, number) => {
    const words = Array.from({ length: 60 + next(60) }, () => word(next));
    if (number % 3 === 0) words.splice(next(40), 0, COMMON_WORD);
    return written(number, inParagraphs(words));
  });
  return [...texts, written(count, `One remark on the **${RARE_WORD}** and nothing else of note.`)];
}

function written(number: number, source: string): BenchText {
  return { source, content: benchContent(source, number) };
}

function inParagraphs(words: readonly string[]): string {
  const half = Math.floor(words.length / 2);
  return `${words.slice(0, half).join(' ')}.\n\n- ${words.slice(half, half + 10).join(' ')}\n- **${words
    .slice(half + 10)
    .join(' ')}**`;
}

function word(next: (most: number) => number): string {
  if (next(3) === 0) return FILL[next(FILL.length)] ?? '';
  return `${HEADS[next(HEADS.length)]}${TAILS[next(TAILS.length)]}${next(4) === 0 ? next(40) : ''}`;
}

/** Numbers that look drawn by lot and are the same in each run (Lehmer's generator). */
function sequence(seed: number): (most: number) => number {
  let state = seed % 2_147_483_647;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}
