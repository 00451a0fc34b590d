import { kept } from '@concord/db/kept';
import { type ExerciseHearers, liveEvents } from '@concord/db/schema/system';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** What changed, by id, and who may hear of it: the readers of a contribution, or one person. */
export type LiveNews = {
  /** What a page listens to: `thread:<id>`, `notifications`, `shell`. */
  topic: string;
  /** Ids and nothing else: whoever hears of them fetches through READ. */
  payload?: Readonly<Record<string, string>>;
} & ({ contributionId: string; personId?: undefined } | { personId: string; contributionId?: undefined });

type Teller = Pick<Context, 'tx' | 'services' | 'afterCommit'>;

const written = kept((tx) =>
  tx
    .insert(liveEvents)
    .values({
      topic: sql.placeholder('topic'),
      payload: sql.placeholder('payload'),
      contributionId: sql.placeholder('contribution'),
      personId: sql.placeholder('person'),
    })
    .returning({ id: liveEvents.id }),
);

/** Tells the browsers of those who may know, once the caller's transaction has committed. */
export async function publish(
  ctx: Teller,
  { topic, payload = {}, contributionId, personId }: LiveNews,
): Promise<void> {
  const values = { topic, payload, contribution: contributionId ?? null, person: personId ?? null };
  const [row] = await written(ctx.tx, values, undefined);
  if (row) ctx.afterCommit(() => ctx.services.live.announce(row.id));
}

/** Tells each of these people that something changed for them, in one statement. */
export async function publishTo(
  ctx: Teller,
  personIds: readonly string[],
  { topic, payload = {} }: { topic: string; payload?: Readonly<Record<string, string>> },
): Promise<void> {
  await put(
    ctx,
    personIds.map((personId) => ({ topic, personId, payload })),
  );
}

/** What changed in an exercise, and for whom: which people that is is asked when it is told, and stands in no row. */
export type ExerciseNews = {
  topic: string;
  exerciseId: string;
  /** Where it is of an item that is marked for itself: only who may read that hears. */
  markingId?: string;
  /** Hears too, whatever their part. */
  personId?: string;
} & ({ hearers: 'team'; teamId: string } | { hearers: Exclude<ExerciseHearers, 'team'>; teamId?: undefined });

/** Tells those of an exercise: one row for each piece of news, however many they are. */
export async function publishInExercise(ctx: Teller, news: readonly ExerciseNews[]): Promise<void> {
  await put(
    ctx,
    news.map((one) => ({ ...one, payload: {} })),
  );
}

async function put(ctx: Teller, events: readonly (typeof liveEvents.$inferInsert)[]): Promise<void> {
  if (events.length === 0) return;
  const rows = await ctx.tx
    .insert(liveEvents)
    .values([...events])
    .returning({ id: liveEvents.id });
  ctx.afterCommit(() => {
    for (const { id } of rows) ctx.services.live.announce(id);
  });
}
