import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

export type ExerciseList = Outputs['exercises']['list'];
export type ExerciseMonth = Outputs['exercises']['month'];
export type Exercise = Outputs['exercises']['byCode'];
export type ExerciseEditing = Outputs['exercises']['editing'];
export type Planning = Outputs['exercises']['planning'];
export type PlannedRole = Planning['roles'][number];
export type Seats = Outputs['nominations']['seats'];
export type RoleSeats = Seats['roles'][number];
export type Nomination = RoleSeats['lines'][number];
export type Check = Nomination['checks'][number];
export type RoleLog = Outputs['nominations']['log'];
