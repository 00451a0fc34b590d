import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

/** A page of the catalogue, and one course in it. */
export type Catalogue = Outputs['courses']['catalogue'];
export type CatalogueCourse = Catalogue['courses'][number];
/** A course the person has under way. */
export type OpenCourse = Outputs['enrolments']['open'][number];
