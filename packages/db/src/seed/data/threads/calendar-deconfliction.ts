import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** Two exercises want the same week and the same people. */
export const calendarDeconfliction: ThreadSeed = {
  key: 'calendar-deconfliction',
  body: 'EPG',
  title: 'Winter Shield and Northern Relay: one calendar',
  language: 'en',
  level: 'U',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 16,
  contributions: [
    inEnglish(
      'hqa-chair-epg',
      0,
      `Winter Shield is fixed for 14 to 18 December. Ulvania and Halvaria have told us that Northern Relay, their national exercise with Eskeland, now falls on 15 to 17 December. Eleven people are named for both. I should like to hear the organisers first.`,
    ),
    inEnglish(
      'ulv-head',
      120,
      `Ulvania regrets the overlap. The week was imposed by the range, which is closed for maintenance from 19 December to February. We can move by one day but not by one week.`,
    ),
    inEnglish(
      'hal-delegate',
      165,
      `The same for Halvaria. Of the eleven people, six are ours: the forensics team. They would play by day in one exercise and by night in the other, which is a fine test of coffee and of nothing else.`,
    ),
    inEnglish(
      'esk-head',
      230,
      `Eskeland could release its two people to Winter Shield and play Northern Relay with reserves. That leaves nine.`,
    ),
    inEnglish(
      'nor-head',
      1300,
      `A suggestion from Nordmark. Winter Shield plays the incident in three phases; forensics has little to do before Wednesday noon. If Northern Relay ended on Wednesday at 10:00, the forensics teams could join us for phase two. The hand-over itself would be worth exercising: that is how it happens in life.`,
    ),
    inEnglish(
      'hal-delegate',
      1365,
      `> If Northern Relay ended on Wednesday at 10:00, the forensics teams could join us for phase two.

Halvaria finds this workable if travel is not needed. Can they take part from our own range, over the exercise network?`,
      { quoteOf: 4 },
    ),
    inEnglish(
      'hqa-secretary-epg',
      1440,
      `They can. The exercise network reaches the Halvarian range since the spring. We would need names and training records by 2 December: each seat in forensics asks for a valid “Reporting an incident”.`,
    ),
    inFrench(
      'avl-delegate',
      1530,
      `L’Avellande n’est pas concernée par Northern Relay, mais elle l’est par le principe. C’est la troisième fois en deux ans. Pourrait-on tenir un calendrier commun dans lequel chaque nation inscrit ses exercices *avant* de les annoncer, même sans détail ? Une date et un nombre de spécialistes suffiraient.`,
    ),
    inEnglish(
      'jur-head',
      2760,
      `Juravia supports Avelland. A date, a number and a contact. Nothing about scenarios.`,
    ),
    inEnglish(
      'ulv-delegate',
      2850,
      `Ulvania confirms: Northern Relay will end on Wednesday 16 December at 10:00. We owe the Group an apology for the late notice, and will enter our 2027 dates as soon as the calendar exists.`,
      {
        edit: {
          earlierMarkdown: `Ulvania confirms: Northern Relay will end on Wednesday 16 December at 12:00. We owe the Group an apology for the late notice.`,
          minutesAfterStart: 2874,
        },
      },
    ),
    inEnglish(
      'hqa-chair-epg',
      4210,
      `Agreed, then: Northern Relay ends on Wednesday at 10:00, forensics joins from the Halvarian range at noon, names by 2 December. The secretariat will open a shared calendar in January with the three fields Juravia lists. Training coordinators will be told which of their people still lack the course. @[hal-delegate], please tell your forensics team that they are expected.`,
    ),
  ],
};
