import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** What last year's assembly left over. */
export const pointsReportes: ThreadSeed = {
  key: 'points-reportes',
  body: 'AAC',
  title: `Ordre du jour de l’assemblée : les points reportés`,
  language: 'fr',
  level: 'U',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 10,
  contributions: [
    inFrench(
      'hqa-secretary-aac',
      0,
      `L’assemblée de l’an dernier a reporté cinq points faute de temps. Le secrétariat propose d’en retenir deux : la contribution des petites nations au fonds de formation et la durée du mandat des présidents de groupe. Les trois autres ont été réglés entre-temps par écrit.`,
    ),
    inFrench(
      'mel-delegate',
      205,
      `La Mélore approuve ce choix. Nous souhaitons que le premier point soit inscrit le mardi matin : le mercredi, trois délégations d’outre-océan doivent repartir avant le déjeuner.`,
    ),
    inEnglish(
      'tar-head',
      310,
      `Tarvinia agrees with the selection. On the fund, we would welcome a paper of two pages rather than a presentation. My authorities can take a position on a paper; they cannot take one on slides seen for the first time in the hall.`,
    ),
    inFrench(
      'qua-delegate',
      1415,
      `Le Quarenne se joint à la Tarvinie. Un document de deux pages, remis trois semaines à l’avance, dans les deux langues. Si ce délai ne peut être tenu, mieux vaut reporter le point que de l’ouvrir pour le refermer.`,
    ),
    inEnglish(
      'zar-delegate',
      1490,
      `Zarovia has no difficulty with either item. On the chairs’ term we shall propose two years, renewable once, and would like delegations to know it now rather than in June.`,
    ),
    inFrench(
      'hqa-chair-aac',
      2870,
      `Les deux points sont retenus. Le fonds de formation viendra le mardi à 9 h 30, sur la base d’un document que le secrétariat remettra le 18 mai au plus tard. La Zarovie est invitée à déposer sa proposition sur les mandats à la même date.`,
    ),
  ],
};
