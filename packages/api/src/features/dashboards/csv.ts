import type { SignedIn } from '../../context.ts';
import { csvTable } from '../cohorts/csv.ts';
import { type Dashboard, dashboard } from './queries.ts';
import type { Chart, Span, Stage } from './rules.ts';
import type { DashboardInput } from './schemas.ts';

type Words = {
  heads: Record<Chart, readonly string[]>;
  stages: Record<Stage, string>;
  spans: Record<Span, string>;
  before: string;
};

const words: Record<'en' | 'fr', Words> = {
  en: {
    heads: {
      progress: ['Stage', 'People'],
      due: ['Due', 'People not finished'],
      weeks: ['Week from', 'Enrolled', 'Completed'],
      units: ['Unit', 'Begun', 'Completed', 'Planned minutes', 'Median minutes'],
      results: [
        'Unit',
        'Activity',
        'People',
        'Passed',
        'Wait to be marked',
        'Mean per cent',
        '0–19 %',
        '20–39 %',
        '40–59 %',
        '60–79 %',
        '80–100 %',
      ],
      questions: ['Activity', 'Number', 'Question', 'Answers', 'Mean per cent', 'Seconds'],
    },
    stages: {
      seated: 'holds a seat',
      enrolled: 'enrolled',
      begun: 'begun',
      half: 'half done',
      complete: 'completed',
      passed: 'holds the credential',
    },
    spans: {
      overLong: 'overdue more than 2 weeks',
      overWeeks: 'overdue 1 to 2 weeks',
      overWeek: 'overdue up to 1 week',
      week: 'within 1 week',
      weeks: 'in 1 to 2 weeks',
      later: 'later',
      none: 'no deadline',
    },
    before: 'before',
  },
  fr: {
    heads: {
      progress: ['Étape', 'Personnes'],
      due: ['Échéance', 'Personnes qui n’ont pas terminé'],
      weeks: ['Semaine du', 'Inscrits', 'Terminé'],
      units: ['Unité', 'Commencée', 'Terminée', 'Minutes prévues', 'Médiane en minutes'],
      results: [
        'Unité',
        'Activité',
        'Personnes',
        'Réussi',
        'En attente de correction',
        'Moyenne en pour cent',
        '0–19 %',
        '20–39 %',
        '40–59 %',
        '60–79 %',
        '80–100 %',
      ],
      questions: ['Activité', 'Numéro', 'Question', 'Réponses', 'Moyenne en pour cent', 'Secondes'],
    },
    stages: {
      seated: 'a une place',
      enrolled: 'inscrit',
      begun: 'a commencé',
      half: 'à la moitié',
      complete: 'a terminé',
      passed: 'a l’attestation',
    },
    spans: {
      overLong: 'en retard de plus de 2 semaines',
      overWeeks: 'en retard de 1 à 2 semaines',
      overWeek: 'en retard de 1 semaine au plus',
      week: 'dans la semaine',
      weeks: 'dans 1 à 2 semaines',
      later: 'plus tard',
      none: 'sans échéance',
    },
    before: 'avant',
  },
};

type Rows = (string | number | null)[][];

/** One chart as a table for a spreadsheet: what the page shows, in the reader's language. */
export async function dashboardCsv(ctx: SignedIn, input: DashboardInput, chart: Chart): Promise<string> {
  const shown = await dashboard(ctx, input);
  const { heads, ...said } = words[ctx.locale];
  return csvTable([heads[chart], ...rowsOf(shown, chart, said)]);
}

const tenth = (figure: number | null) => (figure === null ? null : Math.round(figure * 10) / 10);

function rowsOf(shown: Dashboard, chart: Chart, { stages, spans, before }: Omit<Words, 'heads'>): Rows {
  const { earlier } = shown;
  const rows: Record<Chart, () => Rows> = {
    progress: () => shown.stages.map(({ stage, people }) => [stages[stage], people]),
    due: () => shown.due.map(({ span, people }) => [spans[span], people]),
    weeks: () => [
      ...(earlier.enrolled > 0 ? [[before, earlier.enrolled, earlier.completed]] : []),
      ...shown.weeks.map((one) => [one.week.slice(0, 10), one.enrolled, one.completed]),
    ],
    units: () => shown.units.map((one) => [one.title, one.begun, one.done, one.planned, one.minutes]),
    results: () =>
      shown.results.map((one) => [
        ...[one.unit, one.title, one.people, one.passed, one.waiting, tenth(one.mean)],
        ...one.fifths,
      ]),
    questions: () =>
      shown.questions.map((one) => [
        ...[one.title, one.number, one.name, one.tries, tenth(one.share * 100), tenth(one.seconds)],
      ]),
  };
  return rows[chart]();
}
