import { silences } from '@concord/db/schema/silence';
import { eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { settleBody } from '../decisions/settle.ts';
import { instantNow } from '../texts/authority.ts';
import { eventsOf } from './load.ts';
import { silenceAt } from './rules.ts';

/**
 * Where a procedure stands for somebody who reads, by the clock of the database. Before it is said to be adopted, it is
 * written down as that under the lock a break takes: one whose instant lies before the end may not have been committed
 * yet (DESIGN 3, invariant 3). Not for a command that holds a lock: it would wait for itself.
 */
export async function standing(ctx: Pick<Context, 'tx' | 'services'>, silenceId: string) {
  const [events, now] = [await eventsOf(ctx, silenceId), await instantNow(ctx)];
  const silence = silenceAt(events, now);
  if (silence.state !== 'adopted') return { events, silence, now };
  await settleFor(ctx, silenceId);
  const all = await eventsOf(ctx, silenceId);
  return { events: all, silence: silenceAt(all, now), now };
}

async function settleFor({ tx, services }: Pick<Context, 'tx' | 'services'>, silenceId: string) {
  const [row] = await tx
    .select({ bodyId: silences.bodyId, settledAt: silences.settledAt })
    .from(silences)
    .where(eq(silences.id, silenceId));
  if (row && row.settledAt === null) await settleBody(services, row.bodyId);
}
