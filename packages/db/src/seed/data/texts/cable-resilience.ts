import type { ParagraphSeed, TextSeed } from './types.ts';

const title: ParagraphSeed = { key: 'aims', kind: 'heading', words: 'What we see' };
const bottom: ParagraphSeed = {
  key: 'bottom',
  kind: 'preamble',
  words:
    'Recalling that the seabed between our coasts carries more of our trade and more of our talk than any road,',
};
const repair: ParagraphSeed = {
  key: 'repair',
  words:
    'A cable that is cut is repaired by few ships. Allies will keep each other informed of where those ships lie and how soon they can sail.',
};
const owners: ParagraphSeed = {
  key: 'owners',
  words:
    'Those who own and lay cables know them best. Allies will hear them before rules are made, and will tell them early what threatens them.',
};
const maps: ParagraphSeed = {
  key: 'maps',
  words:
    'Charts of cables are shared among those who need them, and with no one else; each nation keeps its own in order.',
};
const tasks: ParagraphSeed = { key: 'tasks', kind: 'heading', words: 'What we undertake' };
const common: ParagraphSeed = {
  key: 'common',
  words:
    'Allies recognise that undersea cables carry the exchanges on which their economies and their defence depend, and that damage to them, whether by accident or by intent, is a matter of common concern.',
};
const authority = (until: string): ParagraphSeed => ({
  key: 'authority',
  words: `Each nation will name, by ${until}, an authority that can be reached at any hour and that may request and offer assistance on its behalf.`,
});
const teams: ParagraphSeed = {
  key: 'teams',
  words:
    'Rapid reaction teams may, where a nation requests them and the Committee approves, support the authority named under paragraph 6.',
};
const review: ParagraphSeed = {
  key: 'review',
  words: 'The Committee will review the application of this declaration at its first meeting of each year.',
};
const informing = (words: string): ParagraphSeed => ({ key: 'informing', words });
const training: ParagraphSeed = {
  key: 'training',
  words: 'Allies will exercise together, once in each year, what they will do when a cable falls silent.',
};
const items: readonly ParagraphSeed[] = [
  { key: 'item-who', kind: 'item', words: 'who saw it first, and when;' },
  { key: 'item-which', kind: 'item', words: 'which cable, and where along it;' },
  { key: 'item-help', kind: 'item', words: 'what help is asked for, if any.' },
];

/** The text of the drawing: a declaration in its fourth version, whose brackets are gone and whose hours are not. */
export const cableResilience: TextSeed = {
  key: 'cable-resilience',
  body: 'CCD',
  title: 'Declaration on undersea cable resilience',
  reference: 'CCD/2026/41',
  level: 'R',
  releasableTo: 'ALLIES',
  thread: 'cables-version-three',
  versions: [
    {
      daysAgo: 26,
      note: 'A first draft, to see where we differ.',
      paragraphs: [
        title,
        bottom,
        repair,
        owners,
        maps,
        tasks,
        common,
        authority('[… date]'),
        informing(
          'Allies [should|CAL,ISK,MEL][will|NOR,FEN] share information on incidents affecting cables.',
        ),
        review,
      ],
    },
    {
      daysAgo: 17,
      note: 'The date in paragraph 5 stays open until capitals have answered.',
      paragraphs: [
        title,
        bottom,
        owners,
        repair,
        maps,
        tasks,
        common,
        authority('[… date]'),
        informing(
          'Allies [intend to|CAL,ISK][will|NOR,FEN,HAL] share information on incidents affecting cables without delay, subject to national law.',
        ),
        teams,
        review,
      ],
    },
    {
      daysAgo: 9,
      note: '',
      paragraphs: [
        title,
        bottom,
        repair,
        owners,
        maps,
        { key: 'spare', words: 'Spare lengths of cable lie in [three|GAL,RAV] ports.' },
        tasks,
        common,
        authority('the end of June 2027'),
        informing(
          'Allies [intend to|CAL,ISK][will|NOR,FEN,HAL] share information on incidents affecting cables without delay, subject to national law.',
        ),
        teams,
        review,
      ],
    },
    {
      daysAgo: 3,
      note: 'Paragraph 7 joins what Nordmark and Halvaria proposed. I ask capitals to look at it first.',
      paragraphs: [
        title,
        bottom,
        repair,
        owners,
        maps,
        tasks,
        training,
        common,
        authority('the end of June 2027'),
        informing(
          'Allies will share information on incidents affecting cables without delay, and in any case within twenty-four hours of becoming aware of them, subject to national law. They tell:',
        ),
        ...items,
        teams,
        review,
      ],
    },
  ],
  amendments: [
    {
      version: 3,
      by: 'nor-delegate',
      kind: 'replace',
      paragraph: 'informing',
      words:
        'Allies will share information on incidents affecting cables without delay, and in any case within twenty-four hours of becoming aware of them, subject to national law.',
      reason: 'A cable that is silent for a day is a fact of defence. “Without delay” has meant a week.',
      sponsors: ['HAL', 'FEN'],
      outcome: 'merged',
      inVersion: 4,
    },
    {
      version: 3,
      by: 'gal-delegate',
      kind: 'delete',
      paragraph: 'spare',
      words: '',
      reason: 'No port has agreed to this, and the number is a guess.',
      sponsors: ['RAV'],
      outcome: 'accepted',
      inVersion: 4,
    },
    {
      version: 4,
      by: 'cal-delegate',
      kind: 'replace',
      paragraph: 'informing',
      words:
        'Allies will share information on incidents affecting cables without delay, and where they can within two working days of becoming aware of them, subject to national law. They tell:',
      reason: 'Our authority answers at any hour; those who own the cables do not.',
      sponsors: ['ISK'],
    },
    {
      version: 4,
      by: 'isk-delegate',
      kind: 'insert',
      paragraph: 'item-help',
      words: 'whether the cause is known, or only supposed.',
      reason: 'We should not read a guess as a finding.',
    },
    {
      version: 4,
      by: 'mel-delegate',
      kind: 'replace',
      paragraph: 'training',
      words:
        'Allies will exercise together, once in every two years, what they will do when a cable falls silent.',
      reason: 'Our crews cross an ocean to take part. A year is too short.',
      outcome: 'rejected',
    },
    {
      version: 4,
      by: 'nor-delegate',
      kind: 'insert',
      paragraph: 'maps',
      words: 'A chart that is shared says how old it is.',
      reason: 'Two of last year’s calls were about cables that had been moved.',
      sponsors: ['FEN'],
    },
  ],
  standings: [
    { paragraph: 'common', standing: 'agreed', daysAgo: 5 },
    { paragraph: 'authority', standing: 'agreed', daysAgo: 5 },
    { paragraph: 'repair', standing: 'agreed', daysAgo: 12 },
    { paragraph: 'owners', standing: 'agreed', daysAgo: 12 },
    { paragraph: 'teams', standing: 'adReferendum', daysAgo: 2 },
    { paragraph: 'review', standing: 'agreed', daysAgo: 12 },
  ],
};
