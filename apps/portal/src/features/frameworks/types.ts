import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['frameworks'];

export type Framework = Outputs['list'][number];
export type FrameworkPage = Outputs['browse'];
export type FrameworkItem = Outputs['item'];
