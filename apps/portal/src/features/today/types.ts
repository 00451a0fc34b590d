import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

/** What the API says about a person's day. */
export type Today = inferRouterOutputs<AppRouter>['today']['get'];
export type Learning = Today['learning'][number];
