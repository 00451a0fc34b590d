import type { TextSeed } from './types.ts';

/** Words for which silence was announced: nobody is bound yet, and a nation may still object to the method. */
export const credentialTerms: TextSeed = {
  key: 'credential-terms',
  body: 'TRB',
  title: 'How long a credential holds in another nation',
  reference: 'TRB/2026/08',
  level: 'U',
  releasableTo: 'ALLIES',
  thread: 'credential-validity',
  versions: [
    {
      daysAgo: 2,
      note: 'The numbers are those of the table in the thread.',
      paragraphs: [
        {
          key: 'rule',
          words:
            'A credential earned in one nation holds in every other for as long as it holds where it was earned.',
        },
        {
          key: 'longest',
          words:
            'No credential holds for longer than three years without its holder having shown the same once more.',
        },
        {
          key: 'doubt',
          words: 'A nation that doubts a credential asks the nation that issued it, and not its holder.',
        },
      ],
    },
  ],
  amendments: [],
  standings: [],
};
