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

type Looked = { person: string; scope: string; count: number };

/** Who looks after these people, of the party and of its nation, and how many different things of theirs end. */
async function lookedAfter(
  ctx: Context,
  all: readonly { personId: string; what: string }[],
): Promise<Looked[]> {
  return ctx.tx.execute<Looked>(sql`
    select o.person_id as person, o.scope_id as scope, count(distinct (x.person_id, x.what))::int as count
    from (select (j->>'personId')::uuid as person_id, j->>'what' as what from jsonb_array_elements(${JSON.stringify(all)}::jsonb) j) x
    join person p on p.id = x.person_id join party y on y.id = p.party_id
    join appointment o on o.role = 'trainingCoordinator' and o.scope_id in (p.party_id, y.nation_id)
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    where o.person_id <> x.person_id group by o.person_id, o.scope_id`);
}

const toCoordinator =
  (kind: 'renewalsOfParty' | 'partRenewalsOfParty') =>
  ({ person, scope, count }: Looked): News => {
    const about = { kind, path: `/people/readiness?party=${scope}`, subjectId: scope } as const;
    return { ...about, personIds: [person], params: { count: String(count) } };
  };

/** Tells training coordinators once for all that opened together, and notes that it was done. */
export async function tellCoordinators(
  ctx: Context,
  opened: readonly (One & { id: string })[],
): Promise<void> {
  const rows = await lookedAfter(
    ctx,
    opened.map(({ personId, courseId }) => ({ personId, what: courseId })),
  );
  await notifyAll(ctx, [...rows].map(toCoordinator('renewalsOfParty')));
  const ids = JSON.stringify(opened.map(({ id }) => id));
  await ctx.tx.execute(sql`update renewal set manager_told = true
    where id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)`);
}

type PartEnds = { personId: string; dueAt: Date };

const toPlayer =
  (kind: 'partRenewalOpened' | 'partRenewalDue') =>
  ({ personId }: PartEnds): News => ({ kind, path: '/learn/mine', personIds: [personId] });

/** Tells people that a part of theirs in an exercise counts no longer soon. */
export async function tellPartsOpened(ctx: Context, all: readonly PartEnds[]): Promise<void> {
  await notifyAll(ctx, all.map(toPlayer('partRenewalOpened')));
}

/** Reminds people of parts for which no other is in sight. */
export async function tellPartsDue(ctx: Context, all: readonly PartEnds[]): Promise<void> {
  await notifyAll(ctx, all.map(toPlayer('partRenewalDue')));
}

/** Tells training coordinators of parts of their people, likewise. */
export async function tellPartCoordinators(ctx: Context, all: readonly PartEnds[]): Promise<void> {
  const rows = await lookedAfter(
    ctx,
    all.map(({ personId, dueAt }) => ({ personId, what: dueAt.toISOString() })),
  );
  await notifyAll(ctx, [...rows].map(toCoordinator('partRenewalsOfParty')));
}
