import type { AppRouter } from '@concord/api/root';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['paths'];

export type PathList = Outputs['list'];
export type Path = Outputs['bySlug'];
export type PathProgress = Outputs['progress'];
export type PathCohort = Outputs['cohorts'][number];
export type PathForm = Outputs['form'];
export type PathChoices = Outputs['choices'];
export type PathInput = Omit<inferRouterInputs<AppRouter>['paths']['make'], 'commandId'>;
