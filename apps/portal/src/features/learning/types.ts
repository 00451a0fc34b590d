import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

/** Everything a person learns, as the API tells it. */
export type MyLearning = inferRouterOutputs<AppRouter>['learning']['mine'];
export type LearningItem = MyLearning['items'][number];
export type PathItem = Extract<LearningItem, { kind: 'path' }>;
export type Finished = MyLearning['done'][number];
