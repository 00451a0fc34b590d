import type { AppRouter } from '@concord/api/root';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['surveys'];

export type SurveyList = Outputs['list'];
export type SurveyRow = SurveyList['surveys'][number];
export type Survey = Outputs['byId'];
export type Question = Survey['questions'][number];
export type Result = NonNullable<Survey['results']>[number];
export type SaveInput = Omit<inferRouterInputs<AppRouter>['surveys']['save'], 'commandId'>;
