import { submissions } from '@concord/db/schema/assignments';
import { activities, courses, courseVersions } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { isMarker, mayJudge, maySettle } from '../../policies/assignments.ts';
import { opener } from '../../sealing/sealing.ts';
import { iso } from '../courses/shown.ts';
import { judgementsOf } from './judgements.ts';
import { assignmentOf, rubricIn, workAad } from './load.ts';
import { fileNames } from './own.ts';
import { standingOf } from './rules.ts';
import type { QueueInput } from './schemas.ts';

const PAGE = 50;

type QueueRow = {
  id: string;
  number: number;
  submitted_at: string | Date;
  outcome: 'pass' | 'fail' | 'return' | null;
  revealed: boolean;
  person: string;
  mine: boolean;
  decided_by: number;
  others: string[] | null;
};

/** Work handed in for an assignment, what is not decided first, the longest waiting first. */
export async function workQueue(ctx: SignedIn, input: QueueInput) {
  const task = await staffAssignment(ctx, input.activityId);
  const { after } = input;
  const rows = await ctx.tx.execute<QueueRow>(sql`
    select s.id, s.number, s.submitted_at, s.outcome, s.revealed_at is not null as revealed,
      trim(p.given_name || ' ' || p.family_name) as person, coalesce(j.mine, false) as mine,
      coalesce(j.decided, 0)::integer as decided_by, j.others
    from submission s join person p on p.id = s.person_id
    left join (select b.submission_id, bool_or(b.marker_id = ${ctx.actor.personId} and b.place is not null) as mine,
        count(b.place) as decided, array_agg(trim(m.given_name || ' ' || m.family_name))
          filter (where b.marker_id <> ${ctx.actor.personId} and b.place is null) as others
      from concord.judged_by(array(select w.id from submission w where w.course_id = ${task.courseId}
        and w.activity_key = ${task.activityKey} and w.submitted_at is not null and w.decided_at is null)) b
      join person m on m.id = b.marker_id group by b.submission_id) j on j.submission_id = s.id
    where s.course_id = ${task.courseId} and s.activity_key = ${task.activityKey} and s.submitted_at is not null
      and s.person_id <> ${ctx.actor.personId}
      ${after ? sql`and (s.decided_at is not null, s.submitted_at, s.id) > (${after.decided}, ${after.submittedAt}::timestamptz, ${after.id}::uuid)` : sql``}
    order by s.decided_at is not null, s.submitted_at, s.id limit ${PAGE + 1}`);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const { blind, secondMarker } = task.settings;
  return {
    blind,
    secondMarker,
    work: shown.map((row) => ({
      id: row.id,
      number: row.number,
      submittedAt: new Date(row.submitted_at).toISOString(),
      outcome: row.outcome,
      person: blind && row.outcome === null ? null : row.person,
      /** Whether the two who marked differ, so that a course director settles it. */
      differs: row.revealed && row.outcome === null,
      mine: row.mine,
      decidedBy: row.decided_by,
      others: row.others ?? [],
    })),
    next: last
      ? {
          decided: last.outcome !== null,
          submittedAt: new Date(last.submitted_at).toISOString(),
          id: last.id,
        }
      : null,
  };
}

