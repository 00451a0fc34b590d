import { bodies } from '@concord/db/schema/consultation';
import { levels, systemSettings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { asc, eq, lte, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { laysTexts } from '../../policies/texts.ts';
import { mayStartThread, rolesIn } from '../../policies/threads.ts';
import { isUnread } from '../threads/unread.ts';

type BodyRow = {
  id: string;
  code: string;
  en: string;
  fr: string;
  threads: number;
  unread: number;
  unread_threads: number;
  last_at: string | null;
};

/**
 * The bodies a person sits in, or is named in a thread of, with what is unread there. Every count is taken under row
 * security in this one query, so it counts what the person may read; muted threads do not count as unread.
 */
export async function myBodies(ctx: SignedIn) {
  const { locale } = ctx;
  const { personId } = ctx.actor;
  const appointed = sql.param(bodyIds(ctx), undefined);
  const rows = await ctx.tx.execute<BodyRow>(sql`
    select b.id, b.code, b.name_en as en, b.name_fr as fr, count(t.id)::int as threads,
      coalesce(sum(u.unread), 0)::int as unread, count(*) filter (where u.unread > 0)::int as unread_threads,
      max(l.created_at) as last_at
    from body b
    left join thread t on t.body_id = b.id
    left join thread_reading r on r.thread_id = t.id and r.person_id = ${personId}
    left join lateral (
      select c.created_at from contribution c where c.thread_id = t.id order by c.place desc limit 1) l on true
    left join lateral (
      select count(*) as unread from contribution c
      where c.thread_id = t.id and ${isUnread(personId, sql`r.last_place`)}
        and r.following is distinct from 'muted') u on true
    where b.course_id is null and (t.id is not null or b.id = any(${appointed}::uuid[]))
    group by b.id order by b.code`);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: locale === 'fr' ? row.fr : row.en,
    roles: rolesIn(ctx.actor, row.id),
    threads: row.threads,
    unread: row.unread,
    unreadThreads: row.unread_threads,
    lastAt: row.last_at && new Date(row.last_at).toISOString(),
  }));
}

/** One of those bodies, with what a new thread in it can be marked with. */
export async function bodyByCode(ctx: SignedIn, code: string) {
  const body = await visibleBody(ctx, code);
  const [allParties, allLevels] = [await partyViews(ctx), await usableLevels(ctx)];
  const [row] = await ctx.tx.select({ zone: bodies.timeZone }).from(bodies).where(eq(bodies.id, body.id));
  return {
    ...body,
    /** IANA name: the zone its meetings and deadlines are told in. */
    zone: found(row).zone,
    mayStart: mayStartThread(ctx.actor, body.id),
    mayLay: laysTexts(ctx.actor, body.id),
    parties: allParties,
    levels: allLevels,
  };
}

/** A body the person sits in or is named in a thread of; any other is not found. */
export async function visibleBody(ctx: SignedIn, code: string) {
  const [row] = await ctx.tx.execute<{ id: string; code: string; en: string; fr: string }>(sql`
    select b.id, b.code, b.name_en as en, b.name_fr as fr from body b
    where b.code = ${code} and b.course_id is null and (b.id = any(${sql.param(bodyIds(ctx), undefined)}::uuid[])
      or exists (select 1 from thread t where t.body_id = b.id))`);
  const body = found(row);
  return {
    id: body.id,
    code: body.code,
    name: ctx.locale === 'fr' ? body.fr : body.en,
    roles: rolesIn(ctx.actor, body.id),
  };
}

/** Every party, by the name it has in the reader's language. */
export async function partyViews(ctx: SignedIn) {
  return ctx.tx
    .select({
      id: parties.id,
      code: parties.code,
      kind: parties.kind,
      name: ctx.locale === 'fr' ? parties.nameFr : parties.nameEn,
      ally: parties.ally,
    })
    .from(parties)
    .orderBy(asc(parties.code));
}

/** The levels a person may write under: their own, below the system's ceiling. */
export async function usableLevels(ctx: SignedIn) {
  return ctx.tx
    .select({
      rank: levels.rank,
      code: levels.code,
      name: ctx.locale === 'fr' ? levels.nameFr : levels.nameEn,
    })
    .from(levels)
    .innerJoin(systemSettings, eq(systemSettings.only, true))
    .where(lte(levels.rank, sql`least(${systemSettings.ceiling}, ${ctx.actor.level})`))
    .orderBy(asc(levels.rank));
}

function bodyIds(ctx: SignedIn): string {
  const ids = ctx.actor.appointments.flatMap((one) =>
    one.scope === 'body' && one.scopeId ? [one.scopeId] : [],
  );
  return `{${ids.join(',')}}`;
}
