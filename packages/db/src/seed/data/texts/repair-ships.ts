import type { TextSeed } from './types.ts';

/** Words over which silence was broken: by one nation for a phrase, by another for a paragraph. */
export const repairShips: TextSeed = {
  key: 'repair-ships',
  body: 'SCG',
  title: 'Terms for the shared use of repair ships',
  reference: 'SCG/2026/12',
  level: 'R',
  releasableTo: ['CAL', 'ESK', 'HVN', 'ISK', 'LYS', 'MEL', 'NOR', 'PEL', 'QUA', 'SOL', 'ULV', 'VES', 'HQA'],
  thread: 'navires-reparateurs',
  versions: [
    {
      daysAgo: 4,
      note: 'As agreed in the drafting group of last week.',
      paragraphs: [
        {
          key: 'list',
          words: 'Each member of the Group keeps a list of the repair ships that it can send, and how soon.',
        },
        {
          key: 'ask',
          words:
            'A nation whose cable is cut asks through its point of contact; the nation asked answers within six hours.',
        },
        {
          key: 'costs',
          words: 'The nation that asks bears the costs of the voyage, unless both nations agree otherwise.',
        },
        {
          key: 'order',
          words:
            'Where two nations ask at once, the cable that carries the emergency calls of more people goes first.',
        },
      ],
    },
  ],
  amendments: [],
  standings: [],
};
