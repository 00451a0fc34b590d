import { liveEvents } from '@concord/db/schema/system';
import type { Context } from '../context.ts';

/** Something that changed, by ids only; heard by the readers of a contribution, or by one person. */
export type LiveChange = {
  topic: string;
  contributionId?: string;
  personId?: string;
  payload: Record<string, string>;
};

/** Puts a live event into the outbox, in the command's own transaction. */
export async function publish(ctx: Pick<Context, 'tx'>, change: LiveChange): Promise<void> {
  await ctx.tx.insert(liveEvents).values({
    topic: change.topic,
    contributionId: change.contributionId ?? null,
    personId: change.personId ?? null,
    payload: change.payload,
  });
}
