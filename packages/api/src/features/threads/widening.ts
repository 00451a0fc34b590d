import { newId } from '@concord/db/ids';
import { contributionQuotes, contributions, threads } from '@concord/db/schema/consultation';
import { people } from '@concord/db/schema/people';
import { markingRequests } from '@concord/db/schema/thread-history';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found, notFound } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { dominates, type Marking, partiesOf } from '../../marking/rules.ts';
import { mayNarrowEntry, mayNarrowThread, mayRelease } from '../../policies/threads.ts';
import { publish, publishTo } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { contributionAad, readContent } from '../contributions/content.ts';
import { indexParts, indexWords } from '../contributions/index-words.ts';
import { lockEntry } from '../contributions/lock-entry.ts';
import { namesById } from '../contributions/names.ts';
import { readPortions } from '../contributions/portion-reading.ts';
import { remark } from '../contributions/remark.ts';
import { mentionsIn } from '../contributions/rules.ts';
import { assertNoWriteDown, readableSources } from '../contributions/sources.ts';
import { readersOf } from './closing.ts';
import { noteEvent } from './events.ts';
import { assertReadable, expandMarking, markingById } from './expand-marking.ts';
import { type LoadedThread, lockThread } from './load.ts';
import type { askWiderInput, decideWiderInput } from './schemas.ts';

/** What a wish for another marking is about, held until the transaction ends. */
type Target = {
  thread: LoadedThread;
  entry: Awaited<ReturnType<typeof lockEntry>> | null;
  markingId: string;
  marking: Marking;
  /** The party it comes from: its release authority decides. */
  originator: string;
};

/** Asks that something be opened to more people or at a lower level; nothing changes until a second person confirms. */
export async function askWider(ctx: SignedIn, input: z.infer<typeof askWiderInput>) {
  const target = await lockTarget(ctx, input.threadId, input.contributionId ?? null);
  const { thread, entry, originator } = target;
  authorize(
    entry ? mayNarrowEntry(ctx.actor, thread, entry) : mayNarrowThread(ctx.actor, thread, originator),
  );
  const marking = { ...(await expandMarking(ctx, input.marking)), originator };
  if (dominates(marking, target.marking)) throw fieldError('marking', 'marking.notWider');
  if (!partiesOf(marking).includes(originator)) throw fieldError('marking', 'marking.originatorOut');
  assertReadable(ctx, marking);
  await assertBound(ctx, target, marking);
  const id = newId();
  await ctx.tx.insert(markingRequests).values({
    id,
    threadId: thread.id,
    contributionId: entry?.id ?? null,
    fromMarkingId: target.markingId,
    toMarkingId: await internMarking(ctx, marking),
    askedBy: ctx.actor.personId,
    askedAt: ctx.now,
    sealed: await sealFor(ctx, thread.id, input.reason.trim(), requestAad(id)),
  });
  await tellOf(ctx, target);
  await recordOf(ctx, target, 'marking.ask', id);
  return { requestId: id };
}

/** Confirms or refuses such a wish: a second person, who may release for the party it comes from. */
export async function decideWider(ctx: SignedIn, input: z.infer<typeof decideWiderInput>) {
  const [asked] = await ctx.tx
    .select()
    .from(markingRequests)
    .where(and(eq(markingRequests.id, input.requestId), isNull(markingRequests.outcome)));
  const request = found(asked);
  const target = await lockTarget(ctx, request.threadId, request.contributionId);
  authorize(mayRelease(ctx.actor, target.thread.bodyId, target.originator));
  if (input.confirm) {
    if (request.askedBy === ctx.actor.personId) throw new AppError('FORBIDDEN', 'marking.secondPerson');
    if (request.fromMarkingId !== target.markingId) throw new AppError('CONFLICT', 'marking.requestStale');
    await widen(ctx, target, request.toMarkingId);
  }
  const outcome = input.confirm ? ('confirmed' as const) : ('refused' as const);
  const decided = await ctx.tx
    .update(markingRequests)
    .set({ outcome, decidedBy: ctx.actor.personId, decidedAt: ctx.now })
    .where(and(eq(markingRequests.id, request.id), isNull(markingRequests.outcome)))
    .returning({ id: markingRequests.id });
  found(decided[0]);
  await tellOf(ctx, target);
  await recordOf(ctx, target, input.confirm ? 'marking.confirm' : 'marking.refuse', request.id);
  return { requestId: request.id };
}

