import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** The consultation that led from version 3 to version 4 of the cables declaration. */
export const cablesVersionThree: ThreadSeed = {
  key: 'cables-version-three',
  body: 'CCD',
  title: 'Declaration on undersea cable resilience: comments on version 3',
  language: 'en',
  level: 'R',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 14,
  contributions: [
    inEnglish(
      'hqa-secretary-ccd',
      0,
      `Version 3 of the declaration is with delegations. Paragraphs 5, 6 and 9 were agreed in the Committee on Tuesday and are not reopened. Comments are invited on paragraphs 7 and 8 only, by Wednesday 12:00 at headquarters.

Paragraph 7 carries one bracket: **[intend to] [will]**.`,
    ),
    inEnglish(
      'lys-head',
      130,
      `Lysandia, where fourteen cables come ashore, asks for “will”. An intention to share is what we have today; it took fifty-one hours in October before a neighbour told us that a repair crew had seen cut marks. Those hours cannot be had back.`,
    ),
    inEnglish(
      'cal-head',
      185,
      `Calder can support “will”. We place a scrutiny reservation on paragraph 7 because our parliament must be told of any duty to share, and expect to lift it by 2 December.`,
    ),
    inEnglish(
      'isk-head',
      400,
      `Iskara maintains “intend to”. Our difficulty is not with sharing but with whose incident it is. When a cable is owned by a company of one nation, lies in the waters of a second and serves a third, the sentence does not say who must speak first. We would rather intend something clear than promise something vague.`,
    ),
    inEnglish(
      'nor-head',
      520,
      `> the sentence does not say who must speak first

That is a fair point, and paragraph 6 may answer it. Each nation will have named an authority that can be reached at any hour. If paragraph 7 says that *the authority that becomes aware* informs the others, it no longer matters whose cable it is. Nordmark is flexible on the verb provided “without delay” stays.`,
      { quoteOf: 3 },
    ),
    inFrench(
      'mel-head',
      1290,
      `La Mélore partage la préoccupation de la Lysandie. Vue de notre rive, la difficulté est surtout celle de l’heure : il est trois heures du matin chez nous quand la journée commence au quartier général. Un délai chiffré aiderait nos services de permanence davantage qu’un adverbe. Nous proposons « et en tout état de cause dans les vingt-quatre heures ».`,
    ),
    inEnglish(
      'ulv-head',
      1385,
      `Ulvania supports a figure. Twenty-four hours from *becoming aware*, not from the event: a cable can be damaged for a week before anyone notices.`,
    ),
    inEnglish(
      'pel-delegate',
      1450,
      `Pelandra can accept the figure. We ask that “subject to national law” be kept at the end of the sentence. Our law on criminal inquiries may, in a rare case, require a judge’s leave before we share.`,
    ),
    inEnglish(
      'isk-delegate',
      2820,
      `We thank Nordmark. With the authority as the one who speaks, and twenty-four hours counted from awareness, Iskara’s concern about who goes first is largely met. I need instructions on the verb, and shall have them on Monday.`,
    ),
    inEnglish(
      'ves-delegate',
      2905,
      `On paragraph 8, a small thing. “Rapid reaction teams may support the authority” leaves open who asks. Vesperia suggests “where a nation requests them”, so that no team arrives uninvited.`,
    ),
    inFrench(
      'cdr-head',
      2990,
      `La Cédrie, qui n’a pas de côte mais dont tout le trafic passe par celles des autres, se félicite de cet échange. Nous appuyons la rédaction de la Vespérie pour le paragraphe 8 : c’est à la nation de demander, et au Comité d’approuver.`,
    ),
    inEnglish(
      'hqa-chair-ccd',
      4330,
      `I have heard support for the following, which will be version 4:

> Allies will share information on incidents affecting cables without delay, and in any case within twenty-four hours of becoming aware of them, subject to national law.

Paragraph 8 takes Vesperia’s words. Calder’s scrutiny reservation is noted. I understand that Iskara may wish to enter a reservation rather than stand in the way, and I am grateful for that. Version 4 goes under silence once the translation is checked.`,
    ),
    inEnglish(
      'isk-head',
      4405,
      `The chair understands correctly. Iskara will enter a general reservation on paragraph 7, to be printed as a footnote, and will not break silence on that account.`,
      {
        edit: {
          earlierMarkdown: `The chair understands correctly. Iskara will enter a general reservation on paragraph 7 and will not break silence.`,
          minutesAfterStart: 4410,
        },
      },
    ),
  ],
};
