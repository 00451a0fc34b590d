import type { LevelCode } from './types.ts';

/** What a nation, the chair or the clock did in a silence, so many hours after it opened. */
export type SilenceStep =
  | { readonly after: number; readonly kind: 'acknowledge'; readonly by: string }
  | { readonly after: number; readonly kind: 'break' | 'lift'; readonly by: string; readonly reason: string }
  | {
      readonly after: number;
      readonly kind: 'extend' | 'resume';
      /** The new end, in hours after the opening. */
      readonly until: number;
      readonly reason: string;
    };

/** A decision of the demo alliance, with the text it is about. */
export type DecisionSeed = {
  readonly key: string;
  readonly body: string;
  readonly title: string;
  readonly reference: string;
  readonly level: LevelCode;
  readonly daysAgo: number;
  readonly paragraphs: readonly string[];
  readonly silence?: { readonly hours: number; readonly steps: readonly SilenceStep[] };
  readonly meeting?: { readonly place: string; readonly note: string };
  readonly reservations?: readonly {
    readonly by: string;
    readonly kind: 'scrutiny' | 'linguistic';
    readonly words: string;
  }[];
  readonly statements?: readonly { readonly by: string; readonly words: string }[];
  readonly refersTo?: { readonly key: string; readonly relation: 'corrects' | 'replaces' | 'follows' };
  readonly published?: boolean;
  readonly actions?: readonly {
    readonly what: string;
    /** A nation's code, or a person's key. */
    readonly nation?: string;
    readonly person?: string;
    readonly dueInDays: number | null;
    readonly done?: boolean;
  }[];
};

/** What the Committee on Cyber Defence decided this year, the first one first. */
export const decisions: readonly DecisionSeed[] = [
  {
    key: 'contact-points',
    body: 'CCD',
    title: 'National contact points for incidents of cyber defence',
    reference: 'CCD(N)5',
    level: 'U',
    daysAgo: 210,
    paragraphs: [
      'Each Ally names one contact point for incidents of cyber defence that concern another Ally, and a deputy.',
      'The contact point can be reached at all hours and answers a request within four hours.',
      'The secretariat keeps the list and checks it twice a year by a call that is not announced.',
    ],
    silence: {
      hours: 96,
      steps: [
        { after: 3, kind: 'acknowledge', by: 'nor-delegate' },
        { after: 20, kind: 'acknowledge', by: 'cal-delegate' },
      ],
    },
    published: true,
    actions: [
      {
        what: 'Send the first list of contact points to all Allies.',
        person: 'hqa-secretary-ccd',
        dueInDays: null,
        done: true,
      },
    ],
  },
  {
    key: 'cable-task-force',
    body: 'CCD',
    title: 'Terms of reference of the task force on cable resilience',
    reference: 'CCD(N)11',
    level: 'R',
    daysAgo: 118,
    paragraphs: [
      'A task force on the resilience of undersea cables is set up for two years. It reports to the Committee.',
      'It gathers what Allies agree to share on damage and repair, keeps a common picture of repair capacity, and proposes exercises.',
      'It takes no decision on attribution, and asks no Ally for information that the Ally does not wish to give.',
      'Its first report is due within six months.',
    ],
    silence: {
      hours: 120,
      steps: [
        { after: 5, kind: 'acknowledge', by: 'nor-delegate' },
        {
          after: 30,
          kind: 'break',
          by: 'cal-delegate',
          reason: 'The third paragraph has to leave attribution to Allies in plain words.',
        },
        {
          after: 52,
          kind: 'lift',
          by: 'cal-delegate',
          reason: 'The chair has confirmed how the third paragraph is meant.',
        },
        { after: 54, kind: 'resume', until: 144, reason: 'Every break is lifted.' },
      ],
    },
    reservations: [
      {
        by: 'nor-delegate',
        kind: 'scrutiny',
        words: 'The national parliament has yet to take note of the mandate.',
      },
    ],
    actions: [
      { what: 'Name a member of the task force, with a deputy.', nation: 'NOR', dueInDays: 6 },
      {
        what: 'Propose the dates of the first three meetings of the task force.',
        person: 'hqa-secretary-ccd',
        dueInDays: 12,
      },
    ],
  },
  {
    key: 'exercise-calendar',
    body: 'CCD',
    title: 'Calendar of cyber defence exercises for the coming year',
    reference: 'CCD(D)3',
    level: 'U',
    daysAgo: 47,
    paragraphs: [
      'The Committee takes note of the calendar and agrees its dates.',
      'Allies tell the planning group by the end of the second month which exercises they will staff.',
    ],
    meeting: {
      place: 'Headquarters, room 3',
      note: 'The Committee thanked the planning group for its work.',
    },
    statements: [
      {
        by: 'cal-delegate',
        words: 'Calder understands the dates to be without prejudice to its national planning.',
      },
    ],
    actions: [
      {
        what: 'Tell the planning group which exercises you will staff.',
        person: 'nor-delegate',
        dueInDays: 9,
      },
    ],
  },
  {
    key: 'contact-points-corrected',
    body: 'CCD',
    title: 'National contact points for incidents of cyber defence: correction',
    reference: 'CCD(N)5, correction',
    level: 'U',
    daysAgo: 19,
    paragraphs: [
      'Each Ally names one contact point for incidents of cyber defence that concern another Ally, and two deputies.',
      'The contact point can be reached at all hours and answers a request within four hours.',
      'The secretariat keeps the list and checks it twice a year by a call that is not announced.',
    ],
    silence: {
      hours: 72,
      steps: [{ after: 2, kind: 'extend', until: 96, reason: 'A public holiday in several capitals.' }],
    },
    refersTo: { key: 'contact-points', relation: 'corrects' },
  },
];
