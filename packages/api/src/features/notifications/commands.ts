import { notifications } from '@concord/db/schema/system';
import { and, eq, isNull, lte } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { MarkReadInput } from './schemas.ts';

type Writer = { tx: PgDatabase<PgQueryResultHKT>; personId: string; now: Date };

/** Marks the person's notifications as read, up to the newest one they have seen. */
export async function markRead({ tx, personId, now }: Writer, { upTo }: MarkReadInput) {
  await tx
    .update(notifications)
    .set({ readAt: now })
    .where(
      and(eq(notifications.personId, personId), isNull(notifications.readAt), lte(notifications.id, upTo)),
    );
  return { upTo };
}
