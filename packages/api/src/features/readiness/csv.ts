import type { SignedIn } from '../../context.ts';
import { dayIn } from '../../days.ts';
import { found } from '../../errors.ts';
import { csvTable } from '../cohorts/csv.ts';
import { listOf, shownLines } from './listed.ts';
import { shownColumns } from './outlook.ts';
import type { Cell } from './rules.ts';
import type { PageInput } from './schemas.ts';

const words = {
  en: {
    exercise: 'exercise',
    unread: 'an exercise',
    heads: ['Name', 'Job title', 'Party', 'Standing', 'Missing', 'Next step'],
    until: 'date',
    standings: { ready: 'ready', oneStep: 'one step away', moreSteps: 'more steps away', notConcerned: '' },
    states: {
      ...{ ready: 'ready', endsSoon: 'ends soon', endsBefore: 'ends too early', underWay: 'under way' },
      ...{ failed: 'failed', expired: 'expired', notStarted: 'not started', notNeeded: 'not needed' },
    },
    steps: {
      ...{ none: '', begin: 'take the course', continue: 'go on', retry: 'try again' },
      ...{ renew: 'renew', attest: 'have it attested' },
      ...{ takePart: 'take part in an exercise', named: 'named for an exercise' },
    },
  },
  fr: {
    exercise: 'exercice',
    unread: 'un exercice',
    heads: ['Nom', 'Fonction', 'Partie', 'Situation', 'Manques', 'Prochaine étape'],
    until: 'date',
    standings: { ready: 'prêt', oneStep: 'à une étape', moreSteps: 'à plusieurs étapes', notConcerned: '' },
    states: {
      ...{
        ready: 'prêt',
        endsSoon: 'arrive à échéance',
        endsBefore: 'expire trop tôt',
        underWay: 'en cours',
      },
      ...{ failed: 'échoué', expired: 'expiré', notStarted: 'pas commencé', notNeeded: 'non requis' },
    },
    steps: {
      ...{ none: '', begin: 'suivre le cours', continue: 'poursuivre', retry: 'réessayer' },
      ...{ renew: 'renouveler', attest: 'faire attester' },
      ...{ takePart: 'participer à un exercice', named: 'désigné pour un exercice' },
    },
  },
} as const;

/** The page of one party as a table for a spreadsheet: everybody it lists, whatever their number, in the reader's language. */
export async function readinessCsv(ctx: SignedIn, input: PageInput): Promise<string> {
  const list = await listOf(ctx, input);
  found(list.party);
  const { zone } = list.base;
  const say = words[ctx.locale];
  const codes = new Map(list.wanted.map(({ id, code }) => [id, code]));
  const columns = shownColumns(list.outlook);
  const heads = columns.flatMap(({ kind, title }) => [
    ...[title, `${title}: ${say.until}`],
    ...(kind === 'part' ? [`${title}: ${say.exercise}`] : []),
  ]);
  const rows = (await shownLines(ctx, list, list.listed)).map((line) => [
    ...[line.name, line.jobTitle, codes.get(line.partyId) ?? '', say.standings[line.standing], line.missing],
    line.next ? `${line.next.title}: ${say.steps[line.next.step]}` : '',
    ...line.cells.flatMap((cell, index) => [
      ...[say.states[cell.state], dayOf(cell)],
      ...(columns[index]?.kind === 'part' ? [exerciseOf(cell)] : []),
    ]),
  ]);
  return csvTable([[...say.heads, ...heads], ...rows]);

  /** The exercise that is the evidence, or the one the person is named for. */
  function exerciseOf({ part }: Pick<Cell, 'part'>): string {
    const one = part?.played ?? part?.named;
    return one ? (one.name ?? say.unread) : '';
  }

  function dayOf({ at }: { at: Cell['at'] | string }): string {
    return at === null ? '' : dayIn(new Date(at), zone);
  }
}