/** One piece of work to judge: its text and files, the rubric, one's own judgement, and the others' once revealed. */
export async function workToJudge(ctx: SignedIn, submissionId: string) {
  const { submission, settings, ...row } = await judged(ctx, submissionId);
  const open = await opener(ctx, submission.enrolmentId);
  const all = await judgementsOf(ctx, submission.enrolmentId, [submissionId]);
  const own = all.find(({ markerId }) => markerId === ctx.actor.personId) ?? null;
  const others = await beganBy(ctx, submissionId);
  const decided = others.filter(({ place }) => place !== null);
  const standing = submission.revealedAt
    ? standingOf(
        all.flatMap(({ place, outcome }) => (place && outcome ? [{ place, outcome }] : [])),
        settings.secondMarker,
      )
    : null;
  const settling = standing?.needs === 'settling';
  const hidden = settings.blind && submission.decidedAt === null;
  const names = await fileNames(ctx, submission.fileIds);
  return {
    id: submission.id,
    number: submission.number,
    activity: row.activity,
    submittedAt: iso(submission.submittedAt),
    person: hidden ? null : row.person,
    text: open(submission.sealed, workAad(submission.id)),
    /** A file's name may tell whose it is. */
    files: submission.fileIds.map((fileId) => ({
      fileId,
      name: hidden ? null : (names.get(fileId) ?? null),
    })),
    rubric: rubricIn(settings, ctx.locale, row.sourceLanguage),
    passMark: settings.passMark,
    secondMarker: settings.secondMarker,
    outcome: submission.outcome,
    settling,
    may:
      submission.decidedAt === null &&
      own?.place == null &&
      (settling ? maySettle(ctx.actor, submission) : submission.revealedAt === null),
    own,
    judgements: all
      .filter(({ markerId, place }) => place !== null && markerId !== ctx.actor.personId)
      .map(({ markerId, ...one }) => ({
        ...one,
        marker: others.find((other) => other.markerId === markerId)?.name ?? '',
      })),
    /** Who else is writing a judgement of it now. */
    writing: others.filter(({ place }) => place === null).map(({ name }) => name),
    decidedBy: decided.length,
  };
}

/** Work and its assignment, for those who may judge it; to others it is not there. `lock` makes markers wait. */
export async function judged(ctx: SignedIn, submissionId: string, lock = false) {
  const query = ctx.tx
    .select({
      submission: getTableColumns(submissions),
      settings: activities.settings,
      activity: { id: activities.id, key: activities.key, titles: activities.titles },
      slug: courses.slug,
      sourceLanguage: courses.sourceLanguage,
      person: sql<string>`trim(${people.givenName} || ' ' || ${people.familyName})`,
      own: {
        id: enrolments.id,
        personId: enrolments.personId,
        courseId: enrolments.courseId,
        versionId: enrolments.versionId,
        cohortId: enrolments.cohortId,
        completedAt: enrolments.completedAt,
      },
      withdrawnAt: enrolments.withdrawnAt,
    })
    .from(submissions)
    .innerJoin(enrolments, eq(enrolments.id, submissions.enrolmentId))
    .innerJoin(courses, eq(courses.id, submissions.courseId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .innerJoin(
      activities,
      and(eq(activities.versionId, enrolments.versionId), eq(activities.key, submissions.activityKey)),
    )
    .where(and(eq(submissions.id, submissionId), sql`${submissions.submittedAt} is not null`));
  const [row] = await (lock ? query.for('update', { of: enrolments }) : query);
  const work = found(row);
  found(mayJudge(ctx.actor, work.submission) ? work : undefined);
  return { ...work, settings: assignmentOf(work.settings) };
}

/** Who else has begun to judge it, and in which place they decided. */
export async function beganBy(ctx: SignedIn, submissionId: string) {
  const rows = await ctx.tx.execute<{ marker_id: string; place: number | null; name: string }>(sql`
    select b.marker_id, b.place, trim(p.given_name || ' ' || p.family_name) as name
    from concord.judged_by(array[${submissionId}::uuid]) b join person p on p.id = b.marker_id
    where b.marker_id <> ${ctx.actor.personId}`);
  return rows.map(({ marker_id, place, name }) => ({ markerId: marker_id, place, name }));
}

async function staffAssignment(ctx: SignedIn, activityId: string) {
  const [row] = await ctx.tx
    .select({ activityKey: activities.key, settings: activities.settings, courseId: courses.id })
    .from(activities)
    .innerJoin(courseVersions, eq(courseVersions.id, activities.versionId))
    .innerJoin(courses, eq(courses.id, courseVersions.courseId))
    .where(and(eq(activities.id, activityId), eq(activities.kind, 'assignment')));
  const task = found(row);
  found(isMarker(ctx.actor, task.courseId) ? task : undefined);
  return { ...task, settings: assignmentOf(task.settings) };
}
