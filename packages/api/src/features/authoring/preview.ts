import type { SignedIn } from '../../context.ts';
import { activityPage } from '../courses/activity-page.ts';
import type { ActivityInput } from '../courses/schemas.ts';
import { ownCourse } from './load.ts';

/** An activity of the draft as a learner would get it. Nothing is recorded: there is no enrolment in it. */
export async function previewActivity(ctx: SignedIn, input: ActivityInput) {
  await ownCourse(ctx, input.course);
  return activityPage(ctx, input, 'draft');
}
