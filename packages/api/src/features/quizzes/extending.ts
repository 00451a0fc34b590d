import { activities } from '@concord/db/schema/courses';
import { activityExtensions, attempts, enrolments } from '@concord/db/schema/learning';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { fieldError, found } from '../../errors.ts';
import { mayExtend } from '../../policies/quizzes.ts';
import { record } from '../../record/record.ts';
import { settingsOf } from './load.ts';
import { closeFor, type Extension, endOfAttempt } from './rules.ts';
import type { ExtendInput, PeopleInput, QuizSettings } from './schemas.ts';
import { sameQuiz, staffQuiz } from './staff.ts';

type Input = Omit<ExtendInput, 'commandId'>;

/** Gives one person more time, attempts or a later close at one quiz; an attempt under way ends later at once. */
export async function extendQuiz(ctx: SignedIn, input: Input): Promise<{ enrolmentId: string }> {
  const { enrolmentId, activityId, reason } = input;
  const quiz = await lockedQuiz(ctx, input);
  found(mayExtend(ctx.actor, quiz) ? quiz : undefined);
  const closesAt = input.closesAt === null ? null : new Date(input.closesAt);
  if (closesAt !== null && closesAt <= ctx.now) throw fieldError('closesAt', 'quiz.extensionPast');
  const given: Extension = { extraMinutes: input.extraMinutes, extraAttempts: input.extraAttempts, closesAt };
  await writeExtension(ctx, { enrolmentId, activityKey: quiz.key, given, reason });
  await moveEnd(ctx, { enrolmentId, activityKey: quiz.key, settings: quiz.settings, given });
  await record(ctx, {
    action: 'quiz.extend',
    subject: 'enrolment',
    subjectId: enrolmentId,
    details: { activityId, ...given },
  });
  return { enrolmentId };
}

async function lockedQuiz(ctx: SignedIn, { enrolmentId, activityId }: Input) {
  const [row] = await ctx.tx
    .select({
      courseId: enrolments.courseId,
      cohortId: enrolments.cohortId,
      key: activities.key,
      settings: activities.quiz,
    })
    .from(enrolments)
    .innerJoin(activities, and(eq(activities.id, activityId), eq(activities.kind, 'quiz')))
    .where(
      and(
        eq(enrolments.id, enrolmentId),
        isNull(enrolments.withdrawnAt),
        sql`exists (select from course_version v where v.id = ${activities.versionId} and v.course_id = ${enrolments.courseId})`,
      ),
    );
  const quiz = found(row);
  return { ...quiz, settings: settingsOf(quiz.settings) };
}

type At = { enrolmentId: string; activityKey: string };

async function writeExtension(
  ctx: SignedIn,
  { enrolmentId, activityKey, given, reason }: At & { given: Extension; reason: string },
): Promise<void> {
  const nothing = given.extraMinutes === 0 && given.extraAttempts === 0 && given.closesAt === null;
  const of = and(
    eq(activityExtensions.enrolmentId, enrolmentId),
    eq(activityExtensions.activityKey, activityKey),
  );
  if (nothing) {
    // A later deadline given in the gradebook stays.
    await ctx.tx.delete(activityExtensions).where(and(of, isNull(activityExtensions.dueAt)));
    await ctx.tx.update(activityExtensions).set(given).where(of);
    return;
  }
  const row = { ...given, reason, givenBy: ctx.actor.personId, givenAt: ctx.now };
  await ctx.tx
    .insert(activityExtensions)
    .values({ enrolmentId, activityKey, ...row })
    .onConflictDoUpdate({
      target: [activityExtensions.enrolmentId, activityExtensions.activityKey],
      set: row,
    });
}

/** The attempt under way ends when one started then with this extension would. */
async function moveEnd(
  ctx: SignedIn,
  { enrolmentId, activityKey, settings, given }: At & { settings: QuizSettings; given: Extension },
): Promise<void> {
  const [open] = await ctx.tx
    .select({ id: attempts.id, startedAt: attempts.startedAt })
    .from(attempts)
    .innerJoin(activities, eq(activities.id, attempts.activityId))
    .where(
      and(
        eq(attempts.enrolmentId, enrolmentId),
        eq(activities.key, activityKey),
        isNull(attempts.submittedAt),
      ),
    )
    .for('update', { of: attempts });
  if (!open) return;
  const minutes = settings.minutes && settings.minutes + given.extraMinutes;
  const endsAt = endOfAttempt(open.startedAt, minutes, closeFor(settings, given));
  await ctx.tx.update(attempts).set({ endsAt }).where(eq(attempts.id, open.id));
}

const PAGE = 50;

type Row = {
  id: string;
  person_id: string;
  name: string;
  attempts: number;
  best: number | null;
  passed: boolean | null;
  waiting: boolean | null;
  ends_at: string | Date | null;
  running: boolean | null;
  extra_minutes: number | null;
  extra_attempts: number | null;
  closes_at: string | Date | null;
  reason: string | null;
  given_by: string | null;
};

/** Who takes a quiz, how far they are, and what they were given beyond the rest. */
export async function quizPeople(ctx: SignedIn, { activityId, after }: PeopleInput) {
  const quiz = await staffQuiz(ctx, activityId, (actor, courseId) =>
    mayExtend(actor, { courseId, cohortId: null }),
  );
  const rows = await ctx.tx.execute<Row>(sql`
    select e.id, e.person_id, trim(p.given_name || ' ' || p.family_name) as name, coalesce(t.n, 0)::integer as attempts,
      t.best, t.passed, t.waiting, t.ends_at, t.running, x.extra_minutes, x.extra_attempts, x.closes_at, x.reason,
      trim(g.given_name || ' ' || g.family_name) as given_by
    from enrolment e join person p on p.id = e.person_id
    left join lateral (select count(*) as n, max(a.percent) as best, bool_or(a.passed) as passed,
        bool_or(a.submitted_at is not null and a.graded_at is null) as waiting,
        bool_or(a.submitted_at is null) as running, max(a.ends_at) filter (where a.submitted_at is null) as ends_at
      from attempt a where a.enrolment_id = e.id and a.activity_id in ${sameQuiz(quiz)}) t on true
    left join activity_extension x on x.enrolment_id = e.id and x.activity_key = ${quiz.activityKey}
    left join person g on g.id = x.given_by
    where e.course_id = ${quiz.courseId} and e.withdrawn_at is null ${after ? sql`and e.id > ${after}` : sql``}
    order by e.id limit ${PAGE + 1}`);
  const shown = rows.slice(0, PAGE);
  return {
    quiz: { titles: quiz.titles, slug: quiz.slug, key: quiz.activityKey, settings: quiz.settings },
    people: shown.map(personOf),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

function personOf(row: Row) {
  const iso = (at: string | Date | null) => (at === null ? null : new Date(at).toISOString());
  return {
    enrolmentId: row.id,
    person: { id: row.person_id, name: row.name },
    attempts: row.attempts,
    best: row.best,
    passed: row.passed ?? false,
    waiting: row.waiting ?? false,
    running: row.running ?? false,
    endsAt: iso(row.ends_at),
    extension:
      row.reason === null
        ? null
        : {
            extraMinutes: row.extra_minutes ?? 0,
            extraAttempts: row.extra_attempts ?? 0,
            closesAt: iso(row.closes_at),
            reason: row.reason,
            givenBy: row.given_by ?? '',
          },
  };
}
