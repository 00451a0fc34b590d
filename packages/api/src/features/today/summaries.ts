import { bodies } from '@concord/db/schema/consultation';
import { meetings } from '@concord/db/schema/meetings';
import { summaryRemarks } from '@concord/db/schema/summary-remarks';
import { and, asc, eq, gt, gte, inArray, isNull, notExists } from 'drizzle-orm';
import { isDelegated } from '../../policies/texts.ts';
import type { Reading } from './reader.ts';

/** Summary records open to remarks in bodies where the person is a delegate, until their nation has made one. */
export async function openSummaries({ tx, actor, now }: Reading) {
  const seats = actor.appointments.flatMap(({ scope, scopeId }) =>
    scope === 'body' && scopeId && isDelegated(actor, scopeId) ? [scopeId] : [],
  );
  if (seats.length === 0) return [];
  const own = tx
    .select({ id: summaryRemarks.id })
    .from(summaryRemarks)
    .where(
      and(
        eq(summaryRemarks.meetingId, meetings.id),
        eq(summaryRemarks.partyId, actor.partyId),
        gte(summaryRemarks.madeAt, meetings.summaryOpenedAt),
        isNull(summaryRemarks.takenBackAt),
      ),
    );
  return tx
    .select({
      ...{ id: meetings.id, title: meetings.title, markingId: meetings.markingId },
      ...{ body: bodies.code, until: meetings.summaryUntil },
    })
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(
      and(
        inArray(meetings.bodyId, seats),
        gt(meetings.summaryUntil, now),
        isNull(meetings.cancelledAt),
        notExists(own),
      ),
    )
    .orderBy(asc(meetings.summaryUntil), asc(meetings.id))
    .limit(20);
}
