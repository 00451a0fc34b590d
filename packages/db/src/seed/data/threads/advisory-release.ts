import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** An advisory goes to partners: which parts, and in whose words. Partner and firm take part. */
export const advisoryRelease: ThreadSeed = {
  key: 'advisory-release',
  body: 'VDG',
  title: 'Release of advisory 2026-17 to partners',
  language: 'en',
  level: 'U',
  releasableTo: [
    'AVL',
    'CAL',
    'CDR',
    'ELM',
    'FEN',
    'ISK',
    'JUR',
    'KES',
    'NOR',
    'ORL',
    'QUA',
    'RYN',
    'TAR',
    'VES',
    'HQA',
    'LUN',
    'HSY',
  ],
  needToKnow: 'body',
  startedDaysAgo: 7,
  contributions: [
    inEnglish(
      'hqa-secretary-vdg',
      0,
      `Advisory 2026-17 concerns the management consoles of cable landing stations. The originators, Elmoria and Juravia, agree to release a version to the Littoral Union and to Halyard Seabed Systems. The version attached to this thread leaves out section 4. Partners are asked whether they can act on what remains.`,
    ),
    inEnglish(
      'hsy-envoy-1',
      140,
      `Thank you for including us. We operate nineteen of the consoles in question. Sections 1 to 3 let us find them; without a version number we cannot tell which are affected. Could the two originators release the table of versions alone?`,
    ),
    inEnglish(
      'jur-delegate',
      230,
      `> Could the two originators release the table of versions alone?

Juravia can. The table came from the maker, who has no objection. The rest of section 4 describes how we noticed, and stays with Allies.`,
      { quoteOf: 1 },
    ),
    inEnglish('elm-delegate', 265, `Elmoria agrees to release the table.`),
    inEnglish(
      'jur-delegate',
      300,
      `For Allies only, to explain our caution: the notice reached us from an operator who asked not to be recognised. With the date in section 4 and the list of stations in section 2, anyone in the trade could work out who it is. Please quote neither to partners.`,
      {
        releasableTo: [
          'AVL',
          'CAL',
          'CDR',
          'ELM',
          'FEN',
          'ISK',
          'JUR',
          'KES',
          'NOR',
          'ORL',
          'QUA',
          'RYN',
          'TAR',
          'VES',
          'HQA',
        ],
      },
    ),
    inFrench(
      'lun-envoy-2',
      1310,
      `L’Union littorale peut agir sur la base des sections 1 à 3 et du tableau. Nous diffuserons l’avis à nos autorités portuaires sous notre propre numéro, avec la mention de sa source si les auteurs le souhaitent, sans elle s’ils préfèrent. Un mot de leur part suffira.`,
    ),
    inEnglish(
      'elm-head',
      1395,
      `With the source, please: “based on information from the Alliance”. No nation need be named.`,
    ),
    inEnglish(
      'hsy-envoy-2',
      2860,
      `All nineteen consoles have been checked against the table. Seven were affected, all seven are mended, and none showed signs of entry. We should be glad to be asked as early as this every time.`,
      {
        edit: {
          earlierMarkdown: `All nineteen consoles have been checked against the table. Six were affected, all six are mended, and none showed signs of entry.`,
          minutesAfterStart: 2905,
        },
      },
    ),
    inEnglish(
      'hqa-chair-vdg',
      2990,
      `That is the kind of answer for which advisories are written. I thank both originators for a quick decision, and both partners for a quicker use of it.`,
    ),
  ],
};
