import { activities, courses, courseVersions, units } from '@concord/db/schema/courses';
import { cohorts, enrolments } from '@concord/db/schema/learning';
import { cohortDeadlines } from '@concord/db/schema/seats';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { titleIn } from '../courses/rules.ts';
import { lockCohort } from './commands.ts';
import { tellMoved } from './deadline.ts';
import { newestVersion } from './enrolling.ts';
import { managedCohort } from './queries.ts';
import { changedDeadlines, deadlineProblem } from './rules.ts';
import type { deadlinesInput } from './schemas.ts';

/** What the newest version of a cohort's course asks for, each with its own last day in the cohort, or none. */
export async function deadlinesOf(ctx: SignedIn, cohortId: string) {
  const cohort = await managedCohort(ctx, cohortId);
  const [set, asked] = await Promise.all([
    standing(ctx, cohortId),
    askedOf(ctx, await newestVersion(ctx, cohort.courseId)),
  ]);
  return {
    revision: cohort.revision,
    activities: asked.map(({ key, kind, titles, unitTitles, language }) => ({
      ...{ key, kind, dueAt: set.get(key)?.toISOString() ?? null },
      title: titleIn(titles, ctx.locale, language),
      unit: titleIn(unitTitles, ctx.locale, language),
    })),
  };
}

async function standing(ctx: SignedIn, cohortId: string): Promise<Map<string, Date>> {
  const rows = await ctx.tx.select().from(cohortDeadlines).where(eq(cohortDeadlines.cohortId, cohortId));
  return new Map(rows.map(({ activityKey, dueAt }) => [activityKey, dueAt]));
}

async function askedOf(ctx: SignedIn, versionId: string) {
  return ctx.tx
    .select({
      key: activities.key,
      kind: activities.kind,
      titles: activities.titles,
      unitTitles: units.titles,
      language: courses.sourceLanguage,
    })
    .from(activities)
    .innerJoin(units, eq(units.id, activities.unitId))
    .innerJoin(courseVersions, eq(courseVersions.id, activities.versionId))
    .innerJoin(courses, eq(courses.id, courseVersions.courseId))
    .where(and(eq(activities.versionId, versionId), eq(activities.required, true)))
    .orderBy(asc(units.position), asc(activities.position));
}

type Input = Omit<z.output<typeof deadlinesInput>, 'commandId'>;

/** Sets the last days of activities in a cohort; those left out have none of their own. Learners are told once. */
export async function setDeadlines(ctx: SignedIn, input: Input) {
  await managedCohort(ctx, input.cohortId);
  const cohort = await lockCohort(ctx, input.cohortId);
  if (cohort.revision !== input.revision) throw new AppError('CONFLICT', 'cohorts.changed');
  const known = new Set((await deadlinesOf(ctx, cohort.id)).activities.map(({ key }) => key));
  const wanted = new Map(input.deadlines.map(({ activityKey, dueAt }) => [activityKey, new Date(dueAt)]));
  for (const [key, dueAt] of wanted) {
    const problem = known.has(key) ? deadlineProblem(dueAt, cohort) : 'activityGone';
    if (problem) throw fieldError(`deadlines.${key}`, `cohorts.${problem}`);
  }
  const changed = changedDeadlines(await standing(ctx, cohort.id), wanted);
  const revision = cohort.revision + 1;
  if (changed.length === 0) return { cohortId: cohort.id, revision: cohort.revision };
  await ctx.tx
    .delete(cohortDeadlines)
    .where(and(eq(cohortDeadlines.cohortId, cohort.id), inArray(cohortDeadlines.activityKey, changed)));
  const rows = changed.flatMap((activityKey) => {
    const dueAt = wanted.get(activityKey);
    return dueAt ? [{ cohortId: cohort.id, activityKey, dueAt }] : [];
  });
  if (rows.length > 0) await ctx.tx.insert(cohortDeadlines).values(rows);
  await ctx.tx.update(cohorts).set({ revision }).where(eq(cohorts.id, cohort.id));
  await record(ctx, {
    ...{ action: 'cohort.deadlines', subject: 'cohort', subjectId: cohort.id },
    details: { changed: rows.map(({ activityKey, dueAt }) => ({ activityKey, dueAt: dueAt.toISOString() })) },
  });
  await tellMoved(ctx, cohort.courseId, await underWay(ctx, cohort.id));
  return { cohortId: cohort.id, revision };
}

async function underWay(ctx: SignedIn, cohortId: string): Promise<string[]> {
  const rows = await ctx.tx
    .select({ personId: enrolments.personId })
    .from(enrolments)
    .where(
      and(eq(enrolments.cohortId, cohortId), isNull(enrolments.withdrawnAt), isNull(enrolments.completedAt)),
    );
  return rows.map(({ personId }) => personId);
}
