import { asWorker, type Context } from '../../context.ts';
import type { Services } from '../../services.ts';
import { candidates, openFor } from './open.ts';
import { openParts, partCandidates, remindParts } from './parts.ts';
import { remindSome } from './remind.ts';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

type Batch = (ctx: Context, after: string, most: number) => Promise<string[]>;
type Open = (ctx: Context, ids: readonly string[]) => Promise<number>;

/** Goes through candidates by their ids, a transaction each for finding and for opening some. */
async function openAll(services: Services, some: Batch, open: Open): Promise<number> {
  let opened = 0;
  for (let after = FIRST; ; ) {
    const ids = await asWorker(services, (ctx) => some(ctx, after, BATCH));
    const last = ids.at(-1);
    if (last === undefined) return opened;
    opened += await asWorker(services, (ctx) => open(ctx, ids));
    if (ids.length < BATCH) return opened;
    after = last;
  }
}

async function remindAll(services: Services): Promise<number> {
  let reminded = 0;
  for (let some = BATCH; some === BATCH; reminded += some)
    some = await asWorker(services, (ctx) => remindSome(ctx, BATCH));
  for (let after: string | null = FIRST; after !== null; ) {
    const from: string = after;
    const done = await asWorker(services, (ctx) => remindParts(ctx, from, BATCH));
    reminded += done.reminded;
    after = done.last;
  }
  return reminded;
}

/**
 * Opens the renewals that are due and reminds of those that are open. What is valid needs no job: the same rules say it
 * on every page; this assigns courses again and tells people. Nothing that was earned is changed.
 */
export async function keepRenewals(services: Services): Promise<{ opened: number; reminded: number }> {
  const opened =
    (await openAll(services, candidates, openFor)) + (await openAll(services, partCandidates, openParts));
  return { opened, reminded: await remindAll(services) };
}
