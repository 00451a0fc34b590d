import { submissions } from '@concord/db/schema/assignments';
import { activities, courses } from '@concord/db/schema/courses';
import { activityExtensions, enrolments } from '@concord/db/schema/learning';
import { cohortDeadlines } from '@concord/db/schema/seats';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { type AssignmentSettings, assignmentSettings } from '../authoring/kinds/assignment.ts';
import { titleIn } from '../courses/rules.ts';
import { extended } from '../grades/extended.ts';
import { dueOf } from './rules.ts';
import type { OwnInput } from './schemas.ts';

export type SubmissionRow = typeof submissions.$inferSelect;

/** The settings of an assignment, or NOT_FOUND where it is none. */
export function assignmentOf(settings: unknown): AssignmentSettings {
  const read = assignmentSettings.safeParse(settings);
  return found(read.success ? read.data : undefined);
}

/** The person's own path and the assignment on it, locked where something is written; anybody else's is not there. */
export async function ownAssignment(ctx: SignedIn, input: OwnInput, lock = false) {
  const query = ctx.tx
    .select({
      enrolmentId: enrolments.id,
      courseId: courses.id,
      slug: courses.slug,
      sourceLanguage: courses.sourceLanguage,
      versionId: enrolments.versionId,
      enrolledAt: enrolments.enrolledAt,
      activityKey: activities.key,
      settings: activities.settings,
      extended: activityExtensions.dueAt,
      inCohort: cohortDeadlines.dueAt,
    })
    .from(enrolments)
    .innerJoin(activities, eq(activities.versionId, enrolments.versionId))
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .leftJoin(activityExtensions, extended)
    .leftJoin(
      cohortDeadlines,
      and(eq(cohortDeadlines.cohortId, enrolments.cohortId), eq(cohortDeadlines.activityKey, activities.key)),
    )
    .where(
      and(
        eq(enrolments.id, input.enrolmentId),
        eq(enrolments.personId, ctx.actor.personId),
        isNull(enrolments.withdrawnAt),
        eq(activities.id, input.activityId),
        eq(activities.kind, 'assignment'),
      ),
    );
  const [row] = await (lock ? query.for('update', { of: enrolments }) : query);
  const own = found(row);
  const settings = assignmentOf(own.settings);
  return { ...own, settings, dueAt: dueOf(settings, own) };
}

export type OwnAssignment = Awaited<ReturnType<typeof ownAssignment>>;

/** What the person has handed in there, or is writing, the first first. */
export function ownSubmissions(ctx: SignedIn, own: Pick<OwnAssignment, 'enrolmentId' | 'activityKey'>) {
  return ctx.tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.enrolmentId, own.enrolmentId),
        eq(submissions.activityKey, own.activityKey),
        eq(submissions.personId, ctx.actor.personId),
      ),
    )
    .orderBy(asc(submissions.number));
}

/** A rubric in one language. */
export function rubricIn({ rubric }: AssignmentSettings, language: string, source: string) {
  return rubric.map(({ key, titles, points, levels }) => ({
    key,
    title: titleIn(titles, language, source),
    points,
    levels: levels.map((level) => ({ points: level.points, words: titleIn(level.words, language, source) })),
  }));
}

/** What a text is sealed as: it opens as nothing else. */
export const workAad = (id: string) => `submission ${id}`;
export const judgementAad = (id: string) => `assessment ${id}`;
export const remarkAad = (id: string) => `assessment-remark ${id}`;
