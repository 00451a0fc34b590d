import { activities, activityTexts } from '@concord/db/schema/courses';
import { people } from '@concord/db/schema/people';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { sha256 } from '../courses/import/digest.ts';
import { iso } from '../courses/shown.ts';
import { draftOf, ownCourse } from './load.ts';
import { settingsState } from './settings.ts';

/** One activity of the draft with its words in every language: what its editor works on. */
export async function editedActivity(ctx: SignedIn, input: { course: string; activity: string }) {
  const course = await ownCourse(ctx, input.course);
  const draft = found(await draftOf(ctx, course.id));
  const [row] = await ctx.tx
    .select({ activity: activities, published: isPublished(course.id) })
    .from(activities)
    .where(and(eq(activities.versionId, draft.id), eq(activities.key, input.activity)));
  const { activity, published } = found(row);
  const { id, key, kind, titles, minutes, required, quiz, settings, questionCount } = activity;
  return {
    courseId: course.id,
    versionId: draft.id,
    sourceLanguage: course.sourceLanguage,
    activity: { id, key, kind, titles, minutes, required, quiz, settings, questionCount },
    /** Whether learners get it now, in whatever wording. */
    published,
    settingsBase: settingsState({ quiz, settings }),
    texts: await textsOf(ctx, id),
  };
}

const isPublished = (
  courseId: string,
) => sql<boolean>`exists (select from activity p where p.key = activity.key
  and p.kind = activity.kind and p.version_id = (select v.id from course_version v where v.course_id = ${courseId}
    and v.published_at is not null order by v.number desc limit 1))`;

async function textsOf(ctx: SignedIn, activityId: string) {
  const rows = await ctx.tx
    .select({
      language: activityTexts.language,
      source: activityTexts.source,
      html: activityTexts.html,
      follows: activityTexts.sourceHash,
      savedAt: activityTexts.savedAt,
      savedBy: sql<string | null>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(activityTexts)
    .leftJoin(people, eq(people.id, activityTexts.savedBy))
    .where(eq(activityTexts.activityId, activityId));
  return Object.fromEntries(
    rows.map(({ language, savedAt, ...row }) => [
      language,
      { ...row, hash: sha256(row.source), savedAt: iso(savedAt) },
    ]),
  );
}
