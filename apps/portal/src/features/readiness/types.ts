import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

export type Readiness = inferRouterOutputs<AppRouter>['readiness']['page'];
export type Line = Readiness['lines'][number];
export type CellShown = Line['cells'][number];
