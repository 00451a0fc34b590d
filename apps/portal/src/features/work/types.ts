import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['work'];

export type WorkList = Outputs['list'];
export type Work = Outputs['byId'];
export type WorkPreview = Outputs['preview'];
export type PersonWork = Outputs['ofPerson'];
