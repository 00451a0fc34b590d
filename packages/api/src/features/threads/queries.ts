import { threads } from '@concord/db/schema/consultation';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { isDelegated } from '../../policies/texts.ts';
import { chairs, mayNarrowEntry, mayStartThread, mayWriteIn } from '../../policies/threads.ts';
import { opener } from '../../sealing/sealing.ts';
import { visibleBody } from '../bodies/queries.ts';
import { contributionAad, draftAad, readContent } from '../contributions/content.ts';
import { mentionedPeople } from '../contributions/names.ts';
import { contributionRights, quotesIn } from '../contributions/rules.ts';
import { readableSources } from '../contributions/sources.ts';
import { closingOf } from './closing.ts';
import { type ThreadHead, threadHead } from './head.ts';
import { markingViews } from './marking-views.ts';
import { type PageRow, pageRows, repliedAuthors } from './page-rows.ts';
import type { threadPageInput, threadsOfBodyInput } from './schemas.ts';
import { isUnread } from './unread.ts';

const THREADS_SHOWN = 30;

type ThreadRow = {
  id: string;
  title: string;
  marking_id: string;
  need_to_know: 'body' | 'named';
  closed: boolean;
  following: 'normal' | 'following' | 'muted';
  last_at: string | null;
  last_given: string | null;
  last_family: string | null;
  last_party: string | null;
  unread: number;
  contributions: number;
};

/**
 * The threads of a body that the person may read, the one last written in first. Last entry, counts and unread are
 * taken under row security in one query: they tell of what the person may read and of nothing else.
 */
