import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

/** An activity with everything around it, as its page shows it. */
export type ActivityPage = inferRouterOutputs<AppRouter>['courses']['activity'];
