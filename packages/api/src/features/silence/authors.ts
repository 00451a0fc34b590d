import { silenceAuthors, silenceEvents } from '@concord/db/schema/silence';
import { and, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

/** Who broke silence, as far as the person may know: their own nation, all where the body names them, the chair. */
export async function breaksOf(ctx: SignedIn, silenceId: string) {
  return ctx.tx
    .select({
      eventId: silenceAuthors.eventId,
      partyId: silenceAuthors.partyId,
      onBehalf: silenceAuthors.onBehalf,
    })
    .from(silenceAuthors)
    .innerJoin(silenceEvents, eq(silenceEvents.id, silenceAuthors.eventId))
    .where(
      and(eq(silenceAuthors.silenceId, silenceId), inArray(silenceEvents.kind, ['break', 'lateNotice'])),
    );
}

/** Who did one thing, as far as the person may know. */
export async function authorOf(ctx: SignedIn, silenceId: string, eventId: string) {
  const all = await breaksOf(ctx, silenceId);
  return all.find((one) => one.eventId === eventId);
}
