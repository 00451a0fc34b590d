import { liveEvents } from '@concord/db/schema/system';
import type { TestDatabase } from '@concord/db/testing/database';
import { eq } from 'drizzle-orm';
import { readEvents, recipients } from '../realtime/live-events.ts';
import { Streams } from '../realtime/streams.ts';
import { servicesOf } from './caller.ts';

type People = Readonly<Record<string, { id: string }>>;

/** For each event under a topic, in their order: which of these people hear of it, asked as a serving process asks. */
export async function heardBy(
  test: TestDatabase,
  topic: string,
  people: People,
  strength = 2,
): Promise<string[][]> {
  const { sql } = servicesOf(test).app;
  const ids = await test.worker.db
    .select({ id: liveEvents.id })
    .from(liveEvents)
    .where(eq(liveEvents.topic, topic));
  const streams = new Streams();
  const names = new Map(Object.entries(people).map(([name, { id }]) => [id, name]));
  for (const personId of names.keys())
    streams.add({ personId, sessionId: '', strength, write: () => undefined, end: () => undefined });
  const events = await readEvents(
    sql,
    ids.map(({ id }) => id),
  );
  const told = await recipients(sql, events, streams);
  return [...told.values()].map((all) => all.map(({ personId }) => names.get(personId) ?? '').sort());
}
