/** One thing that happened to a silence, so many hours before the seed runs. */
export type SilenceEventSeed = {
  readonly kind: 'announce' | 'open' | 'acknowledge' | 'requestExtension' | 'extend' | 'break';
  /** Who: the chair, or somebody of a delegation. */
  readonly by: string;
  readonly hoursAgo: number;
  readonly words?: string;
  readonly objection?: 'objection' | 'amendment';
  /** Keys of paragraphs. */
  readonly paragraphs?: readonly string[];
};

/** A silence over a text's newest version, whose end lies days ahead of the seed. */
export type SilenceSeed = {
  readonly text: string;
  readonly events: readonly SilenceEventSeed[];
  /** Nations that said early that they have no objection, by who said it. */
  readonly noObjection?: readonly { readonly by: string; readonly hoursAgo: number }[];
};

const has = (by: string, hoursAgo: number): SilenceEventSeed => ({ kind: 'acknowledge', by, hoursAgo });

/** One that runs, one that is broken, one that is announced. */
export const silences: readonly SilenceSeed[] = [
  {
    text: 'ransom-demands',
    events: [
      { kind: 'open', by: 'hqa-chair-ccd', hoursAgo: 30 },
      has('lys-head', 29),
      has('ard-delegate', 27),
      has('gal-delegate', 26),
      has('fen-head', 25),
      {
        kind: 'requestExtension',
        by: 'isk-head',
        hoursAgo: 22,
        words: 'The translation reached us this morning. A day would do.',
      },
      has('ves-head', 21),
      has('mel-delegate', 20),
      { kind: 'extend', by: 'hqa-chair-ccd', hoursAgo: 19, words: 'For translation, as Iskara asked.' },
      has('orl-head', 6),
    ],
    noObjection: [
      { by: 'lys-head', hoursAgo: 29 },
      { by: 'ves-head', hoursAgo: 21 },
      { by: 'orl-head', hoursAgo: 6 },
    ],
  },
  {
    text: 'repair-ships',
    events: [
      { kind: 'open', by: 'hqa-chair-scg', hoursAgo: 50 },
      has('cal-delegate', 49),
      has('pel-delegate', 47),
      {
        kind: 'break',
        by: 'cal-head',
        hoursAgo: 8,
        objection: 'objection',
        paragraphs: ['costs'],
        words: 'Calder cannot bear the whole cost of a voyage that serves three nations.',
      },
      {
        kind: 'break',
        by: 'ves-head',
        hoursAgo: 5,
        objection: 'amendment',
        paragraphs: ['order'],
        words:
          '“carries the emergency calls of more people” should read “carries emergency calls”: numbers are not known in the first hours.',
      },
    ],
  },
  {
    text: 'credential-terms',
    events: [{ kind: 'announce', by: 'hqa-chair-trb', hoursAgo: 20 }],
  },
];

/** Days on which a capital does not work: so many days after the seed runs, and every year on a day of the calendar. */
export const holidays: readonly {
  readonly parties: readonly string[];
  readonly name: { readonly en: string; readonly fr: string };
  readonly inDays?: readonly number[];
  readonly monthDay?: string;
}[] = [
  { parties: ['CAL', 'ULV'], name: { en: 'Founding Day', fr: 'Jour de la Fondation' }, inDays: [3, 10] },
  { parties: ['FEN'], name: { en: 'Harbour Day', fr: 'Jour du Port' }, inDays: [4] },
  { parties: ['TAR', 'ZAR', 'SOL'], name: { en: 'Day of the Treaty', fr: 'Jour du Traité' }, inDays: [5, 6] },
  { parties: ['ISK', 'NOR', 'VES'], name: { en: 'Winter Light', fr: 'Lumière d’hiver' }, monthDay: '12-13' },
  {
    parties: ['ARD', 'GAL', 'LYS'],
    name: { en: 'Harvest Home', fr: 'Fête des moissons' },
    monthDay: '09-15',
  },
  {
    parties: ['ELM', 'QUA', 'RYN'],
    name: { en: 'Constitution Day', fr: 'Jour de la Constitution' },
    monthDay: '05-20',
  },
];
