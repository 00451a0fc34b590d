import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** What public bodies are told about paying a ransom. */
export const ransomGuidance: ThreadSeed = {
  key: 'ransom-guidance',
  body: 'CCD',
  title: 'Ransom payments: common guidance to public bodies',
  language: 'en',
  level: 'U',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 21,
  contributions: [
    inEnglish(
      'hqa-secretary-ccd',
      0,
      `Further to the October meeting, a first outline of the guidance. It would fit on two pages:

1. Public bodies do not pay.
2. Who decides if a life is at risk.
3. What to do in the first day instead of paying.
4. What to tell the national team, and within what time.

Delegations are asked whether point 1 can stand without exception, and whether point 4 needs a figure.`,
    ),
    inEnglish(
      'ryn-head',
      140,
      `Rynholt supports point 1 without exception. Our law has forbidden payment by ministries and municipalities for three years. The number of attacks on them fell in the second year, not in the first; we would be glad to share the figures.`,
    ),
    inEnglish(
      'gal-delegate',
      205,
      `Galdavia cannot accept “without exception”. Our hospitals are public bodies. Two years ago one of them had the choice between paying and moving forty intensive-care patients by road, at night, in snow. It moved them, and all lived. I would not wish to write the sentence that forbids the next director to choose.`,
    ),
    inEnglish(
      'ryn-delegate',
      260,
      `> I would not wish to write the sentence that forbids the next director to choose.

Nor would we wish to be that director. But our experience is that the rule protects them: the attacker knows that they may not pay, and so does their own board. Perhaps the answer is in point 2: the director does not choose alone.`,
      { quoteOf: 2 },
    ),
    inFrench(
      'qua-head',
      1180,
      `Le Quarenne se reconnaît dans les deux interventions. Chez nous, le principe est l’interdiction ; la dérogation appartient au seul ministre, par écrit, et seulement lorsque des vies sont en jeu. Elle n’a jamais été demandée. Nous proposons de retenir cette construction : « Les organismes publics ne paient pas. Si une vie est en danger, la décision revient à l’autorité désignée par la nation. »`,
    ),
    inEnglish(
      'fen-head',
      1250,
      `Fennholm could support Quarenne’s construction. We add one sentence from practice: *paying is not the quick way out.* Of nine payments our insurers know of, the decryption tool worked fully in two, and took longer than restoring from backups in five.`,
    ),
    inEnglish(
      'gal-delegate',
      1330,
      `Galdavia can accept it too. We are grateful to Quarenne for saying in two sentences what we had not managed in a page.`,
    ),
    inEnglish(
      'kar-head',
      2700,
      `Karvonia asks that point 3 be written for a town hall with no specialist. Most of ours have none. “Isolate affected segments” means nothing to a clerk on a Sunday; “pull the network cable, leave the power on, ring this number” does.`,
    ),
    inEnglish(
      'nor-delegate',
      2790,
      `Strong support for Karvonia. The wording of the course “Reporting an incident” could be reused, so that people meet the same sentence twice. The course director has told us that she would be glad to offer it.

On point 4, Nordmark suggests one hour for the first call and twenty-four for the first written report. A call needs three facts only: who, what, since when.`,
    ),
    inEnglish(
      'ves-head',
      2865,
      `Vesperia agrees with the hour for the call. Twenty-four for the written report will be hard for a small body with everything down. “As soon as it can write again, and within three days” would be kept; “twenty-four hours” would be ignored.`,
    ),
    inEnglish(
      'hqa-chair-ccd',
      4300,
      `Thank you. I take it that we can proceed on this basis: Quarenne’s two sentences for points 1 and 2; point 3 in plain words, drawn from the course; point 4 with one hour for the call and three days for the report. The secretariat will circulate a full draft in both languages. Rynholt’s figures would be a welcome annex.`,
    ),
  ],
};
