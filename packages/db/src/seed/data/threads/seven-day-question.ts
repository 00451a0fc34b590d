import { inEnglish, inFrench } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** How long an Ally may hold a vulnerability before it tells the others. */
export const sevenDayQuestion: ThreadSeed = {
  key: 'seven-day-question',
  body: 'VDG',
  title: 'Disclosure among Allies: the seven-day question',
  language: 'en',
  level: 'U',
  releasableTo: 'ALLIES',
  needToKnow: 'body',
  startedDaysAgo: 13,
  contributions: [
    inEnglish(
      'hqa-chair-vdg',
      0,
      `The draft policy says that an Ally that learns of a serious vulnerability in software used by other Allies informs their national teams “within seven days”. Three delegations find this too long, two too short, one asks seven days from what. Let us begin with the last.`,
    ),
    inEnglish(
      'elm-head',
      110,
      `Elmoria asked. A report reaches our national team as a rumour, then as a description, then as something that can be reproduced. If the clock starts with the rumour, we shall flood each other with noise. We suggest: from the moment the national team has **reproduced it, or has good reason not to wait until it has**.`,
    ),
    inEnglish(
      'fen-delegate',
      175,
      `Fennholm likes Elmoria’s starting point and, with it, could come down from seven days to three. Once a thing is reproduced, what remains is writing one page.`,
    ),
    inEnglish(
      'tar-delegate',
      290,
      `Tarvinia asked for longer than seven days, and would like to say why. Our team is five people. In one week of September we received four reports, two of which turned out to be one. With three days we would have sent all four, and been wrong twice.`,
    ),
    inEnglish(
      'nor-delegate',
      1260,
      `> we would have sent all four, and been wrong twice

Might it be better to be wrong twice, provided it says so on the tin? Nordmark could share a form with three boxes: *reported*, *described*, *reproduced*. The first notice goes out early and is allowed to be withdrawn. The number of days then matters less.`,
      { quoteOf: 3 },
    ),
    inFrench(
      'orl-delegate',
      1350,
      `L’Orlénie est séduite par cette idée, à une condition : qu’une notification retirée ne disparaisse pas. Celui qui a déjà alerté ses opérateurs doit pouvoir leur montrer pourquoi il revient sur son alerte.`,
    ),
    inEnglish(
      'tar-delegate',
      1440,
      `With a notice that may be withdrawn, and whose withdrawal is kept, Tarvinia no longer needs the longer time. Thank you to both.`,
    ),
    inEnglish(
      'ryn-delegate',
      2810,
      `Rynholt has a question that nobody will like. What of a vulnerability that an Ally has found and has a reason of its own not to disclose? The draft is silent. We do not ask for an answer here; we ask that the silence be deliberate.`,
    ),
    inEnglish(
      'cal-head',
      2900,
      `Calder thinks it should be deliberate, and short: “This policy does not govern national decisions to retain.” Anything longer will be read as more than it is.`,
      {
        edit: {
          earlierMarkdown: `Calder thinks it should be deliberate. Anything longer than one sentence will be read as more than it is.`,
          minutesAfterStart: 2931,
        },
      },
    ),
    inEnglish(
      'hqa-chair-vdg',
      4290,
      `The next draft will have: three days; from reproduction, or good reason not to wait; Nordmark’s three boxes; withdrawn notices kept and visible, as Orlenia asks; and Calder’s sentence in square brackets, because I have not heard from all fourteen on it.`,
    ),
  ],
};
