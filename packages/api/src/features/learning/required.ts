import { systemSettings } from '@concord/db/schema/markings';
import { type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { type Level, levelOf } from '../courses/shown.ts';
import { concerned } from '../readiness/concerned.ts';
import { askedOf, type Cell, cellOf, isMet, stricter } from '../readiness/rules.ts';

/** A row of `requiredRows`. */
export type RequiredRow = {
  course: string;
  slug: string;
  title: string;
  language: string;
  level: Level;
  requirement: string;
  valid_on: string | null;
  renewal_days: number;
  grace_days: number;
  since: string;
  held: { until: string | null; retake: boolean } | null;
  zone: string;
};

/** A course that is asked of the person, is not held (or not for long), and has not been begun. */
export type Required = {
  courseId: string;
  slug: string;
  title: string;
  language: string;
  level: Level;
  requirement: string;
  cell: Cell;
};

/** What is asked of the person and under way nowhere; where they stand is readiness's own rule. */
export function requiredOf(ctx: SignedIn, rows: readonly RequiredRow[]): Required[] {
  const all = new Map<string, Required>();
  for (const row of rows) {
    const facts = {
      validOn: row.valid_on === null ? null : new Date(row.valid_on),
      renewalDays: row.renewal_days,
      graceDays: row.grace_days,
    };
    const until = row.held?.until ? Date.parse(row.held.until) : null;
    const held = row.held && { until, retake: row.held.retake };
    const asked = askedOf(facts, Number(row.since) * 1000, { now: ctx.now, zone: row.zone });
    const cell = cellOf('credential', { held, path: null }, asked);
    const known = all.get(row.course);
    const { course: courseId, slug, title, language, level, requirement } = row;
    const worst = stricter(known?.cell, cell);
    if (worst === cell) all.set(courseId, { courseId, slug, title, language, level, requirement, cell });
  }
  return [...all.values()].filter(({ cell }) => !isMet(cell.state) || cell.state === 'endsSoon');
}

/** The requirements that concern the person: what `requiredRows` and `partAsked` read. */
export const withConcerned = ({ actor, now }: SignedIn): SQL =>
  sql`with concerned as (${concerned(sql`${actor.personId}::uuid`, now)})`;

/** Whether one of them asks for a part in an exercise, as a condition. */
export const partAsked = sql`exists (
  select from concerned x join requirement_need n on n.requirement_id = x.id and n.kind = 'part')`;

/** What the tables hold of it, as a query beneath `withConcerned`. */
export function requiredRows(ctx: SignedIn): SQL {
  const { locale } = ctx;
  const { personId } = ctx.actor;
  return sql`
    select n.course_id as course, c.slug, t.title, t.language, ${levelOf(ctx, sql`c.marking_id`)} as level, r.valid_on::text, r.renewal_days, r.grace_days,
      coalesce(r.titles->>${locale}, r.titles->>'en', '') as requirement, x.since, z.time_zone as zone,
      case when h.course_id is not null then json_build_object('until', h.until, 'retake', h.retake) end as held
    from concerned x
    join requirement r on r.id = x.id
    join requirement_need n on n.requirement_id = r.id and n.kind = 'credential'
    join course c on c.id = n.course_id
    join lateral (select y.title, y.language from course_text y join course_version v on v.id = y.version_id
      where v.course_id = c.id and v.published_at is not null
      order by v.number desc, y.language = ${locale} desc, y.language = c.source_language desc limit 1) t on true
    cross join ${systemSettings} z
    left join lateral (
      select k.course_id, least(k.valid_until, k.retake_at) as until,
        k.retake_at is not null and (k.valid_until is null or k.retake_at < k.valid_until) as retake
      from (select g.course_id, least(g.valid_until, (((g.issued_at at time zone z.time_zone)::date
          + make_interval(months => r.valid_months))::date + 1)::timestamp at time zone z.time_zone
          - interval '1 second') as valid_until, (select min(m.published_at) from course_version m
          where m.course_id = g.course_id and m.requires_retake and m.published_at is not null
            and m.number > coalesce(o.number, 0)) as retake_at
        from credential g left join course_version o on o.id = g.version_id
        where g.person_id = ${personId} and g.course_id = n.course_id and g.revoked_at is null) k
      order by least(k.valid_until, k.retake_at) desc nulls first limit 1) h on true
    where not exists (select from enrolment e where e.person_id = ${personId} and e.course_id = n.course_id
      and e.withdrawn_at is null and e.completed_at is null)
    order by r.created_at, n.position`;
}
