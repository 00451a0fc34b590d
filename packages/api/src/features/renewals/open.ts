import { newId } from '@concord/db/ids';
import { renewals } from '@concord/db/schema/requirements';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { record } from '../../record/record.ts';
import { allianceZone } from '../../settings/zone.ts';
import { advance, enrol, openTo, supersede } from '../readiness/assign.ts';
import { concernedBy } from '../readiness/concerned.ts';
import { evidenceOf, of } from '../readiness/evidence.ts';
import { eachAsked, requirementsOf } from '../readiness/matrix.ts';
import { tellWatchers } from '../readiness/watchers.ts';
import { tellCoordinators, tellOpened } from './notices.ts';
import { dueOf, isRenewal } from './rules.ts';

/** A renewal that is open now, whether it was written before or not. */
export type Opening = {
  requirementId: string;
  personId: string;
  courseId: string;
  credentialId: string;
  dueAt: Date;
};

/**
 * The next people whose newest evidence of something asked ends soon or has ended and whose renewal is not written, by
 * id. Whether it is really asked of them, the same rules decide as on every page.
 */
export async function candidates(ctx: Pick<Context, 'tx'>, after: string, most: number): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select distinct c.person_id as id from credential c
    join requirement_need n on n.course_id = c.course_id
    join requirement r on r.id = n.requirement_id and r.archived_at is null
    join person p on p.id = c.person_id and (p.ended_at is null or p.ended_at > now())
    where c.revoked_at is null and c.person_id > ${after}::uuid
      and (c.valid_until < now() + make_interval(days => r.renewal_days + 1) or c.valid_until < r.valid_on
        or c.issued_at + make_interval(months => r.valid_months) < now() + make_interval(days => r.renewal_days + 2)
        or c.issued_at + make_interval(months => r.valid_months) < r.valid_on + interval '2 days'
        or exists (select from course_version v left join course_version own on own.id = c.version_id
          where v.course_id = c.course_id and v.requires_retake and v.published_at is not null
            and v.number > coalesce(own.number, 0)))
      and not exists (select from credential d where d.person_id = c.person_id and d.course_id = c.course_id
        and d.revoked_at is null and d.issued_at > c.issued_at)
      and not exists (select from renewal x where x.requirement_id = r.id and x.person_id = c.person_id
        and x.course_id = c.course_id and x.credential_id = c.id)
    order by c.person_id limit ${most}`);
  return [...rows].map(({ id }) => id);
}

/** Opens the renewals of these people that are due and not open yet. Done twice, or by two at once, each opens once. */
export async function openFor(ctx: Context, personIds: readonly string[]): Promise<number> {
  const people = sql`select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid`;
  const { openings, open: underWay } = await openingsOf(ctx, people);
  if (openings.length === 0) return 0;
  const made = await ctx.tx
    .insert(renewals)
    .values(openings.map((one) => ({ id: newId(), openedAt: ctx.now, ...one })))
    .onConflictDoNothing()
    .returning();
  const fresh = made.map(({ id, personId, courseId, requirementId, dueAt }) => ({
    ...{ id, personId, courseId, requirementId },
    dueAt: dueAt ?? ctx.now,
  }));
  if (fresh.length === 0) return 0;
  const each = earliest(fresh);
  const versions = await openTo(ctx, each);
  const reached = each.filter((one) => versions.has(of(one.personId, one.courseId)));
  const without = reached.filter((one) => !underWay.has(of(one.personId, one.courseId)));
  await supersede(ctx, without);
  await enrol(ctx, without, versions);
  await advance(ctx, reached);
  await tieToPaths(
    ctx,
    made.map(({ id }) => id),
  );
  await tellOpened(ctx, reached);
  await tellCoordinators(ctx, each);
  await tellWatchers(ctx, [...new Set(each.map(({ personId }) => personId))]);
  await record(ctx, {
    action: 'renewal.open',
    subject: 'requirement',
    details: { renewals: fresh.length, assigned: reached.length },
  });
  return fresh.length;
}

/** One for each person and course: what several requirements ask is taken once, by the earliest date. */
function earliest<One extends { personId: string; courseId: string; dueAt: Date }>(
  all: readonly One[],
): One[] {
  const kept = new Map<string, One>();
  for (const one of all) {
    const key = of(one.personId, one.courseId);
    const known = kept.get(key);
    if (!known || one.dueAt < known.dueAt) kept.set(key, one);
  }
  return [...kept.values()];
}

/** The renewals that are open for these people by the rules and the clock, with what is needed to assign them. */
async function openingsOf(ctx: Context, people: SQL) {
  const requirements = await requirementsOf(ctx, 'en');
  const zone = await allianceZone(ctx);
  const needs = requirements.flatMap((one) => one.needs);
  const courseIds = [...new Set(needs.flatMap(({ courseId }) => courseId ?? []))];
  const concerned = await concernedBy(ctx, people, ctx.now);
  const known = await evidenceOf(ctx, people, courseIds, ctx.now, courseIds);
  const openings: Opening[] = [];
  for (const { requirement, personId, need, evidence, cell } of eachAsked({
    ...{ requirements, concerned, known, now: ctx.now, zone },
  })) {
    const { held } = evidence;
    if (!held?.id || need.courseId === null || !isRenewal(held, cell)) continue;
    const validOn = requirement.valid_on === null ? null : new Date(requirement.valid_on);
    openings.push({
      ...{ requirementId: requirement.id, personId, courseId: need.courseId, credentialId: held.id },
      dueAt: dueOf(held, validOn, { now: ctx.now, zone }),
    });
  }
  return { openings, open: new Set(known.paths.keys()) };
}

async function tieToPaths(ctx: Context, ids: readonly string[]): Promise<void> {
  await ctx.tx.execute(sql`update renewal r set enrolment_id = e.id from enrolment e
    where r.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      and e.person_id = r.person_id and e.course_id = r.course_id and e.withdrawn_at is null and e.completed_at is null`);
}
