import type { Locale } from '@concord/db/enums';
import { kept } from '@concord/db/kept';
import { activities, activityTexts, courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { isCourseStaff, mayReadActivities } from '../../policies/courses.ts';
import { asksIn } from '../../policies/threads.ts';
import { missing, type Sequence, waitsFor, withLocks } from './locks.ts';
import { mediaOf } from './media.ts';
import { activitiesOf, loadOutline } from './outline.ts';
import { asksFor, namePrerequisites } from './prerequisites.ts';
import { neighbours, type OutlineActivity, progressOf, titleIn } from './rules.ts';
import type { ActivityInput } from './schemas.ts';
import {
  asker,
  courseBy,
  courseTextIn,
  draftVersion,
  isId,
  iso,
  ownEnrolment,
  shownLanguage,
  shownVersion,
} from './shown.ts';

/**
 * An activity in the language chosen, or in the course's own where it is not translated, with the outline around
 * it. For the enrolled and the course's staff; for anybody else it is not there. Of the draft, nothing of a learner is
 * shown; its callers have decided that the person writes it.
 */
export async function activityPage(ctx: SignedIn, input: ActivityInput, of: 'shown' | 'draft' = 'shown') {
  const row = found(await findActivity(ctx, input, of));
  const { course, enrolment } = row;
  const text = textOf(row.text);
  const { settings, ...activity } = row.activity;
  const mayRead =
    of === 'draft' || mayReadActivities(ctx.actor, { id: course.id, enrolled: enrolment !== null });
  found(mayRead ? row : undefined);
  const language = row.language;
  const outline = await loadOutline(ctx, {
    versionId: row.versionId,
    language,
    sourceLanguage: course.sourceLanguage,
    enrolmentId: enrolment?.id ?? null,
  });
  const held = enrolment !== null && enrolment.completedAt === null && !isCourseStaff(ctx.actor, course.id);
  const asked = held ? row.asked : null;
  const { sequence } = row;
  const units = held ? withLocks(outline, { sequence, admitted: missing(asked ?? []) === null }) : outline;
  const all = activitiesOf(units);
  const locked = all.some(({ id, locked }) => id === activity.id && locked);
  return {
    barrier: locked ? await barrierOf(ctx, { asked, sequence, all, key: activity.key }) : null,
    preview: of === 'draft',
    /** Whether the reader teaches or runs the course. */
    staff: isCourseStaff(ctx.actor, course.id),
    /** Whether the reader asks and reads questions here. */
    asks: of === 'shown' && asksIn(ctx.actor, { id: course.id, enrolled: enrolment !== null }),
    course: { ...course, title: row.title },
    units,
    progress: progressOf(all),
    language,
    ...neighbours(all, activity.key),
    activity: {
      ...activity,
      title: titleIn(activity.titles, language, course.sourceLanguage),
      questions: all.find(({ id }) => id === activity.id)?.questions ?? 0,
      text: locked ? null : text,
      media: locked ? null : await mediaOf(ctx, { kind: activity.kind, settings }),
      anchor: row.progress?.anchor ?? null,
      completedAt: iso(row.progress?.completedAt ?? null),
    },
    enrolment: enrolment && { ...enrolment, completedAt: iso(enrolment.completedAt) },
  };
}

type Barred = {
  asked: Parameters<typeof namePrerequisites>[1];
  sequence: Sequence['sequence'];
  all: readonly OutlineActivity[];
  key: string;
};

/** What has to be done first: another course, without a name where it is not open to the person, or an activity. */
async function barrierOf(ctx: SignedIn, { asked, sequence, all, key }: Barred) {
  const course = missing(await namePrerequisites(ctx, asked));
  if (course) return { kind: 'course' as const, course: course.course };
  const before = waitsFor(all, key, sequence);
  return before && { kind: 'activity' as const, activity: { key: before.key, title: before.title } };
}

async function findActivity({ tx, actor, locale }: SignedIn, input: ActivityInput, of: 'shown' | 'draft') {
  const { course, activity, language } = input;
  const [row] = await oneActivity(
    tx,
    { person: actor.personId, course, activity, language },
    {
      of,
      locale,
      courseById: isId(course),
      activityById: isId(activity),
      languageChosen: language !== undefined,
    },
  );
  return row;
}

type Variant = {
  of: 'shown' | 'draft';
  locale: Locale;
  courseById: boolean;
  activityById: boolean;
  languageChosen: boolean;
};

type Text = Pick<typeof activityTexts.$inferSelect, 'language' | 'html' | 'headings'>;

/** Null where the activity has no text, or the person may not open it yet. */
function textOf({ language, html, headings }: { [Field in keyof Text]: Text[Field] | null }): Text | null {
  return language === null || html === null || headings === null ? null : { language, html, headings };
}

/**
 * The text to show: in the language wanted, else in the source's, else in whichever there is. One after the other, so that
 * the policy, which looks up whether the activity may be opened, is asked of one row and not of each language.
 */
const bodyOfText = sql`(
  select t.language, t.html, t.headings from ${activityTexts} t
    where t.activity_id = ${activities.id} and t.language = ${courseTexts.language}
  union all select t.language, t.html, t.headings from ${activityTexts} t
    where t.activity_id = ${activities.id} and t.language = ${courses.sourceLanguage}
  union all (select t.language, t.html, t.headings from ${activityTexts} t
    where t.activity_id = ${activities.id} order by t.language limit 1)
  limit 1) body`;

const oneActivity = kept((tx, { of, locale, courseById, activityById, languageChosen }: Variant) => {
  const chosen = languageChosen ? sql`${sql.placeholder('language')}::text` : undefined;
  const wanted = shownLanguage(chosen, sql`${enrolments.language}`, locale);
  const { language } = courseTexts;
  return tx
    .select({
      course: {
        id: courses.id,
        slug: courses.slug,
        languages: courses.languages,
        sourceLanguage: courses.sourceLanguage,
      },
      title: courseTexts.title,
      language,
      versionId: courseVersions.id,
      sequence: courseVersions.sequence,
      asked: asksFor,
      activity: {
        id: activities.id,
        key: activities.key,
        kind: activities.kind,
        titles: activities.titles,
        minutes: activities.minutes,
        required: activities.required,
        quiz: activities.quiz,
        settings: activities.settings,
      },
      text: {
        language: sql<Text['language'] | null>`body.language`,
        html: sql<string | null>`body.html`,
        headings: sql<Text['headings'] | null>`body.headings`,
      },
      enrolment: { id: enrolments.id, language: enrolments.language, completedAt: enrolments.completedAt },
      progress: { anchor: activityProgress.anchor, completedAt: activityProgress.completedAt },
    })
    .from(courses)
    .leftJoin(enrolments, of === 'draft' ? sql`false` : ownEnrolment(asker))
    .innerJoin(courseVersions, of === 'draft' ? draftVersion : shownVersion)
    .innerJoin(courseTexts, courseTextIn(wanted))
    .innerJoin(
      activities,
      and(
        eq(activities.versionId, courseVersions.id),
        eq(activityById ? activities.id : activities.key, sql.placeholder('activity')),
      ),
    )
    .leftJoinLateral(bodyOfText, sql`true`)
    .leftJoin(
      activityProgress,
      and(eq(activityProgress.activityId, activities.id), eq(activityProgress.enrolmentId, enrolments.id)),
    )
    .where(courseBy(courseById, sql.placeholder('course')));
});
