import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { allianceZone } from '../../settings/zone.ts';
import { concernedBy } from '../readiness/concerned.ts';
import { tellDue } from './notices.ts';
import { remindersDue } from './rules.ts';

type Row = {
  id: string;
  requirementId: string;
  personId: string;
  courseId: string;
  due: string;
  policy: number[];
  reminded: number[];
};

/** Open renewals with reminders still to go, held for this transaction so that two workers do not both remind. */
async function openRows(ctx: Context, most: number): Promise<Row[]> {
  return ctx.tx.execute<Row>(sql`
    select r.id, r.requirement_id as "requirementId", r.person_id as "personId", r.course_id as "courseId",
      r.due_at::text as due, q.remind_days as policy, r.reminded
    from renewal r join requirement q on q.id = r.requirement_id and q.archived_at is null
    join person p on p.id = r.person_id and (p.ended_at is null or p.ended_at > now())
    where r.due_at > now()
      and exists (select from unnest(q.remind_days) d where not d = any(r.reminded)
        and r.due_at < now() + make_interval(days => d + 1))
      and not exists (select from credential c where c.person_id = r.person_id and c.course_id = r.course_id
        and c.revoked_at is null and c.issued_at > r.opened_at)
    order by r.id limit ${most} for update of r skip locked`);
}

/** Reminds whoever has not renewed, by the requirement's policy and the calendar; of one course once, whoever asks it. */
export async function remindSome(ctx: Context, most: number): Promise<number> {
  const rows = await openRows(ctx, most);
  if (rows.length === 0) return 0;
  const zone = await allianceZone(ctx);
  const ids = [...new Set([...rows].map(({ personId }) => personId))];
  const people = sql`select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid`;
  const asked = new Map(
    [...(await concernedBy(ctx, people, ctx.now))].map(({ id, people: all }) => [
      id,
      new Set(all.split(',')),
    ]),
  );
  const due = [...rows].flatMap((row) => {
    const clock = { now: ctx.now, zone };
    const days = remindersDue({ ...row, dueAt: new Date(row.due) }, clock);
    return days.length > 0 ? [{ ...row, days }] : [];
  });
  if (due.length === 0) return 0;
  await ctx.tx.execute(sql`
    update renewal r set reminded = r.reminded || (select array_agg(d::integer) from jsonb_array_elements_text(x->'days') d)
    from jsonb_array_elements(${JSON.stringify(due.map(({ id, days }) => ({ id, days })))}::jsonb) x
    where r.id = (x->>'id')::uuid`);
  const told = new Map(
    due
      .filter(({ requirementId, personId }) => asked.get(requirementId)?.has(personId))
      .map((row) => [`${row.personId} ${row.courseId}`, row]),
  );
  await tellDue(ctx, [...told.values()]);
  return due.length;
}
