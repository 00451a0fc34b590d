import { cooperationScores } from './cooperation.ts';
import { longWinter } from './scoring-long-winter.ts';

type Words = { en: string; fr: string };

/** Answers or reports of teams, so many minutes ago. */
export type SaidSeed = {
  team: string;
  by: string;
  minutesAgo: number;
  /** The number of the inject it answers; a report where left out. */
  inject?: number;
  text: string;
  done?: string;
  needs?: string;
};
export type ScoringSeed = {
  exercise: string;
  judge: string;
  criteria: {
    title: Words;
    objective: number;
    open: boolean;
    levels: (Words & { points: number | null })[];
  }[];
  said: SaidSeed[];
  /** In the order they were given; the second of a line corrects the first. */
  scores: {
    team: string;
    criterion: number;
    level: number;
    minutesAgo: number;
    reason: string;
    /** Of what was said, by its place. */
    said?: number;
    /** Who of the team thinks so of itself. */
    self?: string;
  }[];
  /** Minutes ago at which the scoreboard was opened to teams. */
  opened?: number;
  /** Minutes ago at which the teams were given their scores. */
  released?: number;
  /** What machines found, each so many minutes ago. */
  checks: { team: string; name: string; state: 'up' | 'down'; points: number; minutesAgo: number }[];
};

const plain = (en: string, fr: string) => ({ en, fr, points: null });

/** Six rounds of checks of two services: the later a service comes back, the fewer points it brings. */
const rounds = (team: string, downs: Record<string, readonly number[]>) =>
  ['locks', 'pumps'].flatMap((name) =>
    [60, 50, 40, 30, 20, 10].map((minutesAgo, round) => {
      const down = downs[name]?.includes(round) ?? false;
      return {
        team,
        name,
        state: down ? ('down' as const) : ('up' as const),
        points: down ? 0 : 5,
        minutesAgo,
      };
    }),
  );

/** How teams of the demo exercises were judged so far: a competition, and tables at which nobody wins. */
export const scoringSeeds: readonly ScoringSeed[] = [
  {
    exercise: 'IL26',
    judge: 'hqa-secretary-aac',
    criteria: [
      {
        title: { en: 'Situation reports', fr: 'Comptes rendus de situation' },
        objective: 1,
        open: true,
        levels: [
          { en: 'None, or too late to be used', fr: 'Aucun, ou trop tard pour servir', points: 0 },
          {
            en: 'In time, but without times or needs',
            fr: 'À temps, mais sans heures ni besoins',
            points: 10,
          },
          {
            en: 'In time, with what happened, what was done and what is needed',
            fr: 'À temps, avec les faits, les mesures et les besoins',
            points: 20,
          },
        ],
      },
      {
        title: { en: 'Decisions under doubt', fr: 'Décisions dans le doute' },
        objective: 0,
        open: true,
        levels: [
          { en: 'Waited for certainty', fr: 'A attendu la certitude', points: 0 },
          { en: 'Decided, without saying why', fr: 'A décidé sans dire pourquoi', points: 8 },
          {
            en: 'Decided, said why, and said when to look again',
            fr: 'A décidé, a dit pourquoi et quand réexaminer',
            points: 15,
          },
        ],
      },
      {
        title: {
          en: 'Told the other teams what they could use',
          fr: 'A dit aux autres équipes ce qui pouvait leur servir',
        },
        objective: 1,
        open: false,
        levels: [
          { en: 'Nothing', fr: 'Rien', points: 0 },
          { en: 'When asked', fr: 'Sur demande', points: 5 },
          { en: 'Unasked', fr: 'Spontanément', points: 10 },
        ],
      },
    ],
    said: [
      {
        team: 'Amber',
        by: 'cal-staff-1',
        minutesAgo: 60,
        inject: 2,
        text: 'We work lock 2 by hand. The keeper stays on the telephone.',
      },
      {
        team: 'Amber',
        by: 'orl-staff-1',
        minutesAgo: 15,
        text: 'Lock 2 by hand since 14:20, pump 5 off since 14:45.',
        done: 'Gate worked by hand; remote access closed.',
        needs: 'Somebody who knows the panel.',
      },
      {
        team: 'Cobalt',
        by: 'ryn-staff-1',
        minutesAgo: 40,
        inject: 2,
        text: 'We have asked the maker whether the panel can be wrong.',
      },
      { team: 'Slate', by: 'orl-staff-2', minutesAgo: 12, text: 'All well now.' },
    ],
    scores: [
      {
        team: 'Amber',
        criterion: 1,
        level: 2,
        minutesAgo: 50,
        reason: 'By hand within five minutes, and a time set to look again.',
        said: 0,
      },
      {
        team: 'Amber',
        criterion: 0,
        level: 1,
        minutesAgo: 10,
        reason: 'Times are there; needs came only on the second page.',
        said: 1,
      },
      {
        team: 'Amber',
        criterion: 0,
        level: 2,
        minutesAgo: 8,
        reason: 'The second page had been overlooked: needs are named.',
        said: 1,
      },
      { team: 'Amber', criterion: 2, level: 1, minutesAgo: 7, reason: 'Answered Slate when it asked.' },
      {
        team: 'Cobalt',
        criterion: 1,
        level: 0,
        minutesAgo: 30,
        reason: 'The barge waited for the maker’s answer.',
        said: 2,
      },
      {
        team: 'Cobalt',
        criterion: 2,
        level: 2,
        minutesAgo: 20,
        reason: 'Warned both others of the panel at once.',
      },
      { team: 'Slate', criterion: 0, level: 0, minutesAgo: 6, reason: 'Three words, no times.', said: 3 },
      {
        team: 'Amber',
        criterion: 0,
        level: 2,
        minutesAgo: 5,
        reason: 'In time and complete.',
        self: 'cal-staff-1',
      },
      {
        team: 'Amber',
        criterion: 1,
        level: 1,
        minutesAgo: 5,
        reason: 'We could have said why.',
        self: 'cal-staff-1',
      },
      {
        team: 'Slate',
        criterion: 0,
        level: 2,
        minutesAgo: 4,
        reason: 'It says what there is to say.',
        self: 'orl-staff-2',
      },
    ],
    opened: 45,
    checks: [
      ...rounds('Amber', { locks: [0, 1] }),
      ...rounds('Cobalt', { locks: [0, 1, 2, 3], pumps: [2] }),
      ...rounds('Slate', { pumps: [1, 2, 3] }),
    ],
  },
  {
    exercise: 'ST26',
    judge: 'hqa-secretary-aac',
    criteria: [
      {
        title: { en: 'Both tables say the same', fr: 'Les deux tables disent la même chose' },
        objective: 1,
        open: true,
        levels: [
          plain('They contradict each other', 'Elles se contredisent'),
          plain('They say the same, after a while', 'Elles disent la même chose, après un temps'),
          plain('They agree before either speaks', 'Elles s’accordent avant que l’une ne parle'),
        ],
      },
    ],
    said: [
      {
        team: 'East table',
        by: 'nor-staff-1',
        minutesAgo: 20,
        text: 'We do not trust the signature. Updates are off.',
        done: 'Called the other table.',
        needs: 'A word from legal.',
      },
    ],
    scores: [
      {
        team: 'East table',
        criterion: 0,
        level: 1,
        minutesAgo: 10,
        reason: 'They called the other table, ten minutes after they had told the press.',
      },
      {
        team: 'East table',
        criterion: 0,
        level: 2,
        minutesAgo: 8,
        reason: 'We called before we decided.',
        self: 'nor-staff-1',
      },
    ],
    checks: [],
  },
  longWinter,
  cooperationScores,
];
