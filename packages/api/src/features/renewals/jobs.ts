import { asWorker } from '../../context.ts';
import type { Services } from '../../services.ts';
import { candidates, openFor } from './open.ts';
import { remindSome } from './remind.ts';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Opens the renewals that are due and reminds of those that are open. What is valid needs no job: the same rules say it
 * on every page; this assigns the course again and tells people. Nothing that was earned is changed.
 */
export async function keepRenewals(services: Services): Promise<{ opened: number; reminded: number }> {
  let opened = 0;
  let after = FIRST;
  for (;;) {
    const ids = await asWorker(services, (ctx) => candidates(ctx, after, BATCH));
    const last = ids.at(-1);
    if (last === undefined) break;
    opened += await asWorker(services, (ctx) => openFor(ctx, ids));
    after = last;
    if (ids.length < BATCH) break;
  }
  let reminded = 0;
  for (;;) {
    const some = await asWorker(services, (ctx) => remindSome(ctx, BATCH));
    reminded += some;
    if (some < BATCH) break;
  }
  return { opened, reminded };
}
