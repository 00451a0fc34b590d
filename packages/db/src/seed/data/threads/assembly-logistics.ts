import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** Rooms, interpreters and the network of the annual assembly. */
export const assemblyLogistics: ThreadSeed = {
  key: 'assembly-logistics',
  body: 'AAC',
  title: 'Annual assembly in Port Lys: logistics',
  language: 'en',
  level: 'U',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 19,
  contributions: [
    inEnglish(
      'hqa-secretary-aac',
      0,
      `The assembly meets in Port Lys from 8 to 11 June. Before the host signs with the congress centre, four questions:

1. How large will each delegation be? The hall seats 220; we propose six per nation.
2. Interpretation in the two working groups, or in plenary only?
3. Do delegations bring their own telephones into the hall?
4. Arrivals on Sunday 7 June: from what hour should the shuttle run?`,
    ),
    inFrench(
      'lys-head',
      90,
      `La Lysandie est heureuse d’accueillir l’assemblée. Le palais des congrès se trouve à douze minutes à pied de la gare maritime ; trois hôtels ont réservé 260 chambres jusqu’au 15 mars. Nous préparons une note sur l’accessibilité : l’entrée principale a des marches, l’entrée est n’en a pas et ouvrira à la même heure.`,
    ),
    inEnglish(
      'hvn-head',
      150,
      `Havnia will come with three and offers its other seats to whoever needs them. Our only flight lands at 23:40 on Sunday. Could one shuttle wait for it?`,
    ),
    inEnglish(
      'jur-delegate',
      310,
      `Juravia asks for interpretation in the working groups too. Last year the groups finished in English at nine in the evening, and two delegations discovered in plenary what they had agreed to.`,
    ),
    inFrench(
      'dor-head',
      1265,
      `> two delegations discovered in plenary what they had agreed to

Nous étions l’une des deux, et nous remercions la Juravie de le dire avec tant de délicatesse. La Dorvane appuie l’interprétation dans les groupes ; si le budget ne le permet pas, nous préférons des séances plus courtes à des séances sans interprètes.`,
      { quoteOf: 3 },
    ),
    inEnglish(
      'rav-delegate',
      1380,
      `On question 3, with the advice of our security officer: lockers at the door, free of charge, one per person, with a number that is not the delegate’s name. If telephones stay outside, please let there also be a wall clock and a landline, or people will leave the hall every ten minutes.`,
      {
        edit: {
          earlierMarkdown: `On question 3, with the advice of our security officer: lockers at the door, one per person. If telephones stay outside, please let there also be a wall clock, or people will leave the hall every ten minutes.`,
          minutesAfterStart: 1402,
        },
      },
    ),
    inEnglish(
      'wen-delegate',
      1500,
      `Wendria can accept lockers. We ask that hearing aids and medical devices that talk to a telephone be exempt without a form.`,
    ),
    inEnglish(
      'nor-delegate',
      2750,
      `Nordmark supports the last two speakers and suggests that the portal course “Working away from the office” be completed by each traveller before badges are printed. It takes three quarters of an hour. @[lys-delegate], would the host see any difficulty?`,
    ),
    inFrench(
      'lys-delegate',
      2835,
      `> would the host see any difficulty?

Aucune, au contraire. Nous y joindrons une page sur le réseau du palais : un réseau câblé pour les délégations, un réseau sans fil pour la presse, et rien entre les deux. Une navette attendra le vol de la Havnie.`,
      { quoteOf: 7 },
    ),
    inEnglish(
      'hqa-chair-aac',
      4180,
      `Thank you all. I note six seats per nation, unused ones to be lent; interpretation in the groups, for which the secretariat will find the means; lockers with the exemption Wendria asks for; a shuttle from 10:00 to the last flight. The contract can be signed. Delegations that cannot live with one of these points should say so before Friday 17:00.`,
    ),
  ],
  closed: {
    by: 'hqa-secretary-aac',
    reason:
      'The host has signed with the congress centre on the figures given here. Hotels and badges go on in the note to delegations; for anything else, write to the secretariat.',
  },
};
