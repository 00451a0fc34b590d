import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** The list of authorities that can be reached at night. The partner union and the firm take part. */
export const contactsAtAnyHour: ThreadSeed = {
  key: 'contacts-at-any-hour',
  body: 'SCG',
  title: 'Contacts reachable at any hour: first test',
  language: 'en',
  level: 'U',
  releasableTo: [
    'CAL',
    'ESK',
    'HVN',
    'ISK',
    'LYS',
    'MEL',
    'NOR',
    'PEL',
    'QUA',
    'SOL',
    'ULV',
    'VES',
    'HQA',
    'LUN',
    'HSY',
  ],
  needToKnow: 'body',
  startedDaysAgo: 6,
  contributions: [
    inEnglish(
      'hqa-secretary-scg',
      0,
      `Last night at an hour drawn by lot, 02:25 at headquarters, we rang the fourteen numbers on the list of contacts. Results:

| Answer | Number |
|---|---|
| by a person, within two minutes | 8 |
| by a person, later | 3 |
| by a machine | 2 |
| no longer in service | 1 |

No nation is named here. Each of the six has been told directly.`,
    ),
    inEnglish(
      'hvn-delegate',
      420,
      `Havnia was the number no longer in service, and sees no reason to hide it. The office moved in August; three lists were updated and this one was not. The new number has been sent.`,
    ),
    inFrench(
      'sol-delegate',
      515,
      `La Solvane était l’une des deux machines. Notre permanence est tenue par la capitainerie, qui renvoie les appels de nuit vers un répondeur depuis une panne du standard. C’est réparé. Merci d’avoir appelé : nous ne l’aurions pas su.`,
    ),
    inEnglish(
      'hsy-envoy-1',
      1330,
      `From the operator’s side: our watch room rings these numbers about twice a month. What helps us most is not the speed of the answer but that the person who answers knows the word “cable”. Twice we were put through to the national tourist office.`,
    ),
    inEnglish(
      'ves-head',
      1405,
      `> What helps us most is not the speed of the answer but that the person who answers knows the word “cable”.

Vesperia suggests a card of five lines beside the telephone, the same everywhere: who may call, what to write down, whom to wake. We can draft it.`,
      { quoteOf: 3 },
    ),
    inFrench(
      'lun-envoy-3',
      1490,
      `L’Union littorale tient une liste semblable pour ses ports. Deux listes, c’est deux occasions d’oublier un déménagement. Serait-il possible de comparer les nôtres une fois par trimestre ?`,
    ),
    inEnglish(
      'nor-head',
      2760,
      `Nordmark supports the card and the comparison. We also ask that the test be repeated each quarter, on a Sunday at least once. @[hvn-delegate], thank you for speaking first; it made it easy for the rest of us.`,
    ),
    inEnglish(
      'hqa-chair-scg',
      4150,
      `Next test in the first quarter, on a day I shall not announce. Vesperia drafts the card, in both languages, by 15 December. The secretariats will compare the two lists in January.`,
    ),
  ],
};
