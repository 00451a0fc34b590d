import { router, signedIn } from '../../trpc.ts';
import { activityPage } from './activity-page.ts';
import { courseFrame } from './frame.ts';
import { catalogue, coursePage } from './queries.ts';
import { activityInput, catalogueInput, courseInput } from './schemas.ts';

export const coursesRouter = router({
  /** The courses a person may take, searched and filtered, a page at a time. */
  catalogue: signedIn.input(catalogueInput).query(({ ctx, input }) => catalogue(ctx, input)),
  /** Around every page of a course: its level. */
  frame: signedIn.input(courseInput).query(({ ctx, input }) => courseFrame(ctx, input.course)),
  /** One course with its outline and the person's own way through it. */
  page: signedIn.input(courseInput).query(({ ctx, input }) => coursePage(ctx, input.course)),
  /** One activity to read or to take. */
  activity: signedIn.input(activityInput).query(({ ctx, input }) => activityPage(ctx, input)),
});
