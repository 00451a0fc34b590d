import { inEnglish } from '../compose.ts';
import type { ThreadSeed } from '../types.ts';

/** Five national teams try early sharing. Nobody else may learn that they do. */
export const pilotBeforeThePatch: ThreadSeed = {
  key: 'pilot-before-the-patch',
  body: 'VDG',
  title: 'Pilot among five: sharing before there is a patch',
  language: 'en',
  level: 'R',
  releasableTo: ['CAL', 'NOR', 'VES', 'KES', 'ELM', 'HQA'],
  needToKnow: [
    'cal-head',
    'cal-delegate',
    'nor-delegate',
    'nor-head',
    'ves-delegate',
    'kes-head',
    'kes-delegate',
    'elm-head',
    'elm-delegate',
    'hqa-chair-vdg',
  ],
  startedDaysAgo: 11,
  contributions: [
    inEnglish(
      'cal-delegate',
      0,
      `The five teams agreed in the margins to try for three months what the Group discusses in principle: telling each other of a vulnerability while the maker is still mending it. This thread is for the arrangement only. **No technical detail is posted here**; it goes between the teams by their own means.`,
    ),
    inEnglish(
      'nor-delegate',
      60,
      `Nordmark confirms. Our rules for the pilot, as we understood them:

- each team names two people who may know;
- nobody acts on the knowledge in a way that shows it, until the maker has published;
- whoever breaks the second rule by mistake says so within the hour.`,
    ),
    inEnglish(
      'kes-delegate',
      155,
      `Kestria confirms, with one addition. If a team sees the weakness being *used* against somebody, the first rule falls and it may warn that somebody at once, without saying where the knowledge came from.`,
    ),
    inEnglish(
      'elm-delegate',
      1290,
      `> it may warn that somebody at once, without saying where the knowledge came from

Elmoria agrees. In our law a hospital that is warned must be told how sure we are. “Highly likely, source protected” would satisfy it.`,
      { quoteOf: 2 },
    ),
    inEnglish(
      'ves-delegate',
      1375,
      `Vesperia agrees with all of the above. Our two people are named. We have told no one else, our own delegation to the other bodies included.`,
    ),
    inEnglish(
      'cal-delegate',
      5760,
      `First week: one notice, from Elmoria, on a remote-access appliance. All five had it within forty minutes. Nobody needed to act before the maker published on the fourth day. Our night officer asks that the subject line carry the time zone; 02:00 is not the same hour for all of us.`,
    ),
    inEnglish(
      'hqa-chair-vdg',
      5865,
      `Thank you. When the three months are over I should like to tell the Group that a pilot took place, how many notices there were and how long they took, and nothing more. Please tell me before then if even that is too much.`,
    ),
  ],
};
