import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['liveSessions'];

export type Planned = Outputs['planned'];
export type PlannedDate = Planned['dates'][number];
export type OwnSessions = Outputs['own'];
export type OwnDate = OwnSessions['dates'][number];
export type Attendees = Outputs['attendees'];
export type Attendee = Attendees['people'][number];
export type AttendanceState = NonNullable<Attendee['state']>;
