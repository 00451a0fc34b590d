import type { NoteSeed } from './said.ts';

const cables = 'cable-resilience';
const guide = 'attribution';

/** What delegations note for themselves. Nobody else in the demo ever sees a word of it. */
export const noteSeeds: readonly NoteSeed[] = [
  {
    text: cables,
    by: 'nor-head',
    paragraph: 'informing',
    words: 'Instruction: we prefer “will”; we can live with “intend to” if “without delay” stays.',
  },
  {
    text: cables,
    by: 'nor-delegate',
    paragraph: 'training',
    words: 'Melora asks for two years. The fleet says yearly is no trouble; do not spend anything on it.',
  },
  {
    text: cables,
    by: 'nor-delegate',
    paragraph: null,
    words:
      'Ambassador briefed on version 4. One open point, paragraph 7. Answer due before the clock runs out.',
  },
  {
    text: cables,
    by: 'cal-head',
    paragraph: 'informing',
    words: 'Owners met on Tuesday: they can live with 48 hours, not with 24. Floor for us: “where they can”.',
  },
  {
    text: cables,
    by: 'cal-delegate',
    paragraph: null,
    words: 'If Iskara lifts, we do not stand alone. Capital decides the evening before.',
  },
  {
    text: guide,
    by: 'nor-delegate',
    paragraph: 'degree',
    words: 'Four words are fine. Ask for the annex in both languages before we lift.',
  },
];
