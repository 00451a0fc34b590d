import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '@concord/api/env';
import { makeReplay, type Replayed } from '@concord/api/testing/bench-exercise';
import { connect } from '@concord/db/client';
import type { Heard, ListenOrder } from './load/exercise.ts';
import { startHelper } from './load/loader.ts';
import { percentile } from './measure/percentile.ts';
import { administratorUrl, openDatabase, type Portal, servePortal, type Undo } from './portal.ts';
import { type Reader, seedPeople } from './seed/people.ts';
import { small } from './size.ts';

const TEAMS = 12;
const INJECTS = 300;
const MINUTES = 120;
const PEOPLE = 1_000;
const CONNECT_MS = 45_000;
const AFTER_MS = 8_000;
const LOOK_MS = 25;

/** How a run went: in milliseconds after each delivery was due. */
export interface ReplayFigures {
  restart: 'one after the other' | 'all at once';
  deliveries: number;
  missing: number;
  twice: number;
  wrongInstant: number;
  inInbox: { p50: number; p95: number; p99: number; most: number };
  heard: Heard;
}

/**
 * Replays a two-hour exercise of 12 teams and 300 injects at sixty times its speed before 1,000 people on the live page, while
 * the server's processes are restarted: once one after the other, as an operator would, and once all at the same moment.
 */
export async function benchExercise(note: (line: string) => void): Promise<ReplayFigures[]> {
  const undo: Undo = [];
  try {
    const settings = await openDatabase(undo);
    const url = await administratorUrl(settings.database.ownerUrl ?? '', settings.dataDir);
    const owner = connect(url, { max: 2, name: 'bench-exercise' });
    undo.push(() => owner.close());
    note('people');
    const readers = await seedPeople(owner.sql, {
      ...small,
      people: PEOPLE + 100,
      readers: PEOPLE,
      learners: PEOPLE,
    });
    const portal = await servePortal(settings, undo, { workers: 2 });
    const figures: ReplayFigures[] = [];
    for (const restart of ['one after the other', 'all at once'] as const)
      figures.push(
        await replay({ settings, portal, owner, note, readers: readers.slice(0, PEOPLE) }, restart),
      );
    return figures;
  } finally {
    for (const put of undo.reverse()) await put().catch(() => undefined);
  }
}

interface Run {
  settings: Settings;
  portal: Portal;
  owner: ReturnType<typeof connect>;
  readers: readonly Reader[];
  note: (line: string) => void;
}

async function replay(run: Run, restart: ReplayFigures['restart']): Promise<ReplayFigures> {
  const { settings, readers, note } = run;
  const begins = new Date(Math.ceil((Date.now() + CONNECT_MS) / 1_000) * 1_000);
  const made = await makeReplay(
    settings,
    readers.map(({ id }) => id),
    { teams: TEAMS, injects: INJECTS, minutes: MINUTES, begins },
  );
  const until = +begins + MINUTES * 1_000 + AFTER_MS;
  const load = await startHelper('./exercise.ts');
  try {
    const listening = load.ask<Heard>({
      ...{ portal: settings.url.origin, sessionCookie: settings.cookies.session, until },
      people: readers.map(({ id, token }) => ({ token, team: made.teamOf.get(id) ?? 0 })),
      dues: made.dues.map((own) =>
        [...own.keys()].sort((a, b) => a - b).map((second) => +begins + second * 1_000),
      ),
    } satisfies ListenOrder);
    const seen = watch(run.owner, made.exerciseId, until);
    await restartAll(run, restart, +begins);
    const [heard, late] = await Promise.all([listening, seen]);
    const figures = { restart, ...(await deliveries(run.owner, made, begins)), inInbox: late, heard };
    note(JSON.stringify(figures));
    return figures;
  } finally {
    await load.stop();
  }
}

/** Ends the serving processes and the workers while injects fall due; who keeps them starts them again. */
async function restartAll(
  { portal, note }: Run,
  restart: ReplayFigures['restart'],
  begins: number,
): Promise<void> {
  const processes = [...portal.web().slice(-2), ...portal.worker().slice(-2)];
  await sleep(Math.max(0, begins + 30_000 - Date.now()));
  for (const pid of processes) {
    note(`ends ${pid}`);
    const ready = portal.ready();
    process.kill(pid, 'SIGTERM');
    // As an operator would: the next once the one before serves again.
    if (restart === 'one after the other') await waitFor(() => portal.ready() > ready);
  }
}

async function waitFor(done: () => boolean): Promise<void> {
  const until = Date.now() + 40_000;
  while (!done() && Date.now() < until) await sleep(200);
}

/** Looks for new deliveries as a reader's connection would find them: by how much each is later than it was due. */
async function watch({ sql }: ReturnType<typeof connect>, exerciseId: string, until: number) {
  const late = new Map<string, number>();
  while (Date.now() < until) {
    const rows = await sql<{ key: string; late: number }[]>`
      select inject_id || ' ' || team_id as key, extract(epoch from clock_timestamp() - at)::float8 * 1000 as late
      from exercise_delivery where exercise_id = ${exerciseId} and at > now() - interval '40 seconds'`;
    for (const { key, late: by } of rows) if (!late.has(key)) late.set(key, by);
    await sleep(LOOK_MS);
  }
  const sorted = [...late.values()].sort((a, b) => a - b);
  return {
    ...{ p50: percentile(sorted, 50), p95: percentile(sorted, 95), p99: percentile(sorted, 99) },
    most: sorted.at(-1) ?? 0,
  };
}

/** Whether each delivery is there once, with the instant it was due at. */
async function deliveries({ sql }: ReturnType<typeof connect>, made: Replayed, begins: Date) {
  const rows = await sql<{ key: string; at: number; minute: number }[]>`
    select d.inject_id || ' ' || d.team_id as key, extract(epoch from d.at)::float8 * 1000 as at, i.minute from exercise_delivery d
    join exercise_inject i on i.id = d.inject_id where d.exercise_id = ${made.exerciseId}`;
  const wanted = made.dues.reduce(
    (sum, own) => sum + [...own.values()].reduce((all, one) => all + one, 0),
    0,
  );
  return {
    deliveries: rows.length,
    missing: wanted - new Set(rows.map(({ key }) => key)).size,
    twice: rows.length - new Set(rows.map(({ key }) => key)).size,
    wrongInstant: rows.filter(({ at, minute }) => Math.round(at) !== +begins + minute * 1_000).length,
  };
}
