import type { ExerciseSeed } from './exercises.ts';
import type { EventsListSeed } from './injects/types.ts';

const TEAMS = ['Amber', 'Cobalt', 'Slate'];

/** A competition under way: mixed teams keep a water works running. All of it is made up. */
export const competition: ExerciseSeed = {
  code: 'IL26',
  name: { en: 'Iron Lock 26', fr: 'Écluse de fer 26' },
  kind: 'competitive',
  summary: {
    en: 'Three mixed teams keep the same fictional locks and pumps working while they are attacked. Machines check what works; evaluators judge what is reported and decided.',
    fr: 'Trois équipes mixtes maintiennent en service les mêmes écluses et pompes fictives pendant qu’elles sont attaquées. Des machines contrôlent ce qui fonctionne ; des évaluateurs jugent ce qui est rapporté et décidé.',
  },
  place: 'By link',
  director: 'hqa-secretary-epg',
  staff: [
    { person: 'hqa-staff-4', role: 'exerciseControl' },
    { person: 'hqa-secretary-aac', role: 'evaluator' },
  ],
  placed: {
    'cal-staff-1': 'Amber',
    'orl-staff-1': 'Amber',
    'ryn-staff-1': 'Cobalt',
    'cal-staff-2': 'Cobalt',
    'orl-staff-2': 'Slate',
    'ryn-staff-2': 'Slate',
  },
  madeDaysAgo: 60,
  startsInDays: 0,
  beganMinutesAgo: 80,
  days: 1,
  closesInDays: -10,
  objectives: [
    { en: 'Keep the locks and pumps in service', fr: 'Maintenir les écluses et les pompes en service' },
    {
      en: 'Report in time and in words that can be used',
      fr: 'Rendre compte à temps et de façon exploitable',
    },
  ],
  teams: [
    { name: 'Amber', parties: ['CAL', 'ORL'] },
    { name: 'Cobalt', parties: ['CAL', 'RYN'] },
    { name: 'Slate', parties: ['ORL', 'RYN'] },
  ],
  events: [{ kind: 'hotWash', title: 'Hot wash', inDays: 2, place: 'By link' }],
  invited: ['CAL', 'ORL', 'RYN'].map((party) => ({ party, standing: 'participant' as const, agreed: true })),
  roles: [
    {
      colour: 'blue',
      name: { en: 'In a team', fr: 'En équipe' },
      minimum: 6,
      shared: 0,
      course: null,
      seats: { CAL: 2, ORL: 2, RYN: 2 },
      confirmed: ['cal-staff-1', 'cal-staff-2', 'orl-staff-1', 'orl-staff-2', 'ryn-staff-1', 'ryn-staff-2'],
      named: [],
    },
  ],
};

const approved = { move: 1, to: TEAMS, responsible: 'hqa-staff-4', status: 'approved' as const };

/** What happens in it. */
export const competitionEvents: EventsListSeed = {
  exercise: 'IL26',
  storylines: ['The locks', 'The pumps'],
  injects: [
    {
      ...{ ...approved, minute: 0, storyline: null, objective: 1 },
      ...{ title: 'You have the watch', from: 'Exercise control', means: 'Inbox' },
      text: 'From now on your team runs the water works. Tell us who leads your watch.',
      expected: 'Each team names its leader.',
    },
    {
      ...{ ...approved, minute: 15, storyline: 0, objective: 0 },
      ...{ title: 'Lock 2 does not open', from: 'Lock keeper', means: 'Telephone' },
      text: 'The barge Linden has waited for ten minutes. The panel says that the gate is open. It is shut.',
      expected: 'They believe the keeper and not the panel, and go over to working by hand.',
    },
    {
      ...{ ...approved, minute: 40, storyline: 1, objective: 0 },
      ...{ title: 'Pump 5 runs backwards', from: 'Pumping station', means: 'Radio' },
      text: 'Pump 5 takes water out of the canal. Nobody here has touched it.',
      expected: 'They stop it at the switch, and ask who signed in last.',
    },
    {
      ...{ ...approved, minute: 60, storyline: null, objective: 1 },
      ...{ title: 'Situation report due', from: 'Headquarters', means: 'Inbox' },
      text: 'Send a situation report: what happened, what you did, what you need.',
      expected: 'A report within a quarter of an hour, with times.',
    },
    {
      ...{ ...approved, minute: 110, storyline: 0, objective: 0 },
      ...{ title: 'A second lock', from: 'Lock keeper', means: 'Telephone' },
      text: 'Lock 7 now does the same.',
      expected: 'They see what both have in common.',
    },
  ],
};
