import type { AppRouter } from '@concord/api/root';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

export type Body = Outputs['bodies']['mine'][number];
export type ThreadList = Outputs['threads']['ofBody'];
export type ThreadRow = ThreadList['threads'][number];
export type ThreadPage = Outputs['threads']['page'];
export type ThreadAbout = Outputs['threads']['about'];
export type Contribution = ThreadPage['contributions'][number];
export type Marking = ThreadPage['markings'][string];
export type MarkingInput = inferRouterInputs<AppRouter>['threads']['audience']['marking'];
export type MarkingChoices = Outputs['threads']['choices'];
export type Audience = Outputs['threads']['audience'];
