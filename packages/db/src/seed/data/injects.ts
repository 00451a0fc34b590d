import { competitionEvents } from './competition.ts';
import { cooperationEvents } from './cooperation.ts';
import { quietHarbour } from './injects/quiet-harbour.ts';
import { slackTide } from './injects/slack-tide.ts';
import type { EventsListSeed } from './injects/types.ts';

/** What happens in the demo exercises, list by list. All of it is made up. */
export const eventsLists: readonly EventsListSeed[] = [
  quietHarbour,
  slackTide,
  competitionEvents,
  cooperationEvents,
];
