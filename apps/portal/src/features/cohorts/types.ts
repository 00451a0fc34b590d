import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['cohorts'];

export type CohortRules = Outputs['rules'];
export type RulePreview = Outputs['previewRule'];
export type CohortMessages = Outputs['messages'];
export type OwnMessages = Outputs['ownMessages'];
export type CohortMessage = Outputs['message'];
export type MessagePreview = Outputs['previewMessage'];
