import type { SignedIn } from '../../context.ts';
import { csvTable } from './csv.ts';
import { cohortById } from './queries.ts';
import type { MemberState } from './rules.ts';

type Words = { heads: string[]; states: Record<MemberState, string> };

const words: Record<'en' | 'fr', Words> = {
  en: {
    heads: ['Name', 'E-mail', 'Party', 'Job title', 'State', 'Done', 'Of', 'Due', 'Completed'],
    states: {
      completed: 'completed',
      underWay: 'under way',
      notStarted: 'not started',
      overdue: 'overdue',
      notEnrolled: 'not enrolled',
    },
  },
  fr: {
    heads: ['Nom', 'Courriel', 'Partie', 'Fonction', 'État', 'Fait', 'Sur', 'Échéance', 'Terminé'],
    states: {
      completed: 'terminé',
      underWay: 'en cours',
      notStarted: 'pas commencé',
      overdue: 'en retard',
      notEnrolled: 'pas inscrit',
    },
  },
};

/** How far each member is, as a table for a spreadsheet: those the reader may see, in their language. */
export async function progressCsv(ctx: SignedIn, cohortId: string): Promise<string> {
  const cohort = await cohortById(ctx, cohortId);
  const { heads, states } = words[ctx.locale];
  return csvTable([
    heads,
    ...cohort.members.map((member) => [
      member.name,
      member.email,
      member.partyCode,
      member.jobTitle,
      states[member.state],
      member.done,
      member.total,
      member.dueAt,
      member.completedAt,
    ]),
  ]);
}
