import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** What observers of a partner may see in an exercise. The partner takes part. */
export const partnerObservers: ThreadSeed = {
  key: 'partner-observers',
  body: 'EPG',
  title: 'Observers of the Littoral Union at Winter Shield',
  language: 'en',
  level: 'U',
  releasableTo: [
    'ARD',
    'AVL',
    'BRN',
    'CAL',
    'ELM',
    'ESK',
    'FEN',
    'GAL',
    'HAL',
    'JUR',
    'KES',
    'LYS',
    'MAR',
    'NOR',
    'PEL',
    'QUA',
    'RAV',
    'RYN',
    'ULV',
    'VES',
    'HQA',
    'LUN',
  ],
  needToKnow: 'body',
  startedDaysAgo: 8,
  contributions: [
    inEnglish(
      'hqa-secretary-epg',
      0,
      `The Littoral Union has asked to send four observers. This thread is open to its liaison officers, so that we need not carry messages. Please keep that in mind when you write.`,
    ),
    inFrench(
      'lun-envoy-1',
      95,
      `L’Union littorale remercie le Groupe de son accueil. Nos quatre observateurs souhaiteraient suivre la cellule de coordination et la cellule presse. Ils ne demandent ni l’accès au réseau de l’exercice, ni les scénarios à l’avance. Nous serions heureux d’accueillir à notre tour quatre d’entre vous au printemps.`,
    ),
    inEnglish(
      'mar-head',
      220,
      `Maravia welcomes the request. One practical question: do the observers report to their own institutions during the exercise, or after it? A report on day two about play that looks real has caused confusion before.`,
    ),
    inFrench(
      'lun-envoy-1',
      305,
      `> do the observers report to their own institutions during the exercise, or after it?

Après, et seulement par un rapport que le directeur de l’exercice aura pu lire. Ils porteront un badge d’une autre couleur et déposeront leurs téléphones à l’entrée, comme tout le monde.`,
      { quoteOf: 2 },
    ),
    inEnglish(
      'ves-delegate',
      1400,
      `Vesperia is content. We suggest adding one rule that protects the players rather than the scenario: observers do not name individuals in their report.`,
    ),
    inEnglish(
      'gal-head',
      1475,
      `Galdavia supports that. People make mistakes in an exercise so that they need not make them in earnest.`,
    ),
    inEnglish(
      'hqa-chair-epg',
      2880,
      `I see no objection. Four observers, coordination and press cells, report after the exercise with the director’s reading, no names of individuals. The invitation will go out under my signature tomorrow. We take note with thanks of the Union’s return invitation.`,
    ),
  ],
};
