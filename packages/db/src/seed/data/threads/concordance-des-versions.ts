import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** Which language is right when the two differ. */
export const concordance: ThreadSeed = {
  key: 'concordance-des-versions',
  body: 'CCD',
  title: `Concordance des versions française et anglaise`,
  language: 'fr',
  level: 'U',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 17,
  contributions: [
    inFrench(
      'avl-delegate',
      0,
      `Trois textes adoptés depuis l’été présentent des écarts entre les deux langues. Aucun n’est dramatique, tous sont gênants :

| Texte | Anglais | Français |
|---|---|---|
| Décision 28 | shall | « peut » |
| Décision 31 | malicious activity | « attaque » |
| Décision 33 | without delay | « dans les meilleurs délais » |

« Dans les meilleurs délais » laisse le choix du moment ; « sans délai » ne le laisse pas. L’Avellande propose que la version française soit relue par un francophone *avant* l’ouverture du silence, et non après.`,
    ),
    inFrench(
      'orl-delegate',
      65,
      `L’Orlénie appuie cette proposition et veut bien prendre sa part de la relecture. Nous pourrions établir un roulement entre les huit délégations francophones, une semaine chacune.`,
    ),
    inEnglish(
      'hqa-secretary-ccd',
      180,
      `The secretariat welcomes the offer. To be practical: a text under seventy-two hours of silence cannot wait three days for a reading. Could the rota commit itself to one working day?`,
    ),
    inFrench(
      'sol-head',
      1275,
      `La Solvane ne dispose que de deux personnes et ne pourra pas toujours tenir ce délai. Nous préférerions une équipe de deux délégations par quinzaine : si l’une ne répond pas, l’autre lit.`,
    ),
    inFrench(
      'avl-delegate',
      1360,
      `> si l’une ne répond pas, l’autre lit

Excellente idée, que nous faisons nôtre. Quant au délai, un jour ouvré nous convient. Voici un premier tableau, à corriger librement : Avellande et Solvane jusqu’au 30, Orlénie et Cédrie ensuite, puis Mélore et Quarenne, Dorvane et Lysandie pour finir.`,
      { quoteOf: 3 },
    ),
    inEnglish(
      'cal-delegate',
      1445,
      `Calder has no part in the rota but one in its result. May we ask that, where the readers find a difference, they tell the Committee which of the two they think was meant? A silent correction of one language can change the agreed text as surely as an amendment.`,
    ),
    inFrench(
      'hqa-chair-ccd',
      2800,
      `Je retiens la relecture avant l’ouverture, par deux délégations, en un jour ouvré. L’observation du Calder est juste : tout écart sera signalé au Comité, et c’est lui qui tranchera. Le secrétariat publiera le tableau de roulement vendredi. Merci à toutes les délégations francophones, et d’abord à l’Avellande, qui a eu la patience de comparer.`,
    ),
  ],
};
