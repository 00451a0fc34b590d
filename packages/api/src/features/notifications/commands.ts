import { notifications } from '@concord/db/schema/system';
import { and, eq, isNull, lte } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { MarkReadInput } from './schemas.ts';

/** Marks the person's notifications as read, up to the newest one they have seen. */
export async function markRead({ tx, actor, now }: SignedIn, { upTo }: MarkReadInput) {
  await tx
    .update(notifications)
    .set({ readAt: now })
    .where(
      and(
        eq(notifications.personId, actor.personId),
        isNull(notifications.readAt),
        lte(notifications.id, upTo),
      ),
    );
  return { upTo };
}
