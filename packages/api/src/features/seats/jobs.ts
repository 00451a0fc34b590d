import { newId } from '@concord/db/ids';
import { courseVersions } from '@concord/db/schema/courses';
import { cohortMembers, cohorts, enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { asWorker, type Context } from '../../context.ts';
import { defineJob } from '../../jobs/job.ts';
import type { Services } from '../../services.ts';
import { followCohort } from '../paths/late.ts';
import { takeLedger } from './ledger.ts';
import { settle } from './settle.ts';

/**
 * Enrols those who got a seat after the cohort was enrolled; before that, its manager's act enrols them. What the cohort's
 * paths hold besides its course is begun in the same transaction.
 */
export const holdersJob = defineJob(z.strictObject({ cohortId: z.guid() }), (services, { cohortId }) =>
  asWorker(services, async (ctx) => {
    const [cohort] = await ctx.tx
      .select({
        id: cohorts.id,
        courseId: cohorts.courseId,
        dueAt: cohorts.dueAt,
        enrolled: sql<boolean>`exists (select from ${enrolments} e where e.cohort_id = ${cohortId})`,
      })
      .from(cohorts)
      .where(and(eq(cohorts.id, cohortId), isNull(cohorts.archivedAt)));
    if (!cohort) return;
    if (cohort.enrolled) await enrolMembers(ctx, cohort);
    await followCohort(ctx, cohort);
  }),
);

async function enrolMembers(ctx: Context, cohort: { id: string; courseId: string; dueAt: Date | null }) {
  const [version] = await ctx.tx
    .select({ id: courseVersions.id })
    .from(courseVersions)
    .where(and(eq(courseVersions.courseId, cohort.courseId), isNotNull(courseVersions.publishedAt)))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  const members = await ctx.tx
    .select({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(cohortMembers.cohortId, cohort.id), isNull(people.endedAt)));
  if (!version || members.length === 0) return;
  const path = { courseId: cohort.courseId, versionId: version.id, cohortId: cohort.id, dueAt: cohort.dueAt };
  await ctx.tx
    .insert(enrolments)
    .values(members.map(({ personId }) => ({ id: newId(), personId, enrolledAt: ctx.now, ...path })))
    .onConflictDoNothing();
}

/**
 * Gives seats whose day of re-offer has come. What is shown needs no job: the same function over the same ledger says
 * it; this makes them members and tells them. A cohort from before there was a ledger gets one.
 */
export async function reofferSeats(services: Services): Promise<number> {
  const due = await asWorker(services, (ctx) =>
    ctx.tx.execute<{ id: string }>(sql`
      select c.id from cohort c
      where c.archived_at is null and (c.reoffer_days is not null
        and c.starts_at > now() - interval '1 day' and c.starts_at - make_interval(days => c.reoffer_days) <= now()
        and exists (select from seat_entry s where s.cohort_id = c.id and s.kind = 'request'
          and not exists (select from cohort_member m where m.cohort_id = c.id and m.person_id = s.person_id))
        or exists (select from cohort_party p where p.cohort_id = c.id)
          and not exists (select from seat_entry s where s.cohort_id = c.id))`),
  );
  let given = 0;
  for (const { id } of due)
    given += await asWorker(
      services,
      async (ctx) => (await settle(ctx, await takeLedger(ctx, id))).given.length,
    );
  return given;
}
