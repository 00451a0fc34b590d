import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { type News, notifyAll } from '../notifications/notify.ts';

type One = { personId: string; courseId: string };

/** Where each of these people goes on with the course, and what it is called in their language. */
async function placesOf(ctx: Context, all: readonly One[]) {
  const pairs = sql`(select (x->>'personId')::uuid as person_id, (x->>'courseId')::uuid as course_id
    from jsonb_array_elements(${JSON.stringify(all)}::jsonb) x)`;
  return ctx.tx.execute<{ person: string; course: string; slug: string; title: string | null }>(sql`
    select w.person_id as person, w.course_id as course, c.slug,
      (select t.title from course_text t join course_version v on v.id = t.version_id
        where v.course_id = c.id and v.published_at is not null
        order by v.number desc, t.language = a.locale desc, t.language = c.source_language desc limit 1) as title
    from ${pairs} w join course c on c.id = w.course_id left join account a on a.person_id = w.person_id`);
}

async function tell(ctx: Context, kind: 'renewalOpened' | 'renewalDue', all: readonly One[]): Promise<void> {
  if (all.length === 0) return;
  const places = await placesOf(ctx, all);
  await notifyAll(
    ctx,
    [...places].map(({ person, course, slug, title }): News => {
      const about = { kind, path: `/learn/${slug}`, subjectId: course } as const;
      return { ...about, personIds: [person], params: { course: title ?? slug } };
    }),
  );
}

/** Tells people that a renewal of theirs is open. */
export async function tellOpened(ctx: Context, all: readonly One[]): Promise<void> {
  await tell(ctx, 'renewalOpened', all);
}

/** Reminds people of renewals that are still open. */
export async function tellDue(ctx: Context, all: readonly One[]): Promise<void> {
  await tell(ctx, 'renewalDue', all);
}

/** Tells training coordinators, of the party and of its nation, once for all that opened together, and notes that it was done. */
export async function tellCoordinators(
  ctx: Context,
  opened: readonly (One & { id: string })[],
): Promise<void> {
  const ids = JSON.stringify(opened.map(({ id }) => id));
  const rows = await ctx.tx.execute<{ person: string; scope: string; count: number }>(sql`
    select o.person_id as person, o.scope_id as scope, count(distinct (r.person_id, r.course_id))::int as count
    from renewal r join person p on p.id = r.person_id join party y on y.id = p.party_id
    join appointment o on o.role = 'trainingCoordinator' and o.scope_id in (p.party_id, y.nation_id)
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    where r.id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid) and o.person_id <> r.person_id
    group by o.person_id, o.scope_id`);
  await notifyAll(
    ctx,
    [...rows].map(({ person, scope, count }): News => {
      const about = {
        kind: 'renewalsOfParty',
        path: `/people/readiness?party=${scope}`,
        subjectId: scope,
      } as const;
      return { ...about, personIds: [person], params: { count: String(count) } };
    }),
  );
  await ctx.tx.execute(sql`update renewal set manager_told = true
    where id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)`);
}
