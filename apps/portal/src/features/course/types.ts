import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

/** A course as its page shows it. */
export type CoursePage = Outputs['courses']['page'];
export type Outline = CoursePage['units'];
export type OutlineActivity = Outline[number]['activities'][number];
