import { bracketWords, type Holding, liveBrackets, numbersOf, placeholders } from '../texts/rules.ts';
import type { Bracket, Paragraph } from '../texts/schemas.ts';

/** A bracket that stands, with the number of its paragraph. */
export type Standing = { id: string; paragraph: string; words: string };

/** What keeps a text from being clean: contested wording that is kept, and gaps, which a chair may let stand. */
export function standingBrackets(
  paragraphs: readonly Paragraph[],
  holdings: readonly Holding[],
): { brackets: Standing[]; gaps: Standing[] } {
  const numbers = numbersOf(paragraphs);
  const placed = ({ paragraphId, bracket }: { paragraphId: string; bracket: Bracket }): Standing => ({
    id: bracket.bracket,
    paragraph: numbers.get(paragraphId) ?? '',
    words: bracketWords(bracket),
  });
  return {
    brackets: liveBrackets(paragraphs, holdings).map(placed),
    gaps: placeholders(paragraphs).map(placed),
  };
}
