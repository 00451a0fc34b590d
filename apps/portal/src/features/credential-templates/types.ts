import type { AppRouter } from '@concord/api/root';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['credentialTemplates'];

export type TemplateList = Outputs['list']['templates'];
export type Template = Outputs['byId'];
export type TemplateInput = Omit<inferRouterInputs<AppRouter>['credentialTemplates']['make'], 'commandId'>;
