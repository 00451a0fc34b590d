import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { partiesOf } from '../../marking/rules.ts';
import { record } from '../../record/record.ts';
import { notifyAll } from '../notifications/notify.ts';
import { audienceSet } from '../threads/audience.ts';
import { noteEvent } from '../threads/events.ts';
import { lockEntry } from './lock-entry.ts';
import { narrowWithQuotes } from './narrowing.ts';
import type { reportInput } from './schemas.ts';

/**
 * Somebody who reads an entry says that it should not be there: at once only the party it came from and the
 * reporter's own read it, with all that quotes it. Its security officers and who leads the body are told; opening it again takes two people.
 */
export async function reportSpillage(ctx: SignedIn, input: z.infer<typeof reportInput>) {
  const entry = await lockEntry(ctx, input.contributionId);
  if (entry.removedAt !== null) throw new AppError('PRECONDITION_FAILED', 'contribution.removed');
  const officers = await officersFor(ctx, entry.id);
  const event = { threadId: entry.threadId, kind: 'reported' as const, contributionId: entry.id };
  await noteEvent(ctx, event, input.reason);
  await record(ctx, {
    action: 'contribution.spillage',
    subject: 'contribution',
    subjectId: entry.id,
    threadId: entry.threadId,
    markingId: entry.markingId,
    details: { officers: officers.length },
  });
  const now = { ...entry.marking, originator: entry.partyId };
  const kept = [...new Set([entry.partyId, ctx.actor.partyId])];
  const own = { ...now, releasableTo: kept, onlyFor: [] };
  const already = partiesOf(now).every((party) => kept.includes(party));
  if (!already) await narrowWithQuotes(ctx, entry, own);
  await tellOfficers(ctx, entry.threadId, officers, own);
  return { contributionId: entry.id, narrowed: !already };
}

async function officersFor(ctx: SignedIn, contributionId: string): Promise<string[]> {
  const [row] = await ctx.tx.execute<{ ids: string[] }>(
    sql`select concord.spillage_officers(${contributionId}::uuid) as ids`,
  );
  return row?.ids ?? [];
}

/** Whoever may read what is left is led there; the others learn that there was a report, and no more. */
async function tellOfficers(
  ctx: SignedIn,
  threadId: string,
  officers: readonly string[],
  marking: Parameters<typeof audienceSet>[1],
): Promise<void> {
  const rows = await ctx.tx.execute<{ person_id: string }>(
    sql`select a.person_id from ${audienceSet({ threadId }, marking)} a`,
  );
  const readers = new Set(rows.map((row) => row.person_id));
  const news = { kind: 'spillageReported' as const };
  await notifyAll(ctx, [
    {
      ...news,
      personIds: officers.filter((id) => readers.has(id)),
      path: `/consult/threads/${threadId}/about`,
    },
    { ...news, personIds: officers.filter((id) => !readers.has(id)), path: '/notifications' },
  ]);
}
