import type { SignedIn } from '../../context.ts';
import { csvTable } from '../cohorts/csv.ts';
import { itemAnalysis } from './analysis.ts';

const HEAD = {
  en: [
    'Question',
    'Version',
    'Type',
    'Attempts',
    'Answered',
    'Facility',
    'Discrimination',
    'Seconds',
    'Choices',
    'Hint',
  ],
  fr: [
    'Question',
    'Version',
    'Type',
    'Essais',
    'Répondues',
    'Facilité',
    'Discrimination',
    'Secondes',
    'Choix',
    'Indication',
  ],
};

/** The figures of a quiz's questions as CSV: each choice with how often it was taken, right ones with a star. */
export async function analysisCsv(ctx: SignedIn, activityId: string): Promise<string> {
  const { items } = await itemAnalysis(ctx, { activityId });
  const rounded = (figure: number | null) => (figure === null ? null : Math.round(figure * 1000) / 1000);
  const rows = items.map((item) => [
    item.name,
    item.number,
    item.kind,
    item.tries,
    item.answered,
    rounded(item.facility),
    rounded(item.discrimination),
    rounded(item.seconds),
    item.choices.map(({ key, right, count }) => `${key}${right ? '*' : ''} ${count}`).join('; '),
    item.hint,
  ]);
  return csvTable([HEAD[ctx.locale === 'fr' ? 'fr' : 'en'], ...rows]);
}
