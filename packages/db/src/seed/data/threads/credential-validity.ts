import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** How long a credential stays good. */
export const credentialValidity: ThreadSeed = {
  key: 'credential-validity',
  body: 'TRB',
  title: 'Validity of credentials: 24 months or 36?',
  language: 'en',
  level: 'U',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 15,
  contributions: [
    inEnglish(
      'hqa-chair-trb',
      0,
      `Basic credentials are valid for 24 months. Four training coordinators have asked for 36, because renewals take time that small delegations do not have. Two others would go down to 12. Before we choose a number, I would like to know what people forget, and how fast.`,
    ),
    inEnglish(
      'esk-delegate',
      130,
      `Eskeland measured it with volunteers: the same quiz after one, two and three years, without warning. On recognising a forged message they lost little. On *whom to call*, half had lost it after two years, mostly because the number had changed and not because their memory had.`,
    ),
    inEnglish(
      'ard-head',
      215,
      `Ardovia was one of the four. Our difficulty is not the forty-five minutes; it is that all 300 of our people fall due in the same fortnight. If renewals were spread over the year, 24 months would be no burden.`,
    ),
    inFrench(
      'avl-head',
      1320,
      `> On *whom to call*, half had lost it after two years

L’observation de l’Eskelande conduit à ne pas traiter tous les cours de la même façon. L’Avellande propose 36 mois pour ce qui change peu, 24 pour le signalement, avec chaque année une page de rappel de trois minutes : les numéros, et rien d’autre.`,
      { quoteOf: 1 },
    ),
    inEnglish(
      'ost-delegate',
      1405,
      `Ostmere could support this. We ask that the yearly page not be called a course. A page that is read is worth more than a course that is clicked through.`,
    ),
    inEnglish(
      'kar-delegate',
      1490,
      `Karvonia supports Avelland and Ostmere. On Ardovia’s point: could a person renew up to three months early without losing the remaining time? That would spread the load by itself.`,
    ),
    inEnglish(
      'hqa-course-director',
      2770,
      `At the chair’s invitation: early renewal is easy, the new validity would simply start where the old one ends. The yearly page exists already in “Reporting an incident” as its last activity, and can be sent on its own.`,
    ),
    inEnglish(
      'hqa-chair-trb',
      4260,
      `I propose 36 months for phishing and for work away from the office, 24 for reporting, a page of contacts each year, and renewal up to three months early with no time lost. If no one objects by Friday 12:00, this goes to the Board as a draft decision.`,
    ),
  ],
};
