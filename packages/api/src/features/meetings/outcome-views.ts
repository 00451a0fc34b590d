import { meetingOutcomes, meetings } from '@concord/db/schema/meetings';
import { eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { opener } from '../../sealing/sealing.ts';
import type { LoadedItem } from './load.ts';
import { outcomeAad } from './rules.ts';

/** What came of items, as far as the person may read it: where one went only if that meeting may be read too. */
export async function outcomesOf(ctx: SignedIn, meetingId: string, items: readonly LoadedItem[]) {
  if (items.length === 0) return new Map<string, OutcomeView>();
  const rows = await ctx.tx
    .select({
      itemId: meetingOutcomes.itemId,
      outcome: meetingOutcomes.outcome,
      sealed: meetingOutcomes.sealed,
      to: { id: meetings.id, title: meetings.title, startsAt: meetings.startsAt },
    })
    .from(meetingOutcomes)
    .leftJoin(meetings, eq(meetings.id, meetingOutcomes.deferredTo))
    .where(
      inArray(
        meetingOutcomes.itemId,
        items.map(({ id }) => id),
      ),
    );
  if (rows.length === 0) return new Map<string, OutcomeView>();
  const open = await opener(ctx, meetingId);
  return new Map(
    rows.map(({ itemId, outcome, sealed, to }): [string, OutcomeView] => {
      const note = open(sealed, outcomeAad(itemId));
      return [itemId, { outcome, note, to: to && { ...to, startsAt: to.startsAt.toISOString() } }];
    }),
  );
}

export type OutcomeView = {
  outcome: (typeof meetingOutcomes.$inferSelect)['outcome'];
  note: string;
  to: { id: string; title: string; startsAt: string } | null;
};
