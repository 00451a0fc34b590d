import type { ParagraphSeed, TextSeed } from './types.ts';

const first: ParagraphSeed = {
  key: 'tell',
  words:
    'An organisation that receives a demand tells its national authority before it answers, and keeps what it received as it was.',
};
const last: ParagraphSeed = {
  key: 'review',
  words: 'The Committee looks at this guidance again after a year, or sooner where an Ally asks for it.',
};

/** Clean words under silence: the clock runs, a few nations have said that they have the text, most have said nothing. */
export const ransomDemands: TextSeed = {
  key: 'ransom-demands',
  body: 'CCD',
  title: 'What to do first when a ransom demand arrives',
  reference: 'CCD/2026/39',
  level: 'U',
  releasableTo: 'ALLIES',
  thread: 'ransom-guidance',
  versions: [
    {
      daysAgo: 12,
      note: 'From the thread; what nations said of payment is not settled by it.',
      paragraphs: [
        first,
        {
          key: 'pay',
          words: 'Whether a demand may be paid is a matter of national law. No Ally advises that it be paid.',
        },
        last,
      ],
    },
    {
      daysAgo: 3,
      note: 'Paragraph 3 is new, as Elmoria and Quarenne asked. No bracket is left.',
      paragraphs: [
        first,
        {
          key: 'pay',
          words:
            'Whether a demand may be paid is a matter of national law. No Ally advises that it be paid, and none punishes whoever tells of a demand for having told.',
        },
        {
          key: 'share',
          words:
            'National authorities share, within a day, what lets others recognise the same attack; the name of the organisation is shared only where it agrees.',
        },
        last,
      ],
    },
  ],
  amendments: [],
  standings: [],
};
