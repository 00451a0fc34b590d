import type { JobName } from '@concord/db/jobs';
import type { Context } from '../context.ts';
import type { JobPayload } from './registry.ts';
import type { SendOptions } from './sender.ts';

/** Puts a job into its queue with the caller's transaction: no commit, no job. */
export async function enqueue<Name extends JobName>(
  ctx: Pick<Context, 'tx' | 'services'>,
  name: Name,
  payload: JobPayload<Name>,
  options?: SendOptions,
): Promise<void> {
  await ctx.services.jobs.send(ctx.tx, name, payload, options);
}

/** As `enqueue`, for many jobs of one kind in one statement. */
export async function enqueueAll<Name extends JobName>(
  ctx: Pick<Context, 'tx' | 'services'>,
  name: Name,
  payloads: readonly JobPayload<Name>[],
): Promise<void> {
  await ctx.services.jobs.sendAll(ctx.tx, name, payloads);
}
