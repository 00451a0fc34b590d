import type { ExerciseSeed } from './exercises.ts';
import type { EventsListSeed } from './injects/types.ts';
import type { ScoringSeed } from './scoring.ts';

const [UPPER, LOWER] = ['Upper reach', 'Lower reach'];
const BOTH = [UPPER, LOWER];

/** Nations together, under way: two reaches of one river, and nobody wins. All of it is made up. */
export const cooperation: ExerciseSeed = {
  code: 'OR26',
  name: { en: 'Open River 26', fr: 'Fleuve ouvert 26' },
  kind: 'cooperative',
  summary: {
    en: 'Two teams of several nations keep the traffic on one fictional river going while its signals and its ship register fail. What one reach sees, the other needs: there is no scoreboard.',
    fr: 'Deux équipes de plusieurs nations maintiennent le trafic d’un même fleuve fictif tandis que ses signaux et son registre des bateaux tombent en panne. Ce que voit un bief, l’autre en a besoin : il n’y a pas de tableau des scores.',
  },
  place: 'By link',
  director: 'hqa-secretary-epg',
  staff: [
    { person: 'hqa-staff-4', role: 'exerciseControl' },
    { person: 'hqa-secretary-aac', role: 'evaluator' },
  ],
  placed: {
    'pel-staff-1': UPPER,
    'jur-staff-1': UPPER,
    'hal-staff-1': LOWER,
    'pel-staff-2': LOWER,
  },
  madeDaysAgo: 60,
  startsInDays: 0,
  beganMinutesAgo: 70,
  days: 1,
  closesInDays: -10,
  objectives: [
    { en: 'Tell the other reach what it will need', fr: 'Dire à l’autre bief ce dont il aura besoin' },
    { en: 'Keep ships moving without the register', fr: 'Faire avancer les bateaux sans le registre' },
  ],
  teams: [
    { name: UPPER, parties: ['PEL', 'JUR'] },
    { name: LOWER, parties: ['HAL', 'PEL'] },
  ],
  events: [{ kind: 'hotWash', title: 'Hot wash', inDays: 2, place: 'By link' }],
  invited: ['PEL', 'JUR', 'HAL'].map((party) => ({ party, standing: 'participant' as const, agreed: true })),
  roles: [
    {
      colour: 'blue',
      name: { en: 'On the river', fr: 'Sur le fleuve' },
      minimum: 4,
      shared: 0,
      course: null,
      seats: { PEL: 2, JUR: 1, HAL: 1 },
      confirmed: ['pel-staff-1', 'pel-staff-2', 'jur-staff-1', 'hal-staff-1'],
      named: [],
    },
  ],
};

const approved = { move: 1, responsible: 'hqa-staff-4', status: 'approved' as const };

/** What happens in it. */
export const cooperationEvents: EventsListSeed = {
  exercise: 'OR26',
  storylines: ['The signals', 'The register'],
  injects: [
    {
      ...{ ...approved, to: BOTH, minute: 0, storyline: null, objective: 0 },
      ...{ title: 'The river is yours', from: 'Exercise control', means: 'Inbox' },
      text: 'From now on you are the watch of your reach. Tell us who leads it, and how the other reach can call you.',
      expected: 'Each names its leader and a number the other reach has.',
    },
    {
      ...{ ...approved, to: [UPPER], minute: 20, storyline: 0, objective: 0 },
      ...{ title: 'Signal 3 shows green both ways', from: 'Skipper', means: 'Radio' },
      text: 'Two barges met under the bridge. Both had green. Nobody is hurt.',
      expected:
        'They stop traffic at the bridge and tell the lower reach, whose signals are of the same make.',
    },
    {
      ...{ ...approved, to: [LOWER], minute: 45, storyline: 1, objective: 1 },
      ...{ title: 'The register is empty', from: 'Registry', means: 'Telephone' },
      text: 'We see no ship at all on the screen. There are eleven on the water.',
      expected: 'They go over to paper, and ask the upper reach which ships are on their way.',
    },
    {
      ...{ ...approved, to: BOTH, minute: 65, storyline: null, objective: 0 },
      ...{ title: 'Situation report due', from: 'Headquarters', means: 'Inbox' },
      text: 'Send a situation report: what happened, what you did, what you need.',
      expected: 'Two reports that agree.',
    },
    {
      ...{ ...approved, to: BOTH, minute: 100, storyline: 0, objective: 1 },
      ...{ title: 'May the signals be trusted again?', from: 'Maker of the signals', means: 'Mail' },
      text: 'All signals were started anew. Please confirm that traffic may go on.',
      expected: 'One answer from both, with what must be true first.',
    },
  ],
};

const level = (en: string, fr: string) => ({ en, fr, points: null });

/** How its teams were judged so far: levels in words, and no points. */
export const cooperationScores: ScoringSeed = {
  exercise: 'OR26',
  judge: 'hqa-secretary-aac',
  criteria: [
    {
      title: { en: 'The other reach knew in time', fr: 'L’autre bief l’a su à temps' },
      objective: 0,
      open: true,
      levels: [
        level('It found out by itself', 'Il l’a découvert seul'),
        level('It was told when it asked', 'On le lui a dit quand il a demandé'),
        level('It was told before it needed to know', 'On le lui a dit avant qu’il n’en ait besoin'),
      ],
    },
  ],
  said: [
    {
      ...{ team: UPPER, by: 'pel-staff-1', minutesAgo: 42, inject: 2 },
      text: 'Traffic at the bridge is stopped. We have told the lower reach to look at its signals.',
    },
  ],
  scores: [
    {
      ...{ team: UPPER, criterion: 0, level: 2, minutesAgo: 35, said: 0 },
      reason: 'The lower reach was called four minutes after the two barges met.',
    },
    {
      ...{ team: UPPER, criterion: 0, level: 1, minutesAgo: 20, self: 'pel-staff-1' },
      reason: 'We called them, and could have said sooner which signals.',
    },
  ],
  checks: [],
};
