import type { ExerciseColour } from '../../enums.ts';
import type { Bilingual } from './types.ts';

/** Work people do, and who does it. */
export const workRoles: readonly { key: string; name: Bilingual; people: readonly string[] }[] = [
  {
    key: 'incident-analyst',
    name: { en: 'Incident analyst', fr: 'Analyste d’incidents' },
    people: [
      ...['nor-staff-1', 'nor-staff-2', 'nor-staff-3', 'nor-security', 'nor-head'],
      ...['nct-staff-1', 'nct-staff-2', 'nct-staff-3', 'cal-staff-1', 'orl-staff-1'],
    ],
  },
  {
    key: 'watch-officer',
    name: { en: 'Watch officer', fr: 'Officier de quart' },
    people: ['nor-staff-2', 'hqa-staff-2'],
  },
];

type Subject = { everyone: true } | { role: string } | { work: string };

/**
 * What is asked of whom. `level` is a rank, `part` a part in an exercise that counts for so many months; `validInDays` a day
 * ahead on which it must still be valid.
 */
export const requirements: readonly {
  key: string;
  title: Bilingual;
  of: Subject;
  courses: readonly string[];
  level?: number;
  part?: { colour: ExerciseColour | null; months: number };
  validInDays?: number;
}[] = [
  {
    key: 'everyone',
    title: { en: 'Everybody with an account', fr: 'Toute personne qui a un compte' },
    of: { everyone: true },
    courses: ['spotting-phishing'],
  },
  {
    key: 'winter-shield',
    title: { en: 'Analysts, ready for Winter Shield', fr: 'Analystes, prêts pour Winter Shield' },
    of: { work: 'incident-analyst' },
    courses: ['spotting-phishing', 'reporting-an-incident'],
    level: 1,
    validInDays: 24,
  },
  {
    key: 'practised',
    title: { en: 'Analysts, practised in a team', fr: 'Analystes, exercés en équipe' },
    of: { work: 'incident-analyst' },
    courses: [],
    part: { colour: 'blue', months: 24 },
  },
  {
    key: 'travel',
    title: { en: 'Delegates who travel', fr: 'Délégués en déplacement' },
    of: { role: 'delegate' },
    courses: ['working-away-from-the-office'],
  },
];

/** What people earned, so many days ago; a credential of these courses lasts two years: some end soon, some have ended. */
export const earned: readonly { key: string; course: string; daysAgo: number }[] = [
  { key: 'nor-head', course: 'spotting-phishing', daysAgo: 40 },
  { key: 'nor-head', course: 'reporting-an-incident', daysAgo: 12 },
  { key: 'nor-security', course: 'spotting-phishing', daysAgo: 712 },
  { key: 'nor-security', course: 'reporting-an-incident', daysAgo: 30 },
  { key: 'nor-coordinator', course: 'spotting-phishing', daysAgo: 760 },
  { key: 'nor-delegate', course: 'spotting-phishing', daysAgo: 200 },
  { key: 'nor-staff-3', course: 'reporting-an-incident', daysAgo: 150 },
  { key: 'cal-head', course: 'spotting-phishing', daysAgo: 90 },
  { key: 'cal-delegate', course: 'working-away-from-the-office', daysAgo: 60 },
  { key: 'orl-delegate', course: 'working-away-from-the-office', daysAgo: 705 },
];
