import { newId } from '@concord/db/ids';
import { partRenewals } from '@concord/db/schema/requirements';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { record } from '../../record/record.ts';
import { allianceZone } from '../../settings/zone.ts';
import { concernedBy } from '../readiness/concerned.ts';
import { eachAsked, requirementsOf } from '../readiness/matrix.ts';
import { partsOf } from '../readiness/parts.ts';
import { tellPartCoordinators, tellPartsDue, tellPartsOpened } from './notices.ts';
import { isPartRenewal, remindersDue } from './rules.ts';

type Ending = Pick<typeof partRenewals.$inferInsert, 'requirementId' | 'personId' | 'colour' | 'dueAt'>;

/**
 * The next people, by id, who hold or held a seat whose part counts no longer soon and of which nobody was told. Whether
 * it is asked of them and was played, the same rules decide as on every page.
 */
export async function partCandidates(
  ctx: Pick<Context, 'tx'>,
  after: string,
  most: number,
): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select distinct s.person_id as id
    from requirement r join requirement_need n on n.requirement_id = r.id and n.kind = 'part'
    join exercise_role x on n.colour is null or x.colour = n.colour
    join exercise e on e.id = x.exercise_id and e.ends_at <= now() and e.cancelled_at is null
    join exercise_seat s on s.role_id = x.id and s.person_id > ${after}::uuid
    join person p on p.id = s.person_id and (p.ended_at is null or p.ended_at > now())
    cross join lateral (select e.ends_at + make_interval(months => n.months) as until) c
    where r.archived_at is null
      and (c.until < now() + make_interval(days => r.renewal_days + 2) or c.until < r.valid_on + interval '2 days')
      and not exists (select from part_renewal t where t.requirement_id = r.id and t.person_id = s.person_id
        and t.colour is not distinct from n.colour
        and t.due_at between c.until - interval '2 days' and c.until + interval '2 days')
    order by s.person_id limit ${most}`);
  return [...rows].map(({ id }) => id);
}

/** Of these people, the parts asked of them that end soon or have ended, by the rules and the clock. */
async function endingParts(ctx: Context, personIds: readonly string[]): Promise<Ending[]> {
  const all = await requirementsOf(ctx, 'en');
  const requirements = all.map((one) => ({ ...one, needs: one.needs.filter(({ kind }) => kind === 'part') }));
  const zone = await allianceZone(ctx);
  const people = sql`select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid`;
  const concerned = await concernedBy(ctx, people, ctx.now);
  const parts = await partsOf(ctx, people, 'en');
  const known = { credentials: new Map(), paths: new Map(), attestations: new Map(), parts };
  const endings: Ending[] = [];
  for (const one of eachAsked({ requirements, concerned, known, now: ctx.now, zone })) {
    const until = one.evidence.held?.until;
    if (until == null || !isPartRenewal(one.evidence.held, one.cell)) continue;
    const { requirement, personId, need } = one;
    endings.push({ requirementId: requirement.id, personId, colour: need.colour, dueAt: new Date(until) });
  }
  return endings;
}

/** Whose part it is and until when it counts: several requirements that ask for it are told of once. */
const partOf = ({ personId, dueAt }: Pick<Ending, 'personId' | 'dueAt'>) => `${personId} ${dueAt.getTime()}`;

const once = <One extends Ending>(all: readonly One[]) => [
  ...new Map(all.map((one) => [partOf(one), one])).values(),
];

/** Tells these people and who looks after them of parts that end. Done twice, or by two at once, each is told of once. */
export async function openParts(ctx: Context, personIds: readonly string[]): Promise<number> {
  const endings = await endingParts(ctx, personIds);
  if (endings.length === 0) return 0;
  const made = await ctx.tx
    .insert(partRenewals)
    .values(endings.map((one) => ({ id: newId(), openedAt: ctx.now, ...one })))
    .onConflictDoNothing()
    .returning();
  if (made.length === 0) return 0;
  const fresh = once(made);
  await tellPartsOpened(ctx, fresh);
  await tellPartCoordinators(ctx, fresh);
  await record(ctx, {
    action: 'renewal.open',
    subject: 'requirement',
    details: { renewals: made.length, assigned: 0 },
  });
  return made.length;
}

type Row = { id: string; requirementId: string; personId: string; due: string; policy: number[] } & Pick<
  Ending,
  'colour'
> & { reminded: number[] };

/** Parts of which people were told, with reminders still to go, held so that two workers do not both remind. */
async function openRows(ctx: Context, after: string, most: number): Promise<Row[]> {
  return ctx.tx.execute<Row>(sql`
    select t.id, t.requirement_id as "requirementId", t.person_id as "personId", t.colour, t.due_at::text as due,
      r.remind_days as policy, t.reminded
    from part_renewal t join requirement r on r.id = t.requirement_id and r.archived_at is null
    join person p on p.id = t.person_id and (p.ended_at is null or p.ended_at > now())
    where t.due_at > now() and t.id > ${after}::uuid
      and exists (select from unnest(r.remind_days) d where not d = any(t.reminded)
        and t.due_at < now() + make_interval(days => d + 1))
    order by t.id limit ${most} for update of t skip locked`);
}

/**
 * Reminds whoever has neither played another part nor found a seat meanwhile, by the requirement's policy and the
 * calendar. Gives back where it stopped; null at the end.
 */
export async function remindParts(ctx: Context, after: string, most: number) {
  const rows = [...(await openRows(ctx, after, most))].map((row) => ({ ...row, dueAt: new Date(row.due) }));
  const last = rows.length < most ? null : (rows.at(-1)?.id ?? null);
  if (rows.length === 0) return { reminded: 0, last };
  const keyOf = (one: Ending) => `${one.requirementId} ${one.colour} ${partOf(one)}`;
  const ending = new Set(
    (await endingParts(ctx, [...new Set(rows.map(({ personId }) => personId))])).map(keyOf),
  );
  const clock = { now: ctx.now, zone: await allianceZone(ctx) };
  const due = rows.flatMap((row) => {
    const days = ending.has(keyOf(row)) ? remindersDue(row, clock) : [];
    return days.length > 0 ? [{ ...row, days }] : [];
  });
  await ctx.tx.execute(sql`
    update part_renewal t set reminded = t.reminded || (select array_agg(d::integer) from jsonb_array_elements_text(x->'days') d)
    from jsonb_array_elements(${JSON.stringify(due.map(({ id, days }) => ({ id, days })))}::jsonb) x
    where t.id = (x->>'id')::uuid`);
  await tellPartsDue(ctx, once(due));
  return { reminded: due.length, last };
}
