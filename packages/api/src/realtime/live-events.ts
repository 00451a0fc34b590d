import type { Sql } from 'postgres';
import type { LiveStream, Streams } from './streams.ts';

/** An event as it lies in the outbox. */
export interface StoredEvent {
  id: number;
  topic: string;
  contributionId: string | null;
  personId: string | null;
  /** Whether it is for those of an exercise: the database knows whom. */
  ofExercise: boolean;
  ids: string[];
}

const COLUMNS = 'id::text, topic, contribution_id::text, person_id::text, hearers, payload::text';

/** How long an event that no process was told of is looked for; a transaction takes far less. */
export const SEARCHED_SECONDS = 30;
const MOST_RESUMED = 500;
/** A page made while a command was under way shows nothing of it: its event is dated at the command's beginning. */
const MARGIN_SECONDS = 1;

/** Events by id. */
export async function readEvents(sql: Sql, ids: readonly number[]): Promise<StoredEvent[]> {
  const rows = await sql`
    select ${sql.unsafe(COLUMNS)} from live_event
    where id = any(${[...ids]}::bigint[]) order by live_event.id`;
  return rows.map(toEvent);
}

/** The ids of what happened lately, whether or not anybody told of it. */
export async function recentIds(sql: Sql): Promise<number[]> {
  const rows = await sql`
    select id::text from live_event where created_at > now() - make_interval(secs => ${SEARCHED_SECONDS})`;
  return rows.map((row) => Number(row.id));
}

/** From where a browser is told what it missed: an event it has seen, or how long ago its page was asked for. */
export type From = { lastId: number } | { ageMs: number };

/** What happened since, with a margin for what was committed out of order. */
export async function eventsSince(sql: Sql, from: From): Promise<StoredEvent[]> {
  return 'lastId' in from ? eventsAfter(sql, from.lastId) : eventsOfLate(sql, from.ageMs);
}

async function eventsOfLate(sql: Sql, ageMs: number): Promise<StoredEvent[]> {
  const seconds = Math.min(ageMs / 1_000, SEARCHED_SECONDS) + MARGIN_SECONDS;
  const rows = await sql`
    select ${sql.unsafe(COLUMNS)} from live_event where created_at >= now() - make_interval(secs => ${seconds})
    order by live_event.id desc limit ${MOST_RESUMED}`;
  return rows.map(toEvent).reverse();
}

async function eventsAfter(sql: Sql, lastId: number): Promise<StoredEvent[]> {
  const rows = await sql`
    select ${sql.unsafe(COLUMNS)} from live_event
    where created_at >= (select seen.created_at - interval '5 seconds' from live_event seen where seen.id = ${lastId})
      and id <> ${lastId}
    order by live_event.id desc limit ${MOST_RESUMED}`;
  return rows.map(toEvent).reverse();
}

/** Which of the connected may hear of which event: one query for each strength of sign-in, whatever the number of people. */
export async function recipients(
  sql: Sql,
  events: readonly StoredEvent[],
  streams: Streams,
): Promise<Map<StoredEvent, LiveStream[]>> {
  const contributions = [...new Set(events.flatMap(({ contributionId }) => contributionId ?? []))];
  const ofExercises = events.filter(({ ofExercise }) => ofExercise).map(({ id }) => id);
  const readers = new Map<string, LiveStream[]>();
  const asked = contributions.length + ofExercises.length > 0 ? streams.byStrength() : [];
  for (const [strength, people] of asked) {
    const rows = await readersAmong(sql, { contributions, ofExercises, people, strength });
    for (const row of rows) addReaders(readers, String(row.id), row.people, strength, streams);
  }
  return new Map(events.map((event) => [event, hearersOf(event, readers, streams)]));
}

type Asked = { contributions: string[]; ofExercises: number[]; people: string[]; strength: number };

/** Of these people, signed in this strongly: who reads which contribution and hears of which event of an exercise. */
async function readersAmong(sql: Sql, { contributions, ofExercises, people, strength }: Asked) {
  const strengths = people.map(() => strength);
  const read =
    contributions.length > 0
      ? await sql`
        select contribution_id::text as id, array_agg(person_id::text) as people
        from concord.readers_of(${contributions}::uuid[], ${people}::uuid[], ${strengths}::integer[]) group by 1`
      : [];
  const heard =
    ofExercises.length > 0
      ? await sql`
        select event_id::text as id, array_agg(person_id::text) as people
        from concord.exercise_hearers_of(${ofExercises}::bigint[], ${people}::uuid[], ${strengths}::integer[]) group by 1`
      : [];
  return [...read, ...heard];
}

function addReaders(
  readers: Map<string, LiveStream[]>,
  key: string,
  people: readonly string[],
  strength: number,
  streams: Streams,
): void {
  const found = readers.get(key) ?? [];
  for (const person of people) {
    for (const stream of streams.of(person)) if (stream.strength === strength) found.push(stream);
  }
  readers.set(key, found);
}

function hearersOf(
  event: StoredEvent,
  readers: ReadonlyMap<string, LiveStream[]>,
  streams: Streams,
): LiveStream[] {
  if (event.ofExercise) return readers.get(String(event.id)) ?? [];
  if (event.contributionId) return readers.get(event.contributionId) ?? [];
  return event.personId ? [...streams.of(event.personId)] : [];
}

/** The event as every browser gets it: made once for all of them. */
export function serialise({ id, topic, ids }: StoredEvent): Buffer {
  return Buffer.from(`id: ${id}\ndata: ${JSON.stringify({ topic, ids })}\n\n`);
}

function toEvent(row: Readonly<Record<string, unknown>>): StoredEvent {
  const text = (name: string) => (typeof row[name] === 'string' ? String(row[name]) : null);
  const payload = JSON.parse(text('payload') ?? '{}') as Record<string, string>;
  return {
    id: Number(row.id),
    topic: text('topic') ?? '',
    contributionId: text('contribution_id'),
    personId: text('person_id'),
    ofExercise: text('hearers') !== null,
    ids: [...new Set(Object.values(payload))],
  };
}
