import type { Bracket, Paragraph, Part } from './schemas.ts';

/** That a nation keeps an option of a bracket in the text, as it stands now. */
export type Holding = { bracketId: string; optionId: string; partyId: string };

/** What an amendment does to a text; `newId` is the paragraph's that an insertion makes. */
export type AmendmentChange =
  | { kind: 'replace'; paragraphId: string; words: string }
  | { kind: 'insert'; paragraphId: string | null; words: string; newId: string }
  | { kind: 'delete'; paragraphId: string };

const isBracket = (part: Part): part is Bracket => 'bracket' in part;

/** The letter or letters of an item: a … z, aa, ab. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/**
 * How each paragraph is cited, by its id. Paragraphs count through the text; items take letters under theirs;
 * those of the preamble count apart (PP1); headings have none.
 */
export function numbersOf(paragraphs: readonly Paragraph[]): Map<string, string> {
  const numbers = new Map<string, string>();
  let [preamble, counted, items] = [0, 0, 0];
  for (const { id, kind } of paragraphs) {
    if (kind === 'paragraph') {
      counted += 1;
      items = 0;
    }
    if (kind === 'preamble') preamble += 1;
    const number = {
      heading: '',
      preamble: `PP${preamble}`,
      paragraph: String(counted),
      item: `${counted || ''}(${letters(items)})`,
    }[kind];
    if (kind === 'item') items += 1;
    numbers.set(id, number);
  }
  return numbers;
}

/**
 * A text with the brackets that still stand. A contested one that nobody keeps leaves its words; of alternatives an
 * option that nobody keeps goes, and one left alone stays without brackets. Where nobody keeps any, nobody has
 * settled which words stand: all of them wait for the chair. A placeholder waits for the chair too.
 */
export function settle(paragraphs: readonly Paragraph[], holdings: readonly Holding[]): Paragraph[] {
  const kept = new Set(holdings.map((one) => `${one.bracketId} ${one.optionId}`));
  return paragraphs.map((paragraph) =>
    paragraph.parts.some(isBracket)
      ? { ...paragraph, parts: joined(paragraph.parts.map((part) => settledPart(part, kept))) }
      : paragraph,
  );
}

function settledPart(part: Part, kept: ReadonlySet<string>): Part {
  if (!isBracket(part) || part.kind === 'placeholder') return part;
  const held = part.options.filter((option) => kept.has(`${part.bracket} ${option.id}`));
  if (part.kind === 'contested')
    return held.length > 0 ? part : { text: part.options.map((option) => option.text).join(' ') };
  if (held.length === 0) return part;
  const [only, ...others] = held;
  return only && others.length === 0 ? { text: only.text } : { ...part, options: held };
}

/** Pieces of plain words next to each other made one; what is empty goes, unless nothing else is there. */
export function joined(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (!isBracket(part) && last && !isBracket(last)) out[out.length - 1] = { text: last.text + part.text };
    else out.push(part);
  }
  const full = out.filter((part) => isBracket(part) || part.text !== '');
  return full.length > 0 ? full : [{ text: '' }];
}

/** A bracket that still stands, and where. */
export type LiveBracket = { paragraphId: string; bracket: Bracket };

/**
 * The brackets that keep a text from silence: contested and alternative ones that somebody maintains, or that nobody
 * has settled. A placeholder is a gap the chair lets stand, and is none of them.
 */
export function liveBrackets(paragraphs: readonly Paragraph[], holdings: readonly Holding[]): LiveBracket[] {
  return settle(paragraphs, holdings).flatMap(({ id, parts }) =>
    parts
      .filter(isBracket)
      .filter((bracket) => bracket.kind !== 'placeholder')
      .map((bracket) => ({ paragraphId: id, bracket })),
  );
}

/** The gaps the chair lets stand. */
export function placeholders(paragraphs: readonly Paragraph[]): LiveBracket[] {
  return paragraphs.flatMap(({ id, parts }) =>
    parts
      .filter(isBracket)
      .filter((bracket) => bracket.kind === 'placeholder')
      .map((bracket) => ({ paragraphId: id, bracket })),
  );
}

/** A bracket as it is written: `[intend to] [will]`, a gap as `[… date]`. */
export function bracketWords(bracket: Bracket): string {
  return bracket.options
    .map((option) => (bracket.kind === 'placeholder' ? gapWords(option.text) : `[${option.text}]`))
    .join(' ');
}

const gapWords = (words: string) => (words === '' ? '[…]' : `[… ${words}]`);

/** What a paragraph says as one line of words, its brackets as they are written. */
export function wordsOf(parts: readonly Part[]): string {
  return parts.map((part) => (isBracket(part) ? bracketWords(part) : part.text)).join('');
}

/** A text's words with the brackets that still stand, paragraph by paragraph, and how each is cited. */
export function cleanText(
  paragraphs: readonly Paragraph[],
  holdings: readonly Holding[],
): { id: string; kind: Paragraph['kind']; number: string; words: string }[] {
  const numbers = numbersOf(paragraphs);
  return settle(paragraphs, holdings).map(({ id, kind, parts }) => ({
    id,
    kind,
    number: numbers.get(id) ?? '',
    words: wordsOf(parts),
  }));
}

/**
 * A text as it would read with an amendment; null where the paragraph it is about is no longer there. Every other
 * paragraph stays as it is, under its own id.
 */
export function applyAmendment(
  paragraphs: readonly Paragraph[],
  amendment: AmendmentChange,
): Paragraph[] | null {
  const { paragraphId } = amendment;
  const at = paragraphs.findIndex((paragraph) => paragraph.id === paragraphId);
  const target = paragraphs[at];
  if (paragraphId !== null && !target) return null;
  if (amendment.kind === 'insert') {
    const kind = target && target.kind !== 'heading' ? target.kind : 'paragraph';
    const added: Paragraph = { id: amendment.newId, kind, parts: [{ text: amendment.words }] };
    return [...paragraphs.slice(0, at + 1), added, ...paragraphs.slice(at + 1)];
  }
  if (amendment.kind === 'delete') return paragraphs.filter((paragraph) => paragraph.id !== paragraphId);
  return paragraphs.map((paragraph) =>
    paragraph.id === paragraphId ? { ...paragraph, parts: [{ text: amendment.words }] } : paragraph,
  );
}
