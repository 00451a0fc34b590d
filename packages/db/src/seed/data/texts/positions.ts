import type { PositionSeed, ReservationSeed, StatementSeed } from './said.ts';

const cables = 'cable-resilience';
const guide = 'attribution';

const plain = (
  text: string,
  version: number,
  stance: PositionSeed['stance'],
  codes: readonly string[],
): PositionSeed[] =>
  codes.map((code) => ({
    text,
    version,
    by: `${code.toLowerCase()}-head`,
    stance,
    words: '',
    instructed: true,
  }));

/** What nations say of the versions, in the order in which they said it. */
export const positionSeeds: readonly PositionSeed[] = [
  ...plain(cables, 3, 'noObjection', ['ARD', 'ESK', 'HVN', 'KES', 'NOR', 'ULV']),
  {
    text: cables,
    version: 3,
    by: 'cal-head',
    stance: 'cannotAccept',
    words: 'Not with “will” and no word about those who own the cables.',
    instructed: true,
  },
  ...plain(cables, 4, 'agree', ['LYS', 'ORL']),
  {
    text: cables,
    version: 4,
    by: 'ves-head',
    stance: 'agree',
    words: 'It says what we have done since last winter.',
    instructed: true,
  },
  ...plain(cables, 4, 'noObjection', ['ARD', 'FEN', 'GAL', 'MEL', 'RAV', 'TAR', 'ZAR']),
  {
    text: guide,
    version: 1,
    by: 'nor-head',
    stance: 'agreeWithComment',
    words: 'Three words are enough, as long as each has a meaning in every language we publish in.',
    instructed: true,
  },
  ...plain(guide, 1, 'noObjection', ['FEN', 'HAL', 'ULV']),
  {
    text: guide,
    version: 1,
    by: 'qua-head',
    stance: 'reservation',
    words: 'Nos juristes distinguent cinq degrés, et ne peuvent en perdre deux.',
    instructed: true,
  },
  ...plain(guide, 2, 'agree', ['VES']),
  {
    text: guide,
    version: 2,
    by: 'ryn-head',
    stance: 'agreeWithComment',
    words: 'We proposed four words so that nobody has to lose all of theirs.',
    instructed: false,
  },
  {
    text: guide,
    version: 2,
    by: 'isk-head',
    stance: 'cannotAccept',
    words: 'We keep our words in paragraph 4: a nation that says nothing owes no reason.',
    instructed: true,
  },
  ...plain(guide, 2, 'awaitingInstructions', ['MEL', 'SOL']),
  {
    text: guide,
    version: 2,
    by: 'nor-delegate',
    stance: 'agree',
    words: 'Four words, if the annex gives them in English and in French.',
    instructed: true,
    preparedOnly: true,
  },
];

/** Doubts nations have entered; `expectedInDays` before zero has passed without their being lifted. */
export const reservationSeeds: readonly ReservationSeed[] = [
  {
    text: cables,
    version: 3,
    by: 'pel-head',
    kind: 'waiting',
    paragraphs: ['informing'],
    words: 'The ministry that owns our landing stations has not answered.',
    expectedInDays: -4,
  },
  {
    text: cables,
    version: 4,
    by: 'cal-head',
    kind: 'scrutiny',
    paragraphs: ['informing'],
    words:
      'Twenty-four hours bind owners who are not bound by us yet. We lift this once they have been heard.',
    expectedInDays: 8,
  },
  {
    text: cables,
    version: 4,
    by: 'isk-head',
    kind: 'general',
    paragraphs: ['informing'],
    words: 'A duty to inform must not become a duty to accuse. We would lift this for our item (d).',
    expectedInDays: null,
  },
  {
    text: guide,
    version: 1,
    by: 'nor-head',
    kind: 'linguistic',
    paragraphs: ['degree'],
    words: '“Likely” and “probable” are one word in ours.',
    expectedInDays: 10,
  },
  {
    text: guide,
    version: 2,
    by: 'kar-head',
    kind: 'parliamentaryScrutiny',
    paragraphs: ['silence', 'when'],
    words: 'Our parliament is asked before anything binds what the government may say.',
    expectedInDays: -1,
  },
];

/** What nations state for the record. */
export const statementSeeds: readonly StatementSeed[] = [
  {
    text: cables,
    version: 4,
    by: 'fen-head',
    kind: 'interpretation',
    words: 'Fennholm reads “without delay” as: in the same watch in which the damage is seen.',
  },
  {
    text: cables,
    version: 4,
    by: 'lys-head',
    kind: 'explanation',
    words: 'La Lysandie approuve ce texte parce qu’il laisse à chaque nation le choix de son autorité.',
  },
];
