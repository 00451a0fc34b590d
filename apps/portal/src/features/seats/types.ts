import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['seats'];

/** Seats of a cohort as this reader sees them. */
export type SeatBoard = Outputs['byCohort'];
export type SeatRow = SeatBoard['lines'][number];
export type SeatLogPage = Outputs['log'];
