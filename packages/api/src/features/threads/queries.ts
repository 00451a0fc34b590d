import { threads } from '@concord/db/schema/consultation';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { isDelegated } from '../../policies/texts.ts';
import { answers, chairs, mayNarrowEntry, mayStartThread, mayWriteIn, runs } from '../../policies/threads.ts';
import { opener } from '../../sealing/sealing.ts';
import { visibleBody } from '../bodies/queries.ts';
import { contributionAad, draftAad, readContent } from '../contributions/content.ts';
import { mentionedPeople } from '../contributions/names.ts';
import { editedFor, type Part, partsOf, readPortions } from '../contributions/portion-reading.ts';
import { contributionRights, quotesIn } from '../contributions/rules.ts';
import { readableSources } from '../contributions/sources.ts';
import { titleIn } from '../courses/rules.ts';
import { closingOf } from './closing.ts';
import { glassOver } from './glass.ts';
import { askedActivity, type ThreadHead, threadHead } from './head.ts';
import { listThreads } from './list.ts';
import { markingViews } from './marking-views.ts';
import { type PageRow, pageRows, repliedAuthors } from './page-rows.ts';
import type { threadPageInput, threadsOfBodyInput } from './schemas.ts';

/** The threads of a body that the person may read, the one last written in first. */
export async function threadsOfBody(ctx: SignedIn, input: z.infer<typeof threadsOfBodyInput>) {
  const body = await visibleBody(ctx, input.bodyCode);
  const { bodyCode: _code, ...asked } = input;
  return { body, mayStart: mayStartThread(ctx.actor, body.id), ...(await listThreads(ctx, body.id, asked)) };
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
  const [view, replied, opened, markings] = await Promise.all([
    headView(ctx, head, mayWrite),
    repliedAuthors(ctx, page.rows),
    openedRows(ctx, head.id, page.rows),
    markingViews(ctx, [head.markingId, ...page.rows.map((row) => row.markingId)]),
  ]);
  return {
    ...view,
    /** Of the thread, its entries, and the parts of them that the reader may read: what a banner is computed over. */
    markings: { ...markings, ...(await markingsApart(ctx, opened, markings)) },
    contributions: page.rows.map((row) => contributionView(ctx, row, { head, mayWrite, replied, opened })),
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

/** Those of parts that are marked apart, where the page has no others of the same marking. */
function markingsApart(ctx: SignedIn, opened: Map<string, Opened>, known: Record<string, unknown>) {
  const parts = [...opened.values()].flatMap((entry) => entry.parts ?? []);
  const ids = parts.flatMap(({ portion }) => portion?.markingId ?? []);
  return markingViews(
    ctx,
    ids.filter((id) => !(id in known)),
  );
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
    asked: await askedAbout(ctx, head),
    mayWrite,
    mayState: mayWrite && isDelegated(ctx.actor, head.bodyId),
    following: head.following,
    /** Who reads it by broken glass now. */
    glass: await glassOver(ctx, head.id, runs(ctx.actor, head.bodyId)),
    unread: head.unread,
    firstUnread: head.firstUnread,
    draft: head.draft && head.draftAt ? await draftView(ctx, head.id, head.draft, head.draftAt) : null,
  };
}

/** Of a question of a course: about what it is asked, and whether it is answered. */
async function askedAbout(ctx: SignedIn, head: ThreadHead) {
  const { courseId, activityKey, answeredAt } = head;
  if (courseId === null || activityKey === null) return null;
  const about = await askedActivity(ctx, courseId, activityKey);
  if (!about) return null;
  const title = titleIn(about.titles ?? {}, ctx.locale, about.language);
  return {
    course: about.slug,
    activity: { key: activityKey, title: title || activityKey },
    answeredAt: answeredAt?.toISOString() ?? null,
    mayAnswer: answers(ctx.actor, courseId),
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

/** What a page's rows say to the reader: their words, and their stretches where some are marked apart. */
async function openedRows(ctx: SignedIn, threadId: string, rows: readonly PageRow[]) {
  const shown = rows.filter((row) => row.removedAt === null);
  if (shown.length === 0) return new Map<string, Opened>();
  const open = await opener(ctx, threadId);
  const read = shown.map((row) => ({
    row,
    content: readContent(open(row.sealed, contributionAad(row.id, row.revision))),
  }));
  const portions = await readPortions(
    ctx,
    read.map(({ content }) => content),
    open,
  );
  const opened: [string, Opened][] = [];
  for (const { row, content } of read) {
    const parts = await partsOf(ctx, content, portions, { id: row.id, locale: ctx.locale });
    opened.push([row.id, { html: content.html, parts, editedAt: editedFor(row, content, portions) }]);
  }
  return new Map(opened);
}

type Opened = { html: string; parts: Part[] | null; editedAt: Date | null };

function contributionView(
  ctx: SignedIn,
  row: PageRow,
  page: { head: ThreadHead; mayWrite: boolean; replied: Map<string, string>; opened: Map<string, Opened> },
) {
  const { head, mayWrite, replied } = page;
  const opened = page.opened.get(row.id);
  const removed = row.removedAt !== null;
  const actor = { personId: ctx.actor.personId, mayWrite, chairs: chairs(ctx.actor, head) };
  return {
    id: row.id,
    author: { id: row.authorId, name: `${row.given} ${row.family}` },
    party: { code: row.partyCode, name: ctx.locale === 'fr' ? row.partyFr : row.partyEn },
    markingId: row.markingId,
    html: opened?.html ?? '',
    /** Its stretches where some are marked apart; null where its words are whole. */
    parts: opened?.parts?.map(({ html, portion }) => ({ html, portion })) ?? null,
    kind: row.kind,
    at: row.createdAt.toISOString(),
    editedAt: (opened ? opened.editedAt : row.editedAt)?.toISOString() ?? null,
    removed,
    unread: row.place > head.readTo && row.authorId !== ctx.actor.personId && !removed,
    replyTo: replyOf(row, replied),
    files: removed ? [] : (row.files ?? []),
    may: {
      ...contributionRights({ authorId: row.authorId, removed }, actor),
      narrow: !removed && mayNarrowEntry(ctx.actor, head, row),
    },
  };
}

function replyOf({ replyTo }: PageRow, replied: Map<string, string>) {
  const author = replyTo === null ? undefined : replied.get(replyTo);
  return replyTo !== null && author !== undefined ? { id: replyTo, author } : null;
}
