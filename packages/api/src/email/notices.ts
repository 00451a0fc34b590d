import { newId } from '@concord/db/ids';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { enqueueAll } from '../jobs/enqueue.ts';

const path = z.string().startsWith('/');
const iso = z.iso.datetime({ offset: true });

/** What a person is told by mail because of what somebody else did. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mention'), path, contributionId: z.guid() }),
  z.strictObject({ kind: z.literal('enrolment'), path, deadline: iso.optional() }),
  z.strictObject({ kind: z.literal('credential'), path, validUntil: iso.optional() }),
]);
export type Notice = z.infer<typeof noticeSchema>;

/**
 * Tells people by mail, once the caller's transaction has committed. Whoever acts may not know their addresses: the
 * worker looks them up, and leaves out who has ended, never signed in, or may not read what it is about.
 */
export async function mailPeople(
  ctx: Pick<Context, 'tx' | 'services'>,
  personIds: readonly string[],
  notice: Notice,
): Promise<void> {
  const jobs = personIds.map((personId) => ({ mailId: newId(), personId, notice }));
  await enqueueAll(ctx, 'notice', jobs);
}
