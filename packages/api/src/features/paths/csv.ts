import type { SignedIn } from '../../context.ts';
import { csvTable } from '../cohorts/csv.ts';
import { type PathProgressInput, pathProgress } from './progress.ts';

const MOST = 50_000;

const words = {
  en: {
    heads: ['Name', 'Party', 'Required done', 'Of'],
    hidden: 'A course that is not open to you',
    optional: 'optional',
    states: { done: 'done', underWay: 'under way', open: 'open', waits: 'after the ones before' },
  },
  fr: {
    heads: ['Nom', 'Partie', 'Obligatoires terminés', 'Sur'],
    hidden: 'Un cours qui ne vous est pas ouvert',
    optional: 'facultatif',
    states: { done: 'terminé', underWay: 'en cours', open: 'ouvert', waits: 'après les précédents' },
  },
} as const;

/** Who is where on a path as a table for a spreadsheet: everybody the page would list, in the reader's language. */
export async function pathProgressCsv(ctx: SignedIn, input: PathProgressInput): Promise<string> {
  const { steps, people } = await pathProgress(ctx, input, MOST);
  const { heads, hidden, optional, states } = words[ctx.locale];
  const courses = steps.map(({ title, required }, index) => {
    const named = `${index + 1}. ${title || hidden}`;
    return required ? named : `${named} (${optional})`;
  });
  return csvTable([
    [...heads, ...courses],
    ...people.map(({ name, party, done, total, cells }) => [
      ...[name, party, done, total],
      ...cells.map(({ state }) => states[state]),
    ]),
  ]);
}
