import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize } from '../../errors.ts';
import { combine, dominates, type Marking } from '../../marking/rules.ts';
import { mayNarrowEntry } from '../../policies/threads.ts';
import { publishTo } from '../../realtime/outbox.ts';
import { audienceSet } from '../threads/audience.ts';
import { narrowerMarking } from '../threads/narrowing.ts';
import { lockEntry } from './lock-entry.ts';
import { remark } from './remark.ts';
import type { narrowInput } from './schemas.ts';
import { readableSources, type Source } from './sources.ts';

/**
 * Narrows an entry's marking, and with it that of every entry that quotes it: text, files, words in the index,
 * notifications and counts are gone at once for whoever is left out.
 */
export async function narrowContribution(ctx: SignedIn, input: z.infer<typeof narrowInput>) {
  const entry = await lockEntry(ctx, input.contributionId);
  authorize(mayNarrowEntry(ctx.actor, entry.thread, entry));
  if (entry.removedAt !== null) throw new AppError('PRECONDITION_FAILED', 'contribution.removed');
  // Its author's party stays, also where the thread's own marking is another's.
  const now = { ...entry.marking, originator: entry.partyId };
  const marking = await narrowerMarking(ctx, now, input.marking);
  return { contributionId: entry.id, also: await narrowWithQuotes(ctx, entry, marking) };
}

type Narrowed = Pick<Source, 'id' | 'threadId' | 'markingId' | 'marking'>;

/** Puts a narrower marking on an entry and on what quotes it, as far as the person reads that; how many those were. */
export async function narrowWithQuotes(ctx: SignedIn, entry: Narrowed, marking: Marking): Promise<number> {
  const quoting = await quotingEntries(ctx, entry.id);
  await tellLeftOut(ctx, entry.threadId, entry.marking, marking);
  const wider = quoting.filter((other) => !dominates(other.marking, marking));
  for (const other of wider) {
    const both = combine([other.marking, marking], other.marking.originator);
    await remark(ctx, other, both ?? marking, 'narrowed');
  }
  await remark(ctx, entry, marking, 'narrowed');
  return wider.length;
}

/** The readable entries that quote this one, or quote one that does. */
async function quotingEntries(ctx: SignedIn, contributionId: string): Promise<Source[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    with recursive quoting(id) as (
      select q.contribution_id from contribution_quote q where q.quoted_id = ${contributionId}
      union
      select q.contribution_id from contribution_quote q join quoting o on q.quoted_id = o.id)
    select id from quoting where id <> ${contributionId}`);
  const ids = rows.map((row) => row.id);
  return [...(await readableSources(ctx, ids)).values()].filter((source) => !source.removed);
}

/** Whoever may no longer read hears that something changed: what they have open is fetched anew, without the entry. */
async function tellLeftOut(ctx: SignedIn, threadId: string, before: Marking, after: Marking): Promise<void> {
  const rows = await ctx.tx.execute<{ person_id: string }>(sql`
    select a.person_id from ${audienceSet({ threadId }, before)} a
    except select b.person_id from ${audienceSet({ threadId }, after)} b`);
  await publishTo(
    ctx,
    rows.map((row) => row.person_id),
    { topic: 'notifications' },
  );
}
