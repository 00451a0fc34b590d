import { surveys } from '@concord/db/schema/surveys';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { csvTable } from '../cohorts/csv.ts';
import { exerciseLabel, exerciseRowById } from '../exercises/rows.ts';
import { resultsFor } from './queries.ts';
import { SCALE } from './rules.ts';

const heads = {
  en: ['Question', 'Kind', 'Answer', 'Count'],
  fr: ['Question', 'Type', 'Réponse', 'Nombre'],
};
const kinds = {
  en: { scale: 'scale', choice: 'choice', text: 'text' },
  fr: { scale: 'échelle', choice: 'choix', text: 'texte' },
};

/**
 * The results of a survey as a table for a spreadsheet, under the exercise's marking: no answer of one person hangs together
 * in it.
 */
export async function surveyCsv(ctx: SignedIn, surveyId: string): Promise<string> {
  const [row] = await ctx.tx.select().from(surveys).where(eq(surveys.id, surveyId));
  const survey = found(row);
  const results = found(await resultsFor(ctx, survey));
  const { markingId } = await exerciseRowById(ctx, survey.exerciseId);
  const lines = results.flatMap(({ kind, words, labels, counts, texts }) => {
    const of = kinds[ctx.locale][kind];
    if (kind === 'text') return texts.map((text) => [words, of, text, 1]);
    const names = kind === 'scale' ? Array.from({ length: SCALE }, (_, at) => String(at + 1)) : labels;
    return names.map((name, at) => [words, of, name, counts[at] ?? 0]);
  });
  return csvTable([[await exerciseLabel(ctx, markingId)], heads[ctx.locale], ...lines]);
}
