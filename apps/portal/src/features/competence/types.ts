import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['competence'];

export type Competences = Outputs['mine'];
export type WorkNeeds = Competences['works'][number];
export type Need = WorkNeeds['needs'][number];
