import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { markingViews } from './marking-views.ts';
import { isUnread } from './unread.ts';

const THREADS_SHOWN = 30;

/** Which threads of a body: those after one already shown, open or closed, about an activity, answered or waiting. */
export type ListAsked = {
  before?: string;
  state?: 'open' | 'closed';
  activityKey?: string;
  answered?: boolean;
};

type ThreadRow = {
  id: string;
  title: string;
  marking_id: string;
  need_to_know: 'body' | 'named';
  closed: boolean;
  answered: boolean;
  activity_key: string | null;
  following: 'normal' | 'following' | 'muted';
  last_at: string | null;
  last_given: string | null;
  last_family: string | null;
  last_party: string | null;
  unread: number;
  contributions: number;
};

/**
 * Threads of a body that the person may read, the one last written in first. Last entry, counts and unread are taken
 * under row security in one query: they tell of what the person may read and of nothing else.
 */
export async function listThreads(ctx: SignedIn, bodyId: string, asked: ListAsked) {
  const rows = await ctx.tx.execute<ThreadRow>(threadList(ctx.actor.personId, bodyId, asked));
  const shown = rows.slice(0, THREADS_SHOWN);
  return {
    markings: await markingViews(
      ctx,
      shown.map((row) => row.marking_id),
    ),
    threads: shown.map((row) => ({
      id: row.id,
      title: row.title,
      markingId: row.marking_id,
      named: row.need_to_know === 'named',
      closed: row.closed,
      answered: row.answered,
      activityKey: row.activity_key,
      following: row.following,
      contributions: row.contributions,
      unread: row.unread,
      lastAt: row.last_at && new Date(row.last_at).toISOString(),
      lastBy:
        row.last_given && row.last_family ? `${row.last_given} ${row.last_family}, ${row.last_party}` : null,
    })),
    older: rows.length > THREADS_SHOWN ? (shown.at(-1)?.id ?? null) : null,
  };
}

/**
 * The newest row of the tally that the person may read stands for its thread. Rows are walked from the newest on and no
 * further than a page, so a body costs the same however many threads it has, and a thread however long it is.
 */
function threadList(personId: string, bodyId: string, { before, ...kept }: ListAsked) {
  const cursor = before
    ? sql`and (y.last_at, y.thread_id) < (
        (select max(z.last_at) from thread_tally z where z.thread_id = ${before}::uuid and z.body_id = ${bodyId}), ${before}::uuid)`
    : sql``;
  return sql`
    with page as (
      select y.thread_id, y.last_at, y.author_id, y.party_id, n.entries
      from thread_tally y cross join lateral (
        select sum(z.entries) as entries, (array_agg(z.marking_id order by z.last_at desc, z.author_id, z.marking_id))[1] as newest
        from thread_tally z where z.thread_id = y.thread_id) n
      where y.body_id = ${bodyId} and n.newest = y.marking_id ${cursor} ${narrowed(kept)}
      order by y.last_at desc, y.thread_id desc limit ${THREADS_SHOWN + 1})
    select t.id, t.title, t.marking_id, t.need_to_know, t.closed_at is not null as closed,
      t.answered_at is not null as answered, t.activity_key, coalesce(r.following, 'normal') as following,
      case when x.author_id is not null then x.last_at end as last_at,
      p.given_name as last_given, p.family_name as last_family, a.code as last_party,
      u.entries::int as unread, x.entries::int as contributions
    from page x join thread t on t.id = x.thread_id
    left join thread_reading r on r.thread_id = t.id and r.person_id = ${personId}
    left join person p on p.id = x.author_id left join party a on a.id = x.party_id
    cross join lateral (select count(*) as entries
      from contribution c where c.thread_id = t.id and ${isUnread(personId, sql`r.last_place`)}) u
    order by x.last_at desc, x.thread_id desc`;
}

function narrowed({ state, activityKey, answered }: ListAsked) {
  const parts = [
    state && sql`(t.closed_at is not null) = ${state === 'closed'}`,
    activityKey !== undefined && sql`t.activity_key = ${activityKey}`,
    answered !== undefined && sql`(t.answered_at is not null) = ${answered}`,
  ].flatMap((part) => part || []);
  if (parts.length === 0) return sql``;
  return sql`and exists (select 1 from thread t where t.id = y.thread_id and ${sql.join(parts, sql` and `)})`;
}
