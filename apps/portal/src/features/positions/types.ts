import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

/** How every nation stands to a version of a text. */
export type Standings = NonNullable<Outputs['positions']['byText']>;
export type NationStanding = Standings['nations'][number];
export type OwnSide = NonNullable<Standings['own']>;
export type PositionView = NonNullable<NationStanding['position']>;
export type ReservationView = NationStanding['reservations'][number];
export type StatementView = NationStanding['statements'][number];
export type GridMark = NationStanding['mark'];
/** What a form about a text's newest version starts from. */
export type Forming = Outputs['positions']['forming'];
export type Matrix = NonNullable<Outputs['positions']['matrix']>;
export type Delegation = Outputs['delegations']['own'];
