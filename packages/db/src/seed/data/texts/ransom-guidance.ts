import { ransomWords } from './ransom-words.ts';
import type { AmendmentSeed, ParagraphSeed, TextSeed } from './types.ts';

/** The words of a version: the one before with some paragraphs put otherwise, left out, or added after another. */
function revised(
  before: readonly ParagraphSeed[],
  words: Readonly<Record<string, string | null>>,
  added: Readonly<Record<string, ParagraphSeed>> = {},
): readonly ParagraphSeed[] {
  return before.flatMap((one) => {
    const now = words[one.key];
    const kept = now === null ? [] : [now === undefined ? one : { ...one, words: now }];
    const next = added[one.key];
    return next ? [...kept, next] : kept;
  });
}

const second = revised(
  ransomWords,
  {
    'why-two-pages': 'This guidance is written to be read in one sitting, before anything happens.',
    'whom-owned': null,
    'pay-life':
      'Where a life is at risk, [the minister|RYN,ARD][the head of the body|GAL,HAL,VES] decides, and writes down why and on whose advice.',
    'hour-team':
      'The national team is told within [two|NOR,RYN,FEN][six|CAL,ISK,MEL] hours of the first sign.',
    'share-count': null,
  },
  {
    'day-people': {
      key: 'day-listen',
      words: 'A number is open to those who are afraid for their data, and is answered by people.',
    },
  },
);

const third = revised(second, {
  'ready-list-life': 'those on which a life depends, within four hours;',
  'pay-insurer':
    'A policy of insurance that pays a ransom is not bought again when it ends[, nor is it used before that|RYN].',
  'share-purse':
    'Where money was asked, the account it should go to is told as well, [as far as national law allows|WEN,LYS].',
  'after-blame':
    'It is written to learn from. Nobody is punished for what they report in good faith and without delay.',
});

const amendments: readonly AmendmentSeed[] = [
  {
    version: 1,
    by: 'orl-delegate',
    kind: 'delete',
    paragraph: 'whom-owned',
    words: '',
    reason: 'Our harbour companies are owned in halves. The line would cut through one quay.',
    sponsors: ['LYS', 'VES'],
    outcome: 'accepted',
    inVersion: 2,
  },
  {
    version: 1,
    by: 'hal-delegate',
    kind: 'insert',
    paragraph: 'day-people',
    words: 'A telephone number is opened for those who are afraid for their data.',
    reason: 'After our hospitals were struck, eleven thousand people called the fire brigade.',
    sponsors: ['GAL'],
    outcome: 'merged',
    inVersion: 2,
  },
  {
    version: 2,
    by: 'nor-delegate',
    kind: 'replace',
    paragraph: 'ready-list-life',
    words: 'those on which a life depends, within four hours;',
    reason: 'Eight hours is a shift. Nobody has been able to tell us what a ward does for a shift.',
    sponsors: ['FEN', 'ESK'],
    outcome: 'accepted',
    inVersion: 3,
  },
  {
    version: 2,
    by: 'tar-delegate',
    kind: 'delete',
    paragraph: 'after-cost',
    words: '',
    reason: 'Every number of this kind we have seen was made up.',
    outcome: 'rejected',
  },
  {
    version: 3,
    by: 'gal-delegate',
    kind: 'replace',
    paragraph: 'pay-rule',
    words: 'Public bodies do not pay, unless paragraph 8 applies.',
    reason: 'A rule with its exception in the next line reads as if it had none.',
    sponsors: ['HAL', 'VES', 'MAR'],
  },
  {
    version: 3,
    by: 'ryn-delegate',
    kind: 'replace',
    paragraph: 'pay-rule',
    words: 'Public bodies do not pay, without exception and whatever is at stake.',
    reason: 'In our third year nobody has asked a town for money. It was the exception that they lived on.',
    sponsors: ['BRN'],
  },
  {
    version: 3,
    by: 'cal-delegate',
    kind: 'insert',
    paragraph: 'hour-team',
    words: 'Where no telephone works, a person is sent.',
    reason: 'On two of our islands this has been the case twice.',
    sponsors: ['ISK', 'MEL'],
  },
  {
    version: 3,
    by: 'nor-delegate',
    kind: 'replace',
    paragraph: 'day-copy',
    words:
      'Copies are looked at before they are brought back, on a machine that is on no network: what came in may be in them too.',
    reason: 'It says where, since that is what went wrong in Tarn valley.',
  },
  {
    version: 3,
    by: 'wen-delegate',
    kind: 'delete',
    paragraph: 'share-purse',
    words: '',
    reason: 'It belongs into the treaty on legal help, where it stands already.',
    sponsors: ['LYS'],
  },
];

/** A long text: sixty paragraphs in their third version, with brackets, and amendments that contradict each other. */
export const ransomGuidance: TextSeed = {
  key: 'ransom-guidance',
  body: 'CCD',
  title: 'Guidance to public bodies that are asked for ransom',
  reference: 'CCD/2026/38',
  level: 'U',
  releasableTo: 'ALLIES',
  thread: 'ransom-guidance',
  versions: [
    {
      daysAgo: 20,
      note: 'The secretariat’s draft, longer than two pages. I ask delegations to shorten, not to add.',
      paragraphs: ransomWords,
    },
    {
      daysAgo: 12,
      note: 'Orlenia’s deletion is taken in; Halvaria’s telephone has become a sentence of its own.',
      paragraphs: second,
    },
    {
      daysAgo: 5,
      note: 'What remains is whether there is an exception (7 and 8), and how many hours (24).',
      paragraphs: third,
    },
  ],
  amendments,
  standings: [
    { paragraph: 'why-common', standing: 'agreed', daysAgo: 11 },
    { paragraph: 'why-law', standing: 'agreed', daysAgo: 11 },
    { paragraph: 'whom-bodies', standing: 'agreed', daysAgo: 11 },
    { paragraph: 'pay-talk', standing: 'agreed', daysAgo: 10 },
    { paragraph: 'ready-name', standing: 'agreed', daysAgo: 10 },
    { paragraph: 'ready-copies', standing: 'adReferendum', daysAgo: 4 },
    { paragraph: 'hour-cut', standing: 'agreed', daysAgo: 4 },
    { paragraph: 'tell-late', standing: 'adReferendum', daysAgo: 4 },
    { paragraph: 'after-blame', standing: 'adReferendum', daysAgo: 3 },
  ],
};
