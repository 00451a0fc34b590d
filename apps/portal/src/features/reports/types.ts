import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

export type ReportPage = inferRouterOutputs<AppRouter>['reports']['byCode'];
export type Report = NonNullable<ReportPage['report']>;
