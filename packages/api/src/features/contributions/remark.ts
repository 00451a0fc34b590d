import { contributions } from '@concord/db/schema/consultation';
import { eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { internMarking } from '../../marking/intern.ts';
import type { Marking } from '../../marking/rules.ts';
import { publish } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { noteEvent } from '../threads/events.ts';
import type { Source } from './sources.ts';

type Remarked = Pick<Source, 'id' | 'threadId' | 'markingId'>;

/** Puts another marking on an entry, its files and its words in the index; history and record say so. */
export async function remark(
  ctx: SignedIn,
  entry: Remarked,
  marking: Marking,
  kind: 'narrowed' | 'widened',
): Promise<void> {
  const markingId = await internMarking(ctx, marking);
  await ctx.tx.update(contributions).set({ markingId }).where(eq(contributions.id, entry.id));
  await ctx.tx.execute(
    sql`select concord.mark_words(${entry.id}::uuid), concord.mark_files(${entry.id}::uuid)`,
  );
  await noteEvent(ctx, {
    threadId: entry.threadId,
    kind,
    contributionId: entry.id,
    fromMarkingId: entry.markingId,
    toMarkingId: markingId,
  });
  await publish(ctx, {
    topic: `thread:${entry.threadId}`,
    contributionId: entry.id,
    payload: { contributionId: entry.id },
  });
  await record(ctx, {
    action: kind === 'narrowed' ? 'contribution.narrow' : 'contribution.widen',
    subject: 'contribution',
    subjectId: entry.id,
    threadId: entry.threadId,
    markingId,
    details: { from: entry.markingId },
  });
}
