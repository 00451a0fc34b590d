import { cohortMembers } from '@concord/db/schema/learning';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { record } from '../../record/record.ts';
import { notify } from '../notifications/notify.ts';
import { allocationOf, type Ledger } from './ledger.ts';
import type { Allocation } from './rules.ts';

export type Settled = { allocation: Allocation; given: string[]; takenBack: string[] };

/**
 * Makes the holders what the ledger says, in the transaction that changed it: who has a seat now is a member, who lost
 * it is not, both are told, and a job enrols the new ones where the cohort is under way.
 */
export async function settle(ctx: Context, ledger: Ledger): Promise<Settled> {
  const { cohort } = ledger;
  const allocation = allocationOf(ledger);
  const holders = new Set(
    allocation.lines.filter(({ state }) => state === 'holds').map(({ personId }) => personId),
  );
  const members = new Set(
    (
      await ctx.tx
        .select({ personId: cohortMembers.personId })
        .from(cohortMembers)
        .where(eq(cohortMembers.cohortId, cohort.id))
    ).map(({ personId }) => personId),
  );
  const given = [...holders].filter((id) => !members.has(id));
  const lost = [...members].filter((id) => !holders.has(id));
  await write(ctx, cohort.id, given, lost);
  const waiting = new Set(
    allocation.lines.filter(({ state }) => state === 'waits').map((line) => line.personId),
  );
  const takenBack = lost.filter((id) => waiting.has(id));
  await tell(ctx, ledger, given, takenBack);
  return { allocation, given, takenBack };
}

async function write(ctx: Context, cohortId: string, given: string[], lost: string[]): Promise<void> {
  if (lost.length > 0)
    await ctx.tx
      .delete(cohortMembers)
      .where(and(eq(cohortMembers.cohortId, cohortId), inArray(cohortMembers.personId, lost)));
  if (given.length === 0) return;
  const addedBy = ctx.actor?.personId ?? null;
  await ctx.tx
    .insert(cohortMembers)
    .values(given.map((personId) => ({ cohortId, personId, addedBy, addedAt: ctx.now })));
  await enqueue(ctx, 'holders', { cohortId });
}

async function tell(ctx: Context, { cohort }: Ledger, given: string[], takenBack: string[]): Promise<void> {
  const news = {
    path: `/learn/seats/${cohort.id}`,
    subjectId: cohort.id,
    params: { cohort: cohort.nameEn, cohortFr: cohort.nameFr },
  } as const;
  await notify(ctx, { personIds: given, kind: 'seatGiven', ...news });
  await notify(ctx, { personIds: takenBack, kind: 'seatTakenBack', ...news });
  if (given.length + takenBack.length === 0) return;
  await record(ctx, {
    action: 'seats.moved',
    subject: 'cohort',
    subjectId: cohort.id,
    details: { given, takenBack },
  });
}