export async function threadsOfBody(ctx: SignedIn, input: z.infer<typeof threadsOfBodyInput>) {
  const body = await visibleBody(ctx, input.bodyCode);
  const rows = await ctx.tx.execute<ThreadRow>(threadList(ctx.actor.personId, body.id, input));
  const shown = rows.slice(0, THREADS_SHOWN);
  return {
    body,
    mayStart: mayStartThread(ctx.actor, body.id),
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

function threadList(personId: string, bodyId: string, { before, state }: z.infer<typeof threadsOfBodyInput>) {
  const last = sql`select c.created_at, c.author_id, c.party_id from contribution c
    where c.thread_id = t.id order by c.place desc limit 1`;
  const cursor = before
    ? sql`where (coalesce(x.last_at, x.created_at), x.id) < (select coalesce(y.last_at, y.created_at), y.id from listed y where y.id = ${before})`
    : sql``;
  const kept = state ? sql`and (t.closed_at is not null) = ${state === 'closed'}` : sql``;
  return sql`
    with listed as (
      select t.id, t.title, t.marking_id, t.need_to_know, t.created_at, t.closed_at, l.created_at as last_at, l.author_id, l.party_id
      from thread t left join lateral (${last}) l on true where t.body_id = ${bodyId} ${kept}),
    page as (
      select x.* from listed x ${cursor}
      order by coalesce(x.last_at, x.created_at) desc, x.id desc limit ${THREADS_SHOWN + 1})
    select x.id, x.title, x.marking_id, x.need_to_know, x.closed_at is not null as closed, coalesce(r.following, 'normal') as following, x.last_at,
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

/** Whether the thread that a repeated command answers with may still be read. */
export async function mayReread(ctx: SignedIn, result: unknown): Promise<boolean> {
  const { threadId } = result as { threadId: string };
  const rows = await ctx.tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId));
  return rows.length > 0;
}

/** A page of a thread: fifty contributions opened for a reader who may read them, and where to go on. */
export async function threadPage(ctx: SignedIn, input: z.infer<typeof threadPageInput>) {
  const [head, page] = await headAndRows(ctx, input);
  const mayWrite = mayWriteIn(ctx.actor, head);
  const [view, markings, replied, open] = await Promise.all([
    headView(ctx, head, mayWrite),
    markingViews(ctx, [head.markingId, ...page.rows.map((row) => row.markingId)]),
    repliedAuthors(ctx, page.rows),
    page.rows.length > 0 ? opener(ctx, head.id) : undefined,
  ]);
  return {
    ...view,
    markings,
    contributions: page.rows.map((row) => contributionView(ctx, row, { head, mayWrite, replied, open })),
    older: page.older ? (page.rows[0]?.id ?? null) : null,
    newer: page.newer ? (page.rows.at(-1)?.id ?? null) : null,
    /** Whether what is unread begins before this page. */
    unreadBefore: startsBefore(page.rows, head),
  };
}

/** Both at once, unless where the page begins is what the head tells. */
async function headAndRows(ctx: SignedIn, input: z.infer<typeof threadPageInput>) {
  const { threadId, before, after, at } = input;
  const rows = (from: string | undefined) => pageRows(ctx, threadId, { before, after, at: from });
  if (at || !input.unread) return Promise.all([threadHead(ctx, threadId), rows(at)]);
  const head = await threadHead(ctx, threadId);
  return [head, await rows(head.firstUnread ?? undefined)] as const;
}

function startsBefore(rows: readonly PageRow[], head: ThreadHead): boolean {
  const [first] = rows;
  if (!first || head.firstUnread === null) return false;
  return first.place > head.readTo && !rows.some((row) => row.id === head.firstUnread);
}

async function headView(ctx: SignedIn, head: ThreadHead, mayWrite: boolean) {
  return {
    id: head.id,
    title: head.title,
    markingId: head.markingId,
    named: head.needToKnow === 'named',
    closing: head.closedAt === null ? null : await closingOf(ctx, head.id),
    createdAt: head.createdAt.toISOString(),
    body: { code: head.bodyCode, name: head.bodyName },
    mayWrite,
    mayState: mayWrite && isDelegated(ctx.actor, head.bodyId),
    following: head.following,
    unread: head.unread,
    firstUnread: head.firstUnread,
    draft: head.draft && head.draftAt ? await draftView(ctx, head.id, head.draft, head.draftAt) : null,
  };
}

async function draftView(ctx: SignedIn, threadId: string, sealed: Buffer, at: Date) {
  const open = await opener(ctx, ctx.actor.personId);
  const text = open(sealed, draftAad(ctx.actor.personId, threadId));
  const quoted = await readableSources(ctx, quotesIn(text));
  const markings = await markingViews(
    ctx,
    [...quoted.values()].map((source) => source.markingId),
  );
  return {
    text,
    people: await mentionedPeople(ctx, text),
    savedAt: at.toISOString(),
    /** The markings of what it quotes: it is sent under none that is weaker. */
    quoted: Object.values(markings),
  };
}

type Opener = Awaited<ReturnType<typeof opener>>;

function contributionView(
  ctx: SignedIn,
  row: PageRow,
  page: { head: ThreadHead; mayWrite: boolean; replied: Map<string, string>; open: Opener | undefined },
) {
  const { head, mayWrite, replied, open } = page;
  const removed = row.removedAt !== null;
  const actor = { personId: ctx.actor.personId, mayWrite, chairs: chairs(ctx.actor, head.bodyId) };
  return {
    id: row.id,
    author: { id: row.authorId, name: `${row.given} ${row.family}` },
    party: { code: row.partyCode, name: ctx.actor.locale === 'fr' ? row.partyFr : row.partyEn },
    markingId: row.markingId,
    html: removed || !open ? '' : readContent(open(row.sealed, contributionAad(row.id, row.revision))).html,
    revision: row.revision,
    kind: row.kind,
    at: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    removed,
    unread: row.place > head.readTo && row.authorId !== ctx.actor.personId && !removed,
    replyTo: replyOf(row, replied),
    files: removed ? [] : (row.files ?? []),
    may: {
      ...contributionRights({ authorId: row.authorId, removed }, actor),
      narrow: !removed && mayNarrowEntry(ctx.actor, head.bodyId, row),
    },
  };
}

function replyOf({ replyTo }: PageRow, replied: Map<string, string>) {
  const author = replyTo === null ? undefined : replied.get(replyTo);
  return replyTo !== null && author !== undefined ? { id: replyTo, author } : null;
}
