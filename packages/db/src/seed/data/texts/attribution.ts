import type { ParagraphSeed, TextSeed } from './types.ts';

const facts: ParagraphSeed = {
  key: 'facts',
  words:
    'A statement begins with what was seen, by whom, and when; it keeps apart what is known and what is thought.',
};
const together: ParagraphSeed = {
  key: 'together',
  words: 'No nation is named before the nation that was struck agrees to it.',
};

/** A guide early on its way: brackets in two paragraphs, a gap, and amendments nobody has decided on. */
export const attribution: TextSeed = {
  key: 'attribution',
  body: 'CCD',
  title: 'Guide to the words used when an attack is attributed',
  reference: 'CCD/2026/44',
  level: 'R',
  releasableTo: 'ALLIES',
  thread: 'attribution-language',
  versions: [
    {
      daysAgo: 4,
      note: 'Drawn from what was said in the thread.',
      paragraphs: [
        facts,
        together,
        { key: 'degree', words: 'How sure we are is said in one of [three|NOR,ELM][five|QUA,VES] words.' },
      ],
    },
    {
      daysAgo: 2,
      note: 'The words themselves go into an annex once paragraph 3 is settled.',
      paragraphs: [
        facts,
        together,
        {
          key: 'degree',
          words:
            'How sure we are is said in one of [three|NOR,ELM][four|RYN][five|QUA,VES] words, which stand in the annex.',
        },
        {
          key: 'silence',
          words:
            'An Ally that cannot join a statement says nothing about it[, and is not asked why|ISK,KAR].',
        },
        { key: 'when', words: 'This guide is used from [… date].' },
      ],
    },
  ],
  amendments: [
    {
      version: 2,
      by: 'ryn-delegate',
      kind: 'replace',
      paragraph: 'degree',
      words: 'How sure we are is said in one of four words, which stand in the annex.',
      reason: 'Three are too few for lawyers, five too many for readers.',
      sponsors: ['BRN'],
    },
    {
      version: 2,
      by: 'elm-delegate',
      kind: 'insert',
      paragraph: 'together',
      words: 'A nation that is named is told so first.',
      reason: 'It is what we would ask for ourselves.',
    },
  ],
  standings: [
    { paragraph: 'facts', standing: 'agreed', daysAgo: 1 },
    { paragraph: 'together', standing: 'adReferendum', daysAgo: 1 },
  ],
};