/** The wishes of a thread that wait for a second person. */
export async function openRequests(ctx: SignedIn, thread: LoadedThread) {
  const rows = await ctx.tx
    .select({
      id: markingRequests.id,
      contributionId: markingRequests.contributionId,
      entryParty: contributions.partyId,
      toMarkingId: markingRequests.toMarkingId,
      askedBy: markingRequests.askedBy,
      askedAt: markingRequests.askedAt,
      sealed: markingRequests.sealed,
      given: people.givenName,
      family: people.familyName,
    })
    .from(markingRequests)
    .innerJoin(people, eq(people.id, markingRequests.askedBy))
    .leftJoin(contributions, eq(contributions.id, markingRequests.contributionId))
    .where(and(eq(markingRequests.threadId, thread.id), isNull(markingRequests.outcome)))
    .orderBy(asc(markingRequests.id))
    .limit(50);
  const open = rows.length > 0 ? await opener(ctx, thread.id) : null;
  return rows.map((row) => {
    const decides = mayRelease(ctx.actor, thread.bodyId, row.entryParty ?? thread.marking.originator);
    return {
      id: row.id,
      contributionId: row.contributionId,
      toMarkingId: row.toMarkingId,
      by: `${row.given} ${row.family}`,
      at: row.askedAt.toISOString(),
      reason: open?.(row.sealed, requestAad(row.id)) ?? '',
      may: { confirm: decides && row.askedBy !== ctx.actor.personId, refuse: decides },
    };
  });
}

/** Those who may read what a wish is about hear of it, and nobody else: of a thread all its readers, of an entry its own. */
async function tellOf(ctx: SignedIn, { thread, entry }: Target): Promise<void> {
  const topic = `thread:${thread.id}`;
  if (!entry) return publishTo(ctx, await readersOf(ctx, thread.id), { topic });
  await publish(ctx, { topic, contributionId: entry.id, payload: { contributionId: entry.id } });
}

async function lockTarget(ctx: SignedIn, threadId: string, contributionId: string | null): Promise<Target> {
  const thread = await lockThread(ctx, threadId);
  if (!contributionId) {
    const { markingId, marking } = thread;
    return { thread, entry: null, markingId, marking, originator: marking.originator };
  }
  const entry = await lockEntry(ctx, contributionId);
  if (entry.threadId !== thread.id || entry.removedAt !== null) throw notFound();
  return { thread, entry, markingId: entry.markingId, marking: entry.marking, originator: entry.partyId };
}

/** An entry stays no wider than its thread and than everything it quotes. */
async function assertBound(ctx: SignedIn, { thread, entry }: Target, marking: Marking): Promise<void> {
  if (!entry) return;
  const quoted = await ctx.tx
    .select({ id: contributionQuotes.quotedId })
    .from(contributionQuotes)
    .where(eq(contributionQuotes.contributionId, entry.id));
  const sources = await readableSources(
    ctx,
    quoted.map((row) => row.id),
  );
  assertNoWriteDown(marking, thread.marking, sources.values());
}

async function widen(ctx: SignedIn, target: Target, toMarkingId: string): Promise<void> {
  const { thread, entry } = target;
  const marking = await markingById(ctx, toMarkingId);
  assertReadable(ctx, marking);
  await assertBound(ctx, target, marking);
  if (entry) {
    await remark(ctx, entry, marking, 'widened');
    return indexAgain(ctx, entry, toMarkingId, marking);
  }
  await ctx.tx.update(threads).set({ markingId: toMarkingId }).where(eq(threads.id, thread.id));
  const change = { fromMarkingId: thread.markingId, toMarkingId };
  await noteEvent(ctx, { threadId: thread.id, kind: 'widened', ...change });
}

/** Words that a stronger level kept out of the index come in where the new one lets them. */
async function indexAgain(
  ctx: SignedIn,
  entry: NonNullable<Target['entry']>,
  markingId: string,
  { level }: Marking,
): Promise<void> {
  const open = await opener(ctx, entry.threadId);
  const content = readContent(open(entry.sealed, contributionAad(entry.id, entry.revision)));
  const { source } = content;
  await indexWords(ctx, {
    contributionId: entry.id,
    threadId: entry.threadId,
    markingId,
    level,
    source,
    names: await namesById(ctx, mentionsIn(source)),
    written: { partyId: entry.partyId, at: entry.createdAt },
  });
  const parts = [...(await readPortions(ctx, [content], open)).values()];
  const names = await namesById(
    ctx,
    parts.flatMap((part) => mentionsIn(part.source)),
  );
  await indexParts(ctx, parts, names);
}

function recordOf(ctx: SignedIn, { thread, entry, markingId }: Target, action: string, requestId: string) {
  return record(ctx, {
    action,
    subject: entry ? 'contribution' : 'thread',
    subjectId: entry?.id ?? thread.id,
    threadId: thread.id,
    markingId,
    details: { requestId },
  });
}

function requestAad(id: string): string {
  return `marking-request:${id}`;
}
