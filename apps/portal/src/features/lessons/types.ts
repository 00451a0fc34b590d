import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['lessons'];

export type Observations = Outputs['observations'];
export type Observation = Observations['observations'][number];
export type HotWash = Outputs['hotWash'];
export type LessonList = Outputs['list'];
export type LessonRow = LessonList['lessons'][number];
export type LessonPage = Outputs['byNumber'];
export type Action = LessonPage['lesson']['actions'][number];
export type Choices = Outputs['choices'];
