import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

export type Twin = inferRouterOutputs<AppRouter>['twins']['byCode'];
