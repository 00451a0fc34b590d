import type { ScoringSeed } from './scoring.ts';

const DAYS_AGO = 59 * 1440;
const level = (en: string, fr: string) => ({ en, fr, points: null });

/** How the one table of the exercise that is over was judged, and judged itself. */
export const longWinter: ScoringSeed = {
  exercise: 'LW26',
  judge: 'hqa-secretary-aac',
  criteria: [
    {
      title: { en: 'Who speaks to the press', fr: 'Qui parle à la presse' },
      objective: 0,
      open: true,
      levels: [
        level('Whoever is asked', 'Quiconque est interrogé'),
        level('Somebody named, after a while', 'Une personne désignée, après un temps'),
        level('Somebody named before the first call', 'Une personne désignée avant le premier appel'),
      ],
    },
    {
      title: { en: 'What is known is told apart from what is guessed', fr: 'Le su se distingue du supposé' },
      objective: 0,
      open: true,
      levels: [
        level('Not told apart', 'Sans distinction'),
        level('Told apart when asked', 'Distingué sur demande'),
        level('Told apart in every report', 'Distingué dans chaque compte rendu'),
      ],
    },
  ],
  said: [],
  scores: [
    {
      ...{ team: 'The table', criterion: 0, level: 0, minutesAgo: DAYS_AGO },
      reason: 'Three people answered the same journalist.',
    },
    {
      ...{ team: 'The table', criterion: 1, level: 2, minutesAgo: DAYS_AGO - 5 },
      reason: 'The log says of each line where it came from.',
    },
    {
      ...{ team: 'The table', criterion: 0, level: 1, minutesAgo: DAYS_AGO - 30, self: 'nor-staff-1' },
      reason: 'From the second call on it was the duty officer alone.',
    },
    {
      ...{ team: 'The table', criterion: 1, level: 1, minutesAgo: DAYS_AGO - 30, self: 'nor-staff-1' },
      reason: 'We could have done so in the first report too.',
    },
  ],
  released: DAYS_AGO - 1440,
  checks: [],
};
