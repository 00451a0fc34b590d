import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['readiness'];

export type Readiness = Outputs['page'];
/** What is asked of the reader. */
export type Mine = Outputs['mine'];
export type Choices = Outputs['choices'];
export type Line = Readiness['lines'][number];
export type CellShown = Line['cells'][number];
