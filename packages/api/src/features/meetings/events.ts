import { newId } from '@concord/db/ids';
import { meetingEvents } from '@concord/db/schema/meetings';
import { people } from '@concord/db/schema/people';
import { desc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { instantNow } from '../texts/authority.ts';
import type { LoadedMeeting } from './load.ts';
import { type EventWords, eventAad, orderSeen } from './rules.ts';

type Kind = (typeof meetingEvents.$inferInsert)['kind'];
export type Change = { kind: Kind; itemId?: string; words?: EventWords };

const SHOWN = 100;

/** Notes what changed of a meeting its members may already read; a draft's changes are nobody's. */
export async function noteChanges(
  ctx: SignedIn,
  meeting: Pick<LoadedMeeting, 'id' | 'publishedAt'>,
  changes: readonly Change[],
): Promise<void> {
  if (!meeting.publishedAt || changes.length === 0) return;
  const rows = [];
  // The clock after the meeting's lock: a summary record that was laid meanwhile was laid before this.
  const at = await instantNow(ctx);
  for (const { kind, itemId, words = {} } of changes) {
    const id = newId();
    const sealed = await sealFor(ctx, meeting.id, JSON.stringify(words), eventAad(id));
    rows.push({ id, meetingId: meeting.id, itemId, kind, at, byId: ctx.actor.personId, sealed });
  }
  await ctx.tx.insert(meetingEvents).values(rows);
}

/**
 * What changed since it was published, the newest first: of items only those the person may read, and of the order only
 * what changed among them.
 */
export async function changesOf(ctx: SignedIn, meeting: LoadedMeeting, readable: ReadonlySet<string>) {
  const rows = await ctx.tx
    .select({ event: meetingEvents, given: people.givenName, family: people.familyName })
    .from(meetingEvents)
    .innerJoin(people, eq(people.id, meetingEvents.byId))
    .where(eq(meetingEvents.meetingId, meeting.id))
    .orderBy(desc(meetingEvents.id))
    .limit(SHOWN);
  if (rows.length === 0) return [];
  const open = await opener(ctx, meeting.id);
  return rows.flatMap(({ event, given, family }) => {
    const { order, ...words } = JSON.parse(open(event.sealed, eventAad(event.id))) as EventWords;
    if (order && !orderSeen(order.before, order.after, readable)) return [];
    const { id, kind, at } = event;
    return [{ id, kind, at: at.toISOString(), by: `${given} ${family}`, ...words }];
  });
}
