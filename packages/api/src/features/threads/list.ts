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

function threadList(personId: string, bodyId: string, { before, ...kept }: ListAsked) {
  const last = sql`select c.created_at, c.author_id, c.party_id from contribution c
    where c.thread_id = t.id order by c.place desc limit 1`;
  const cursor = before
    ? sql`where (coalesce(x.last_at, x.created_at), x.id) < (select coalesce(y.last_at, y.created_at), y.id from listed y where y.id = ${before})`
    : sql``;
  return sql`
    with listed as (
      select t.id, t.title, t.marking_id, t.need_to_know, t.created_at, t.closed_at, t.answered_at, t.activity_key,
        l.created_at as last_at, l.author_id, l.party_id
      from thread t left join lateral (${last}) l on true where t.body_id = ${bodyId} ${narrowed(kept)}),
    page as (
      select x.* from listed x ${cursor}
      order by coalesce(x.last_at, x.created_at) desc, x.id desc limit ${THREADS_SHOWN + 1})
    select x.id, x.title, x.marking_id, x.need_to_know, x.closed_at is not null as closed,
      x.answered_at is not null as answered, x.activity_key, coalesce(r.following, 'normal') as following, x.last_at,
      p.given_name as last_given, p.family_name as last_family, y.code as last_party,
      n.unread::int as unread, n.contributions::int as contributions
    from page x
    left join thread_reading r on r.thread_id = x.id and r.person_id = ${personId}
    left join person p on p.id = x.author_id left join party y on y.id = x.party_id
    cross join lateral (
      select count(*) filter (where c.removed_at is null) as contributions,
        count(*) filter (where ${isUnread(personId, sql`r.last_place`)}) as unread
      from contribution c where c.thread_id = x.id) n
    order by coalesce(x.last_at, x.created_at) desc, x.id desc`;
}

function narrowed({ state, activityKey, answered }: ListAsked) {
  const parts = [
    state && sql`and (t.closed_at is not null) = ${state === 'closed'}`,
    activityKey !== undefined && sql`and t.activity_key = ${activityKey}`,
    answered !== undefined && sql`and (t.answered_at is not null) = ${answered}`,
  ];
  return sql.join(
    parts.flatMap((part) => part || []),
    sql` `,
  );
}
