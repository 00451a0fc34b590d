import { silences } from '@concord/db/schema/silence';
import { textVersions } from '@concord/db/schema/texts';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { openVersion, textForReading, versionOf } from '../texts/load.ts';
import { bracketWords, numbersOf } from '../texts/rules.ts';
import type { Paragraph } from '../texts/schemas.ts';
import type { ofSilenceInput } from './schemas.ts';

const OPENING = 90;

/** Paragraphs as one names them: their number and their first words. */
export function paragraphsNamed(paragraphs: readonly Paragraph[]) {
  const numbers = numbersOf(paragraphs);
  return paragraphs.map(({ id, kind, parts }) => {
    const words = parts.map((part) => ('bracket' in part ? bracketWords(part) : part.text)).join('');
    return { id, kind, number: numbers.get(id) ?? '', opening: shortened(words.trim()) };
  });
}

/** Up to the end of a word. */
function shortened(words: string): string {
  if (words.length <= OPENING) return words;
  return `${words.slice(0, OPENING).replace(/\s+\S*$/, '')}…`;
}

/** The paragraphs of the version that lies on the table, to name those a break is about. */
export async function paragraphsOnTable(ctx: SignedIn, { silenceId }: z.infer<typeof ofSilenceInput>) {
  const [row] = await ctx.tx
    .select({ textId: silences.textId, number: textVersions.number })
    .from(silences)
    .innerJoin(textVersions, eq(textVersions.id, silences.versionId))
    .where(eq(silences.id, silenceId));
  const { textId, number } = found(row);
  await textForReading(ctx, textId);
  const { paragraphs } = await openVersion(ctx, await versionOf(ctx, textId, number));
  return { paragraphs: paragraphsNamed(paragraphs) };
}
