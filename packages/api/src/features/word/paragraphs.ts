import type { ParagraphChange } from '../texts/redline.ts';
import { bracketWords, numbersOf } from '../texts/rules.ts';
import type { Bracket, Paragraph } from '../texts/schemas.ts';
import type { ExportedParagraph, Segment } from './write.ts';

/** The nations that keep an option of a bracket, as far as they are named to the reader. */
type Keepers = (bracketId: string, optionId: string) => readonly string[];

/** Paragraphs as they stand, brackets as they are written; with the nations that keep each wording where they are told. */
export function plainParagraphs(paragraphs: readonly Paragraph[], keepers: Keepers): ExportedParagraph[] {
  const numbers = numbersOf(paragraphs);
  return paragraphs.map(({ id, kind, parts }) => ({
    id,
    kind,
    number: numbers.get(id) || null,
    segments: parts.flatMap((part) => ('bracket' in part ? bracketSegments(part, keepers) : [part])),
  }));
}

function bracketSegments(bracket: Bracket, keepers: Keepers): Segment[] {
  return bracket.options.flatMap((option, index): Segment[] => {
    const words = bracketWords({ ...bracket, options: [option] });
    const kept = keepers(bracket.bracket, option.id).join(', ');
    return [
      { text: `${index > 0 ? ' ' : ''}${words}`, bracket: true },
      ...(kept ? [{ text: ` ${kept}`, keepers: true }] : []),
    ];
  });
}

/** What became of each paragraph between two versions, as tracked changes; `was` says where one stood that moved. */
export function changedParagraphs(
  changes: readonly ParagraphChange[],
  was: (number: string) => string,
): ExportedParagraph[] {
  return changes.map(({ id, kind, number, change, movedFrom, runs }) => ({
    id,
    kind,
    number: [number, movedFrom ? `(${was(movedFrom)})` : ''].filter(Boolean).join(' ') || null,
    segments: runs.map(({ op, text }) => (op === 'same' ? { text } : { text, change: TRACKED[op] })),
    ...((change === 'inserted' || change === 'deleted') && { change }),
  }));
}

const TRACKED = { added: 'inserted', removed: 'deleted' } as const;
