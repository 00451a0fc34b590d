import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** How sure the spring report says it is. */
export const attributionLanguage: ThreadSeed = {
  key: 'attribution-language',
  body: 'CCD',
  title: 'Attribution language for the spring report',
  language: 'en',
  level: 'R',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 4,
  contributions: [
    inEnglish(
      'hqa-chair-ccd',
      0,
      `Colleagues, section 3 of the spring report describes the intrusion into the port authorities of four Allies last winter. The drafters offer three ways to say who was behind it:

1. “The Committee **attributes** the activity to the group known as Tin Lantern.”
2. “The Committee **assesses as highly likely** that the group known as Tin Lantern carried out the activity.”
3. “Several Allies have **observed** activity consistent with the group known as Tin Lantern.”

None of the three names a State, and I do not intend to propose one that does. I should be grateful for first reactions by Thursday, so that a text can go to capitals before the weekend.`,
    ),
    inEnglish(
      'cal-head',
      95,
      `Calder prefers option 1. Our ports lost eleven days of traffic. Our technical findings were shared with all Allies in January and no delegation has questioned them. A text that only “observes” would say less in spring than our minister said in winter.`,
    ),
    inEnglish(
      'isk-head',
      210,
      `Iskara can join consensus on option 2. We cannot join option 1.

> Our technical findings were shared with all Allies in January and no delegation has questioned them.

We did not question them because we could not test them: our national team received the indicators but not the images. That is no reproach. It does mean that my authorities cannot put their name under the word “attributes”.`,
      { quoteOf: 1 },
    ),
    inEnglish(
      'nor-delegate',
      260,
      `Nordmark sees merit in option 2, for a reason of method. If the report says “attributes” here, readers will ask why it does not in section 5, where the evidence is thinner. A scale of words, used the same way throughout, would protect the Committee.

Our national team uses four steps and could share the definitions. @[cal-delegate], would Calder be ready to look at option 2 if a footnote recorded that some Allies have made their own attribution?`,
    ),
    inFrench(
      'orl-head',
      1340,
      `L’Orlénie appuie l’option 2 et remercie le Nordmark de sa proposition d’échelle. Une remarque de langue, qui n’est pas anodine : en français, « estime hautement probable » n’a pas la même force que l’anglais « assesses as highly likely ». Nous suggérons « estime, avec un degré élevé de confiance, que ». À défaut, les deux versions ne diront pas la même chose.`,
    ),
    inEnglish(
      'ves-head',
      1420,
      `Vesperia supports the language point just made. One of our own services was embarrassed last year because the translation of a joint advisory was stronger than the original.`,
    ),
    inEnglish(
      'cal-delegate',
      1515,
      `> would Calder be ready to look at option 2 if a footnote recorded that some Allies have made their own attribution?

Speaking under instruction: yes, on two conditions. The footnote says “several Allies”, not “some”. And it stands in the body of the report, as a numbered footnote, not among the annexes where no one will find it.`,
      { quoteOf: 3 },
    ),
    inEnglish(
      'kes-head',
      1570,
      `Kestria made such an attribution in March and would be one of the several. We are content with the footnote as Calder describes it.`,
    ),
    inEnglish(
      'isk-delegate',
      2890,
      `Thank you to Calder for moving. We can accept the footnote if it also says that those attributions are national. Suggested text:

> Several Allies have, on their own responsibility, made national attributions of this activity.

We would then need to see the scale of words before we can confirm. Nordmark offered to share it: could that happen in this thread?`,
    ),
    inEnglish(
      'nor-delegate',
      3010,
      `With pleasure. The four steps of our national team, in English; the French is with our translators:

| Words in the report | Meaning | Least that is needed |
|---|---|---|
| cannot be excluded | under 20 % | one source, untested |
| possible | 20 to 55 % | one tested source |
| likely | 55 to 80 % | two sources of different kinds |
| highly likely | over 80 % | two sources of different kinds, and no other explanation left standing |

The figures are for the analysts. We would not print them.`,
      {
        edit: {
          earlierMarkdown: `With pleasure. The four steps of our national team, in English; the French is with our translators:

| Words in the report | Meaning |
|---|---|
| cannot be excluded | under 20 % |
| possible | 20 to 50 % |
| likely | 50 to 80 % |
| highly likely | over 80 % |

The figures are for the analysts. We would not print them.`,
          minutesAfterStart: 3046,
        },
      },
    ),
    inFrench(
      'avl-head',
      4220,
      `L’Avellande remercie le Nordmark. Nous préférerions que la colonne de droite figure en annexe du rapport : c’est elle, plus que les mots, qui convaincra un lecteur extérieur. Aucune objection de notre part à l’option 2 ainsi complétée.`,
    ),
    inEnglish(
      'hqa-chair-ccd',
      4400,
      `I sense that option 2 can carry the Committee, with (a) the footnote in Iskara’s wording, (b) the scale in an annex without figures, and (c) the French as Orlenia suggests. I shall table a chair’s text of section 3 on Monday. Until then nothing here binds any delegation.

@[cal-delegate], one question remains for you and for Nordmark: does section 5 keep the word “possible” once the scale applies to it?`,
    ),
    inEnglish(
      'cal-delegate',
      4985,
      `We believe it does, but the sources for section 5 are Nordmark’s. @[nor-delegate], can your delegation confirm that they are of one kind only?`,
    ),
  ],
};
