import { newId } from '@concord/db/ids';
import { enrolments } from '@concord/db/schema/learning';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { of } from './evidence.ts';

/** A person and a course they lack or have to take again. */
export type Lack = { personId: string; courseId: string };
/** Until when, and for which requirement where it was no person who sent it. */
export type Assignment = Lack & { dueAt: Date; requirementId?: string };

/** Pairs of a person and a course, for `in`. */
export const pairs = (lacks: readonly Lack[]) => sql`(select (x->>'personId')::uuid, (x->>'courseId')::uuid
  from jsonb_array_elements(${JSON.stringify(lacks)}::jsonb) x)`;

/** The version each may begin: published, and releasable to that person and not only to the one who sends. */
export async function openTo(
  ctx: Pick<Context, 'tx'>,
  missing: readonly Lack[],
): Promise<Map<string, string>> {
  if (missing.length === 0) return new Map();
  const rows = await ctx.tx.execute<{ person: string; course: string; version: string }>(sql`
    with lack(person_id, course_id) as ${pairs(missing)}
    select l.person_id as person, l.course_id as course, v.id as version from lack l
    join course c on c.id = l.course_id and c.archived_at is null
    join marking m on m.id = c.marking_id
    join concord.person_access((select array_agg(distinct person_id) from lack)) a on a.person_id = l.person_id
      and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats, a.level, a.party_id, a.caveats)
    join lateral (select id from course_version x where x.course_id = c.id and x.published_at is not null
      order by x.number desc limit 1) v on true`);
  return new Map(rows.map(({ person, course, version }) => [of(person, course), version]));
}

/** Sets completed paths aside, so that new ones can begin. What they earned stays as it is. */
export async function supersede(ctx: Pick<Context, 'tx' | 'now'>, lacking: readonly Lack[]): Promise<void> {
  if (lacking.length === 0) return;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.tx.execute(sql`update enrolment set withdrawn_at = ${now}, superseded_at = ${now}
    where withdrawn_at is null and completed_at is not null and (person_id, course_id) in ${pairs(lacking)}`);
}

/** Begins a path for each in the version they may take; who has an open one keeps it. */
export async function enrol(
  ctx: Pick<Context, 'tx' | 'now' | 'actor'>,
  lacking: readonly Assignment[],
  open: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = lacking.flatMap(({ personId, courseId, dueAt, requirementId }) => {
    const versionId = open.get(of(personId, courseId));
    const enrolledBy = ctx.actor?.personId ?? null;
    const made = { id: newId(), personId, courseId, enrolledBy, enrolledAt: ctx.now, dueAt, requirementId };
    return versionId ? [{ ...made, versionId }] : [];
  });
  if (rows.length > 0) await ctx.tx.insert(enrolments).values(rows).onConflictDoNothing();
}

/** Who is under way gets the date where they had none or a later one. */
export async function advance(ctx: Pick<Context, 'tx'>, underWay: readonly Assignment[]): Promise<void> {
  if (underWay.length === 0) return;
  const due = JSON.stringify(underWay);
  await ctx.tx.execute(sql`update enrolment e set due_at = (x->>'dueAt')::timestamptz
    from jsonb_array_elements(${due}::jsonb) x
    where e.withdrawn_at is null and e.completed_at is null and e.person_id = (x->>'personId')::uuid
      and e.course_id = (x->>'courseId')::uuid and (e.due_at is null or e.due_at > (x->>'dueAt')::timestamptz)`);
}
