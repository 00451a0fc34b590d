import { inEnglish } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** Five nations look for words. Nobody else may learn that they do. */
export const paragraphSevenDrafters: ThreadSeed = {
  key: 'paragraph-seven-drafters',
  body: 'CCD',
  title: 'Paragraph 7: drafting among five',
  language: 'en',
  level: 'R',
  releasableTo: ['NOR', 'CAL', 'ISK', 'LYS', 'MEL', 'HQA'],
  needToKnow: [
    'nor-head',
    'nor-delegate',
    'cal-head',
    'cal-delegate',
    'isk-head',
    'isk-delegate',
    'lys-head',
    'mel-head',
    'hqa-chair-ccd',
    'hqa-secretary-ccd',
  ],
  startedDaysAgo: 12,
  contributions: [
    inEnglish(
      'hqa-chair-ccd',
      0,
      `I am asking the five delegations that spoke on paragraph 7 to look for words together before I table anything. This is a drafting exercise. What is said here is not a position, and I shall not report it to the Committee as one.`,
    ),
    inEnglish(
      'nor-delegate',
      75,
      `Thank you, Chair. To start, three elements on which I heard no one object:

- the authority named under paragraph 6 is the one that speaks;
- the clock starts when that authority becomes aware;
- national law is mentioned once, at the end.

If that is right, only the verb and the figure are open.`,
    ),
    inEnglish(
      'isk-delegate',
      190,
      `That is right for Iskara. For this group only: our concern is a particular one. A cable that lands on our coast is part of an inquiry, and the magistrate has forbidden any mention of it outside the kingdom. A flat “will” would put my authorities in breach on the day they sign.`,
      {
        releasableTo: ['NOR', 'CAL', 'ISK', 'HQA'],
      },
    ),
    inEnglish(
      'cal-delegate',
      260,
      `Calder would not wish to put any Ally in that place. Would “subject to national law” at the end of the sentence not cover it? Our own lawyers read it as covering an order of a court.`,
    ),
    inEnglish(
      'lys-head',
      330,
      `Lysandia could live with the reservation of national law if the figure is firm. Twenty-four hours, or we are back to October.`,
    ),
    inEnglish(
      'mel-head',
      1410,
      `Melora agrees. One of the five will know the night officer of one of the others by name; most will not. The figure is for the night officer.`,
    ),
    inEnglish(
      'isk-head',
      1620,
      `> Would “subject to national law” at the end of the sentence not cover it?

It would, in our lawyers’ view also. We would still enter a reservation so that parliament sees it in print. We shall say so in the Committee ourselves, at the right time.`,
      { quoteOf: 3 },
    ),
    inEnglish(
      'hqa-chair-ccd',
      1700,
      `That is more than I hoped for. I shall use “will”, “twenty-four hours of becoming aware” and “subject to national law”, and leave it to each of you to speak for yourselves. I propose to close this thread when version 4 is on the table.`,
    ),
  ],
};
