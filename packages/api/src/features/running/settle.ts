import { exercises } from '@concord/db/schema/exercises';
import { deliveries } from '@concord/db/schema/running';
import { and, gt, lt, sql } from 'drizzle-orm';
import { asWorker, type Context } from '../../context.ts';
import { publishInExercise } from '../../realtime/outbox.ts';
import { opener, sealerFor } from '../../sealing/sealing.ts';
import type { Services } from '../../services.ts';
import type { InjectContent } from '../injects/rules.ts';
import { notify } from '../notifications/notify.ts';
import type { ClockRow } from './clock.ts';
import { type Happened, newlyDue, type RunScene } from './rules.ts';

export type RunCtx = Pick<Context, 'tx' | 'services' | 'afterCommit' | 'actor'>;

/** What a team reads of an inject. */
export type Delivered = Pick<InjectContent, 'title' | 'text' | 'from' | 'attention' | 'means'> & {
  number: number;
};

/** Holds the running of an exercise until the transaction ends: turns of the clock, answers and deliveries come one by one. */
export async function holdRun(ctx: RunCtx, exerciseId: string): Promise<void> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${exerciseId}, 3))`);
}

async function tryHoldRun(ctx: RunCtx, exerciseId: string): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${exerciseId}, 3)) as held`,
  );
  return row?.held === true;
}

type Stored = { [Key in keyof RunScene]: (Omit<RunScene[Key][number], 'at'> & { at: string })[] };

/** The rows that decide, and the database's clock read after them; null to who neither sits in the exercise nor is of its staff. */
export async function readRun(
  ctx: RunCtx,
  exerciseId: string,
): Promise<{ scene: RunScene; now: Date } | null> {
  const [row] = await ctx.tx.execute<{ run: Stored | null; now: string }>(
    sql`select concord.exercise_run(${exerciseId}::uuid) as run, clock_timestamp()::text as now`,
  );
  if (!row?.run) return null;
  const { clock, injects, releases, answers, deliveries: written } = row.run;
  const dated = (all: readonly { injectId: string; teamId: string; at: string }[]): Happened[] =>
    all.map((one) => ({ ...one, at: new Date(one.at) }));
  const scene = {
    clock: (clock as unknown as (Omit<ClockRow, 'at'> & { at: string })[]).map((one) => ({
      ...one,
      at: new Date(one.at),
    })),
    injects: injects as unknown as RunScene['injects'],
    ...{ releases: dated(releases), answers: dated(answers), deliveries: dated(written) },
  };
  return { scene, now: new Date(row.now) };
}

/**
 * Puts into the inboxes what is due by now and not there yet, and tells those it is for. Whoever looks first does so, a
 * reader or the worker; the instants follow from rows and clock, so it is the same whoever it was. `held` says that the
 * caller holds the exercise's running already.
 */
export async function settleRun(ctx: RunCtx, exerciseId: string, held = false): Promise<Seen | null> {
  const seen = await readRun(ctx, exerciseId);
  const due = seen ? newlyDue(seen.scene, seen.now) : [];
  if (!seen || due.length === 0) return seen;
  if (held) return write(ctx, exerciseId, seen, due);
  await holdRun(ctx, exerciseId);
  return settleRun(ctx, exerciseId, true);
}

type Seen = { scene: RunScene; now: Date };

async function write(ctx: RunCtx, exerciseId: string, seen: Seen, due: readonly Happened[]): Promise<Seen> {
  await deliver(ctx, exerciseId, due);
  await notifyTeams(ctx, exerciseId, due);
  await tellRun(ctx, exerciseId, [...new Set(due.map((one) => one.teamId))]);
  return { ...seen, scene: { ...seen.scene, deliveries: [...seen.scene.deliveries, ...due] } };
}

async function deliver(ctx: RunCtx, exerciseId: string, due: readonly Happened[]): Promise<void> {
  const ids = JSON.stringify([...new Set(due.map(({ injectId }) => injectId))]);
  const rows = await ctx.tx.execute<{ id: string; number: number; sealed: string }>(sql`
    select s.id, s.number, encode(s.sealed, 'base64') as sealed from concord.exercise_sealed(${exerciseId}::uuid,
      array(select value::uuid from jsonb_array_elements_text(${ids}::jsonb))) s`);
  const [open, seal] = [await opener(ctx, exerciseId), await sealerFor(ctx, exerciseId)];
  const contents = new Map(
    [...rows].map(({ id, number, sealed }) => {
      const content = JSON.parse(open(Buffer.from(sealed, 'base64'), `inject:${id}`)) as InjectContent;
      const { title, text, from, attention, means } = content;
      return [id, { number, title, text, from, attention, means } satisfies Delivered] as const;
    }),
  );
  await ctx.tx.insert(deliveries).values(
    due.map(({ injectId, teamId, at }) => ({
      ...{ injectId, teamId, exerciseId, at },
      sealed: seal(JSON.stringify(contents.get(injectId)), `delivery:${injectId}:${teamId}`),
    })),
  );
}

/**
 * Leaves a notification with those of the teams who have none of this exercise waiting unread: mail goes by each one's
 * choice, says nothing of what came, and never once for each inject of a busy hour.
 */
async function notifyTeams(ctx: RunCtx, exerciseId: string, due: readonly Happened[]): Promise<void> {
  const teams = JSON.stringify([...new Set(due.map(({ teamId }) => teamId))]);
  const rows = await ctx.tx.execute<{ code: string; person: string }>(sql`
    select e.code, h.person_id as person from exercise e, concord.inject_hearers(e.id,
      array(select value::uuid from jsonb_array_elements_text(${teams}::jsonb))) h where e.id = ${exerciseId}::uuid`);
  const [first] = rows;
  if (!first) return;
  await notify(ctx, {
    ...{ personIds: [...rows].map(({ person }) => person), kind: 'exerciseInject', subjectId: exerciseId },
    ...{ path: `/exercise/${first.code}/inbox`, params: { exercise: first.code } },
  });
}

/** Tells the exercise's staff and these teams, each under its own topic, that something happened: that it did, and nothing of what. */
export async function tellRun(ctx: RunCtx, exerciseId: string, teamIds: readonly string[]): Promise<void> {
  await publishInExercise(ctx, [
    ...teamIds.map((teamId) => ({
      ...{ topic: `exercise-team:${teamId}`, hearers: 'team' as const, exerciseId, teamId },
    })),
    { topic: `exercise-staff:${exerciseId}`, hearers: 'staff', exerciseId },
  ]);
}

/** Delivers in every exercise that is under way. A worker that does not run delays the news of it and nothing else. */
export async function settleRuns(services: Services): Promise<number> {
  const running = await asWorker(services, (ctx) =>
    ctx.tx
      .select({ id: exercises.id })
      .from(exercises)
      .where(
        and(
          lt(exercises.startsAt, sql`now() + interval '30 days'`),
          gt(exercises.endsAt, sql`now() - interval '7 days'`),
          // Only where the clock runs: what is done while it stands still delivers by itself.
          sql`(select c.kind from exercise_clock c where c.exercise_id = ${exercises.id} and c.at <= now()
            and c.kind in ('start', 'pause', 'resume', 'end') order by c.place desc limit 1) in ('start', 'resume')`,
        ),
      ),
  );
  for (const { id } of running)
    await asWorker(services, async (ctx) => {
      // Another worker is at it; whoever waits for it does so for nothing.
      if (await tryHoldRun(ctx, id)) await settleRun(ctx, id, true);
    });
  return running.length;
}
