import { sql } from 'drizzle-orm';
import { asWorker } from '../../context.ts';
import type { Services } from '../../services.ts';
import { settleAll, takeRoleLedger } from './ledger.ts';

/**
 * Gives the seats of exercises whose day of re-offer has come, and says how many roles were looked at. What is shown
 * needs no job: the same function over the same ledger says it; this writes the holders and tells them.
 */
export async function reofferRoles(services: Services): Promise<number> {
  const due = await asWorker(services, (ctx) =>
    ctx.tx.execute<{ id: string }>(sql`
      select r.id from exercise x join exercise_role r on r.exercise_id = x.id
      where x.cancelled_at is null and x.starts_at > now()
        and x.starts_at - make_interval(days => x.reoffer_days) <= now()
        and exists (select from exercise_seat_entry s where s.role_id = r.id and s.kind = 'directorAgreed'
          and not exists (select from exercise_seat h where h.role_id = r.id and h.person_id = s.person_id))`),
  );
  for (const { id } of due)
    await asWorker(services, async (ctx) => settleAll(ctx, await takeRoleLedger(ctx, id)));
  return due.length;
}
