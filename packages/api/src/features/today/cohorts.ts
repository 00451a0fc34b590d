import { cohorts, enrolments } from '@concord/db/schema/learning';
import { appointments } from '@concord/db/schema/people';
import { and, asc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Reading } from './reader.ts';
import { cohortNoticeDays } from './rules.ts';

const SHOWN = 10;
const DAY_MS = 86_400_000;

/** Cohorts the person is answerable for that end soon, or have ended, with people who have not finished. */
export function endingCohorts({ tx, personId, locale, now }: Reading) {
  const soon = new Date(now.getTime() + cohortNoticeDays * DAY_MS);
  const unfinished = sql<number>`(
    select count(*) from ${enrolments}
    where ${enrolments.cohortId} = ${cohorts.id} and ${enrolments.completedAt} is null
      and ${enrolments.withdrawnAt} is null)`;
  return tx
    .selectDistinct({
      cohortId: cohorts.id,
      cohort: locale === 'fr' ? cohorts.nameFr : cohorts.nameEn,
      due: cohorts.dueAt,
      unfinished: unfinished.mapWith(Number),
    })
    .from(cohorts)
    .innerJoin(
      appointments,
      or(
        and(eq(appointments.scope, 'cohort'), eq(appointments.scopeId, cohorts.id)),
        eq(appointments.role, 'trainingManager'),
      ),
    )
    .where(
      and(
        eq(appointments.personId, personId),
        lte(appointments.validFrom, now),
        or(isNull(appointments.validUntil), gt(appointments.validUntil, now)),
        isNull(cohorts.archivedAt),
        isNotNull(cohorts.dueAt),
        lte(cohorts.dueAt, soon),
        sql`${unfinished} > 0`,
      ),
    )
    .orderBy(asc(cohorts.dueAt))
    .limit(SHOWN);
}
