import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Assignments = inferRouterOutputs<AppRouter>['assignments'];

/** Where a learner stands with an assignment. */
export type OwnWork = Assignments['own'];
export type Submission = OwnWork['submissions'][number];
/** Work to judge, and the queue of it. */
export type Work = Assignments['work'];
export type WorkQueue = Assignments['queue'];
export type Remark = { starts: number; ends: number; text: string };
