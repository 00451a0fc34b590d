import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** Two repair ships for twelve nations. */
export const naviresReparateurs: ThreadSeed = {
  key: 'navires-reparateurs',
  body: 'SCG',
  title: `Disponibilité des navires réparateurs en hiver`,
  language: 'fr',
  level: 'R',
  releasableTo: ['CAL', 'ESK', 'HVN', 'ISK', 'LYS', 'MEL', 'NOR', 'PEL', 'QUA', 'SOL', 'ULV', 'VES', 'HQA'],
  needToKnow: 'body',
  startedDaysAgo: 5,
  contributions: [
    inFrench(
      'hqa-chair-scg',
      0,
      `Entre le 10 janvier et le 20 février, un seul des deux navires réparateurs sera disponible pour l’ensemble de la côte nord ; l’autre sera au bassin. En cas de deux ruptures simultanées, il faudra choisir. Je souhaite que le Groupe s’accorde sur la règle avant d’en avoir besoin, et non pendant.`,
    ),
    inFrench(
      'qua-head',
      145,
      `Le Quarenne propose un ordre simple : d’abord les liaisons dont dépend un service de secours, ensuite celles qui n’ont pas de route de remplacement, enfin les autres, dans l’ordre des demandes. Le critère du trafic nous paraît trompeur : le câble le plus chargé est souvent le mieux doublé.`,
    ),
    inEnglish(
      'hvn-head',
      260,
      `Havnia has two cables and one of them is forty years old. We naturally support the second criterion. To be fair to others, we would add that a nation which has let its spare route lapse should not be better placed because of it.`,
    ),
    inEnglish(
      'esk-delegate',
      1335,
      `Eskeland can hire a third ship for those six weeks, with a crew that knows the tools. The cost, shared by twelve, is about that of one day without the northern route. We would need a decision by 5 December.`,
      {
        edit: {
          earlierMarkdown: `Eskeland may be able to hire a third ship for those six weeks. We would need a decision by 10 December.`,
          minutesAfterStart: 1390,
        },
      },
    ),
    inFrench(
      'mel-head',
      1440,
      `> Eskeland can hire a third ship for those six weeks

La Mélore y est favorable et participera aux frais. Cela ne dispense pas de la règle : un troisième navire repousse le choix difficile, il ne le supprime pas. Nous appuyons l’ordre proposé par le Quarenne, avec la précision de la Havnie.`,
      { quoteOf: 3 },
    ),
    inFrench(
      'lys-head',
      2780,
      `La Lysandie se rallie à cet ordre et contribuera, elle aussi. Elle demande que la décision du président soit consignée avec ses motifs, même en deux lignes, même de nuit.`,
    ),
    inFrench(
      'hqa-chair-scg',
      2905,
      `Je constate un accord sur l’ordre, la précision de la Havnie et la consignation des motifs. L’offre de l’Eskelande sera soumise aux capitales dès demain ; réponse attendue le 4 décembre à midi, heure du quartier général.`,
    ),
  ],
};
