import { newId } from '@concord/db/ids';
import { people } from '@concord/db/schema/people';
import { threadEvents } from '@concord/db/schema/thread-history';
import { desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { SignedIn } from '../../context.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';

type Row = typeof threadEvents.$inferInsert;

/** What happened to a thread besides being written in. */
export type ThreadEvent = Pick<Row, 'threadId' | 'kind'> &
  Partial<Pick<Row, 'personId' | 'mayWrite' | 'until' | 'contributionId' | 'fromMarkingId' | 'toMarkingId'>>;

/** Adds to a thread's history; a reason given lies sealed under the thread's key. */
export async function noteEvent(ctx: SignedIn, event: ThreadEvent, reason?: string): Promise<void> {
  const id = newId();
  const sealed = reason ? await sealFor(ctx, event.threadId, reason, eventAad(id)) : null;
  await ctx.tx.insert(threadEvents).values({ ...event, id, at: ctx.now, byId: ctx.actor.personId, sealed });
}

/** Adds many events that give no reason, in one statement. */
export async function noteEvents(ctx: SignedIn, events: readonly ThreadEvent[]): Promise<void> {
  if (events.length === 0) return;
  await ctx.tx
    .insert(threadEvents)
    .values(events.map((event) => ({ ...event, id: newId(), at: ctx.now, byId: ctx.actor.personId })));
}

const by = alias(people, 'event_by');
const about = alias(people, 'event_about');
const MOST_SHOWN = 200;

/** A thread's history as the reader may see it, the newest first. */
export async function eventsOf(ctx: SignedIn, threadId: string) {
  const rows = await ctx.tx
    .select({
      id: threadEvents.id,
      kind: threadEvents.kind,
      at: threadEvents.at,
      until: threadEvents.until,
      mayWrite: threadEvents.mayWrite,
      contributionId: threadEvents.contributionId,
      fromMarkingId: threadEvents.fromMarkingId,
      toMarkingId: threadEvents.toMarkingId,
      sealed: threadEvents.sealed,
      byGiven: by.givenName,
      byFamily: by.familyName,
      given: about.givenName,
      family: about.familyName,
    })
    .from(threadEvents)
    .innerJoin(by, eq(by.id, threadEvents.byId))
    .leftJoin(about, eq(about.id, threadEvents.personId))
    .where(eq(threadEvents.threadId, threadId))
    .orderBy(desc(threadEvents.at), desc(threadEvents.id))
    .limit(MOST_SHOWN);
  const open = rows.some((row) => row.sealed) ? await opener(ctx, threadId) : null;
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    at: row.at.toISOString(),
    by: `${row.byGiven} ${row.byFamily}`,
    person: row.given && row.family ? `${row.given} ${row.family}` : null,
    until: row.until?.toISOString() ?? null,
    mayWrite: row.mayWrite === null ? null : row.mayWrite === 1,
    contributionId: row.contributionId,
    fromMarkingId: row.fromMarkingId,
    toMarkingId: row.toMarkingId,
    reason: row.sealed && open ? open(row.sealed, eventAad(row.id)) : null,
  }));
}

/** One event of a thread's history as it is shown. */
export type EventView = Awaited<ReturnType<typeof eventsOf>>[number];

/** Ties a sealed reason to its event. */
export function eventAad(id: string): string {
  return `thread-event:${id}`;
}
