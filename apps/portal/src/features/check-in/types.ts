import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

export type DoorList = inferRouterOutputs<AppRouter>['checkIn']['list'];
export type Expected = DoorList['people'][number];

/** What a door saw and has not told yet. */
export type Waiting = { id: string; exercise: string; badge: string; kind: 'in' | 'out'; at: string };

/** What a door says of the badge that was shown last. */
export type Told =
  | { what: 'unreadable'; typed: string }
  | { what: 'strange'; badge: string; kind: 'in' | 'out' }
  | { what: 'came' | 'left'; who: Expected }
  | { what: 'again' | 'leftAgain'; who: Expected; since: string };
