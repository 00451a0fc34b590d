import type { AppRouter } from '@concord/api/root';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['requirements'];

export type RequirementList = Outputs['list'];
export type RequirementRow = RequirementList['requirements'][number];
export type Requirement = Outputs['byId'];
export type Choices = Outputs['choices'];
export type Preview = Outputs['preview'];
export type Input = Omit<inferRouterInputs<AppRouter>['requirements']['preview'], 'requirementId'>;
