import { router, signedIn } from '../../trpc.ts';
import { dashboard } from './queries.ts';
import { dashboardInput } from './schemas.ts';

/** How a course or a cohort goes. */
export const dashboardsRouter = router({
  /** All charts of one dashboard. */
  show: signedIn.input(dashboardInput).query(({ ctx, input }) => dashboard(ctx, input)),
});
