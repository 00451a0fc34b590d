import { threads } from '@concord/db/schema/consultation';
import { people } from '@concord/db/schema/people';
import { threadEvents } from '@concord/db/schema/thread-history';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize } from '../../errors.ts';
import { leads } from '../../policies/threads.ts';
import { publishTo } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { opener } from '../../sealing/sealing.ts';
import { eventAad, noteEvent } from './events.ts';
import { type LoadedThread, lockThread } from './load.ts';
import type { closeInput } from './schemas.ts';

type Input = z.infer<typeof closeInput>;

/** Closes a thread: it stays to be read, and takes no entry more. */
export async function closeThread(ctx: SignedIn, input: Input) {
  const thread = await lockThread(ctx, input.threadId);
  authorize(leads(ctx.actor, thread));
  if (thread.closedAt !== null) throw new AppError('CONFLICT', 'thread.closedAlready');
  return turn(ctx, thread, input.reason, { closedAt: ctx.now });
}

/** Opens a closed thread again. */
export async function reopenThread(ctx: SignedIn, input: Input) {
  const thread = await lockThread(ctx, input.threadId);
  authorize(leads(ctx.actor, thread));
  if (thread.closedAt === null) throw new AppError('CONFLICT', 'thread.openAlready');
  return turn(ctx, thread, input.reason, { closedAt: null });
}

async function turn(ctx: SignedIn, thread: LoadedThread, reason: string, set: { closedAt: Date | null }) {
  const closes = set.closedAt !== null;
  await ctx.tx.update(threads).set(set).where(eq(threads.id, thread.id));
  await noteEvent(ctx, { threadId: thread.id, kind: closes ? 'closed' : 'reopened' }, reason.trim());
  await publishTo(ctx, await readersOf(ctx, thread.id), {
    topic: `thread:${thread.id}`,
    payload: { threadId: thread.id },
  });
  await record(ctx, {
    action: closes ? 'thread.close' : 'thread.reopen',
    subject: 'thread',
    subjectId: thread.id,
    threadId: thread.id,
    markingId: thread.markingId,
  });
  return { threadId: thread.id };
}

/** The people who may read a thread now. */
export async function readersOf(ctx: Pick<SignedIn, 'tx'>, threadId: string): Promise<string[]> {
  const rows = await ctx.tx.execute<{ person_id: string }>(
    sql`select a.person_id from concord.thread_audience(${threadId}::uuid) a`,
  );
  return rows.map((row) => row.person_id);
}

/** Who closed a thread, when and why. */
export async function closingOf(ctx: SignedIn, threadId: string) {
  const [row] = await ctx.tx
    .select({
      id: threadEvents.id,
      at: threadEvents.at,
      sealed: threadEvents.sealed,
      given: people.givenName,
      family: people.familyName,
    })
    .from(threadEvents)
    .innerJoin(people, eq(people.id, threadEvents.byId))
    .where(and(eq(threadEvents.threadId, threadId), eq(threadEvents.kind, 'closed')))
    .orderBy(desc(threadEvents.at))
    .limit(1);
  if (!row) return null;
  const open = await opener(ctx, threadId);
  return {
    at: row.at.toISOString(),
    by: `${row.given} ${row.family}`,
    reason: row.sealed ? open(row.sealed, eventAad(row.id)) : '',
  };
}
