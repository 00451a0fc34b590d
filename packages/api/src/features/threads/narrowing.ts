import { threads } from '@concord/db/schema/consultation';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { authorize, fieldError } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { narrowingProblem } from '../../marking/narrowing.ts';
import type { Marking } from '../../marking/rules.ts';
import { mayNarrowThread } from '../../policies/threads.ts';
import { publishTo } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { readersOf } from './closing.ts';
import { noteEvent } from './events.ts';
import { assertReadable, expandMarking } from './expand-marking.ts';
import { lockThread } from './load.ts';
import type { MarkingInput, narrowThreadInput } from './schemas.ts';

/** Narrows a thread's marking, with all that is written in it: who is left out finds no trace of it from now on. */
export async function narrowThread(ctx: SignedIn, input: z.infer<typeof narrowThreadInput>) {
  const thread = await lockThread(ctx, input.threadId);
  authorize(mayNarrowThread(ctx.actor, thread, thread.marking.originator));
  const marking = await narrowerMarking(ctx, thread.marking, input.marking);
  const before = await readersOf(ctx, thread.id);
  const markingId = await internMarking(ctx, marking);
  await ctx.tx.update(threads).set({ markingId }).where(eq(threads.id, thread.id));
  await ctx.tx.execute(sql`select concord.mark_thread_words(${thread.id}::uuid)`);
  await noteEvent(ctx, {
    threadId: thread.id,
    kind: 'narrowed',
    fromMarkingId: thread.markingId,
    toMarkingId: markingId,
  });
  const after = new Set(await readersOf(ctx, thread.id));
  await publishTo(
    ctx,
    before.filter((id) => !after.has(id)),
    { topic: 'notifications' },
  );
  await publishTo(ctx, [...after], { topic: `thread:${thread.id}` });
  await record(ctx, {
    action: 'thread.narrow',
    subject: 'thread',
    subjectId: thread.id,
    threadId: thread.id,
    markingId,
    details: { from: thread.markingId, readersBefore: before.length, readersAfter: after.size },
  });
  return { threadId: thread.id };
}

/** The marking wanted in place of another, of the same originator; refused where it is not narrower. */
export async function narrowerMarking(ctx: SignedIn, now: Marking, wanted: MarkingInput): Promise<Marking> {
  const marking = { ...(await expandMarking(ctx, wanted)), originator: now.originator };
  const problem = narrowingProblem(now, marking);
  if (problem) throw fieldError('marking', `marking.${problem}`);
  assertReadable(ctx, marking);
  return marking;
}
