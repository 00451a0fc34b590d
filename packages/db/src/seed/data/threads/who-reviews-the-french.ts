import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** Courses exist twice; who looks after the second language. */
export const whoReviewsTheFrench: ThreadSeed = {
  key: 'who-reviews-the-french',
  body: 'TRB',
  title: 'Courses in two languages: who keeps the French in step?',
  language: 'en',
  level: 'U',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 3,
  contributions: [
    inEnglish(
      'hqa-secretary-trb',
      0,
      `The three basic courses now exist in English and French. When an English page changes, its French page is shown as older than its source until someone has looked at it. The question is who.`,
    ),
    inFrench(
      'cdr-delegate',
      115,
      `La Cédrie se propose pour « Travailler hors du bureau », que nos agents suivent en nombre. Nous demandons seulement d’être prévenus par un message, et de pouvoir écrire « rien à changer » : la moitié des corrections anglaises sont des virgules.`,
    ),
    inFrench(
      'orl-head',
      190,
      `L’Orlénie prendra le signalement. Une prière aux auteurs : évitez les jeux de mots dans les exemples d’hameçonnage. Ils ne passent pas d’une langue à l’autre, et un exemple français doit sonner comme un vrai message français, fautes comprises.`,
    ),
    inEnglish(
      'hqa-course-director',
      1260,
      `> un exemple français doit sonner comme un vrai message français, fautes comprises

Agreed, and we shall say so to the authors. An example need not be translated at all; it needs to teach the same thing.`,
      { quoteOf: 2 },
    ),
    inFrench(
      'lys-delegate',
      1345,
      `La Lysandie se charge alors de l’hameçonnage, et fournira volontiers de vrais messages reçus, une fois les noms retirés. Nous n’en manquons pas.`,
    ),
  ],
};
