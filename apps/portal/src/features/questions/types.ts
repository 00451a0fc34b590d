import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

/** What was asked in a course, as far as the reader may see it. */
export type QuestionList = inferRouterOutputs<AppRouter>['questions']['list'];
export type Question = QuestionList['questions'][number];
