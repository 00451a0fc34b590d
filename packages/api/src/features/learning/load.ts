import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { cohorts, enrolments } from '@concord/db/schema/learning';
import { eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import {
  activityCount,
  courseTextIn,
  doneCount,
  levelOf,
  ownEnrolment,
  shownLanguage,
  shownVersion,
} from '../courses/shown.ts';
import { nextPlace } from '../enrolments/place.ts';
import type { Part } from './types.ts';

const SHOWN = 60;

/** What a course asks for before it is begun; without a name where it is not open to the person. */
export type Asked = { met: boolean; slug: string | null; title: string | null; language: string | null };

/** The person's paths that are not completed, each with what is not done in it and why, in one statement. */
export async function loadPaths(ctx: SignedIn) {
  return ctx.tx
    .select({
      id: enrolments.id,
      slug: courses.slug,
      courseId: courses.id,
      sourceLanguage: courses.sourceLanguage,
      language: courseTexts.language,
      title: courseTexts.title,
      level: levelOf(ctx),
      dueAt: enrolments.dueAt,
      enrolledAt: enrolments.enrolledAt,
      lastSeenAt: enrolments.lastSeenAt,
      sequence: courseVersions.sequence,
      cohort: sql<string | null>`${ctx.locale === 'fr' ? cohorts.nameFr : cohorts.nameEn}`,
      cohortStartsAt: cohorts.startsAt,
      done: doneCount,
      total: activityCount,
      place: nextPlace,
      asked: asked(ctx.locale),
      parts: sql<Part[] | null>`${parts}`,
    })
    .from(enrolments)
    .innerJoin(courses, ownEnrolment(ctx))
    .innerJoin(courseVersions, shownVersion)
    .innerJoin(courseTexts, courseTextIn(shownLanguage(sql`${enrolments.language}`, ctx.locale)))
    .leftJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
    .where(isNull(enrolments.completedAt))
    .orderBy(sql`${enrolments.dueAt} nulls last, ${enrolments.lastSeenAt} desc nulls last, ${enrolments.id}`)
    .limit(SHOWN);
}

export type PathRow = Awaited<ReturnType<typeof loadPaths>>[number];

const asked = (locale: string): SQL<Asked[] | null> => sql<Asked[] | null>`(
  select json_agg(json_build_object('met', p.met, 'slug', k.slug, 'title', k.title, 'language', k.language))
  from concord.prerequisites(course.id) p
  left join lateral (
    select c.slug, t.title, t.language from course c
    join course_version v on v.course_id = c.id and v.published_at is not null
    join course_text t on t.version_id = v.id where c.id = p.course_id
    order by v.number desc, t.language = ${locale} desc, t.language = c.source_language desc limit 1) k on true)`;

const attempts = sql`(
  select json_agg(json_build_object('startedAt', t.started_at, 'endsAt', t.ends_at, 'submittedAt', t.submitted_at,
    'gradedAt', t.graded_at) order by t.number)
  from attempt t where t.enrolment_id = enrolment.id and t.activity_id = a.id)`;

const work = sql`(
  select json_build_object('submittedAt', s.submitted_at, 'outcome', s.outcome) from submission s
  where s.enrolment_id = enrolment.id and s.activity_key = a.key order by s.number desc limit 1)`;

const ofPath = sql`l.course_id = enrolment.course_id and l.activity_key = a.key and l.cancelled_at is null
    and (l.cohort_id is null or l.cohort_id = enrolment.cohort_id)`;

const session = sql`(
  select json_build_object('startsAt', l.starts_at, 'endsAt', l.ends_at, 'state', n.state,
    'passed', exists (select from live_session l where ${ofPath} and l.ends_at <= now()))
  from live_session l left join attendance n on n.live_session_id = l.id and n.enrolment_id = enrolment.id
  where ${ofPath}
  order by l.ends_at <= now(), abs(extract(epoch from l.starts_at - now())) limit 1)`;

/** Of each activity that completion asks for and that is not done, what says why: each kind is asked its own only. */
const parts = sql`(
  select json_agg(json_build_object('key', a.key, 'kind', a.kind, 'titles', a.titles, 'quiz', a.quiz,
    'workRule', case when a.kind = 'assignment'
      then json_build_object('dueAt', a.settings->'dueAt', 'dueDays', a.settings->'dueDays') end,
    'extension', case when a.kind in ('quiz', 'assignment') then (
      select json_build_object('extraMinutes', x.extra_minutes, 'extraAttempts', x.extra_attempts,
        'closesAt', x.closes_at, 'dueAt', x.due_at)
      from activity_extension x where x.enrolment_id = enrolment.id and x.activity_key = a.key) end,
    'attempts', coalesce(case when a.kind = 'quiz' then ${attempts} end, '[]'),
    'work', case when a.kind = 'assignment' then ${work} end,
    'session', case when a.kind = 'session' then ${session} end,
    'completes', case when a.kind = 'session' then coalesce(a.settings->>'completes', 'attendance') end,
    'decided', (select d.outcome from grade_decision d
      where d.enrolment_id = enrolment.id and d.activity_key = a.key order by d.id desc limit 1))
    order by u.position, a.position)
  from activity a join unit u on u.id = a.unit_id and u.version_id = enrolment.version_id
  left join activity_progress p on p.activity_id = a.id and p.enrolment_id = enrolment.id
  where a.version_id = enrolment.version_id and p.completed_at is null
    and (a.required or not exists (select from activity r where r.version_id = a.version_id and r.required)))`;
