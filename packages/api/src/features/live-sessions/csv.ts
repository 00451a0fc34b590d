import type { SignedIn } from '../../context.ts';
import { csvTable } from '../cohorts/csv.ts';
import { attendees } from './attendees.ts';

const MOST = 50_000;

const words = {
  en: {
    heads: ['Session', 'Begins', 'Ends', 'Name', 'Party', 'Attendance', 'Noted', 'Noted by', 'Reason'],
    more: ['At another date', 'Activity done'],
    states: { present: 'present', absent: 'absent', excused: 'excused' },
    yes: 'yes',
  },
  fr: {
    heads: ['Séance', 'Début', 'Fin', 'Nom', 'Partie', 'Présence', 'Notée le', 'Notée par', 'Motif'],
    more: ['À une autre date', 'Activité terminée'],
    states: { present: 'présent', absent: 'absent', excused: 'excusé' },
    yes: 'oui',
  },
} as const;

/** Who was at one date of a session as a table for a spreadsheet, for who runs it: a line for each, with what stands now. */
export async function attendanceCsv(ctx: SignedIn, liveSessionId: string): Promise<string> {
  const { session, people } = await attendees(ctx, { liveSessionId }, MOST);
  const { heads, more, states, yes } = words[ctx.locale];
  const said = (is: boolean) => (is ? yes : '');
  return csvTable([
    [...heads, ...more],
    ...people.map(({ name, party, state, history, elsewhere, done }) => {
      const noted = state === null ? null : history.at(-1);
      return [
        ...[session.title, session.startsAt, session.endsAt, name, party, state && states[state]],
        ...[noted ? new Date(noted.at).toISOString() : null, noted?.by ?? null, noted?.reason ?? null],
        ...[said(elsewhere), said(done)],
      ];
    }),
  ]);
}
