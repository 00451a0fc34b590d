import type { Settings } from '@concord/api/env';
import { answeringWork, type Figure, liveWork, type Report, type Work, works } from './figures.ts';
import { buildFloor } from './floors/build.ts';
import type { SecurityOrder } from './floors/row-security.ts';
import { type Helper, startHelper } from './load/loader.ts';
import type { Order, Outcome } from './load/main.ts';
import { memory, processorTime } from './measure/processor.ts';
import { type StatementCounter, statementCounter } from './measure/statements.ts';
import { weigh } from './measure/weight.ts';
import { administratorUrl, openDatabase, type Portal, postmaster, servePortal, type Undo } from './portal.ts';
import { childrenOf } from './processes.ts';
import { type Seeded, seed } from './seed/seed.ts';
import { CONNECTIONS, full, learning, type Size, small } from './size.ts';

export interface Wish {
  small: boolean;
  /** Learning alone, with so many paths. */
  learning: number | undefined;
  /** Only these works; all when not given. */
  only: readonly string[] | undefined;
  note: (line: string) => void;
}

interface Bench {
  settings: Settings;
  ownerUrl: string;
  size: Size;
  seeded: Seeded;
  portal: Portal;
  database: number;
  load: Helper;
  count: StatementCounter;
  floors: Map<string, Figure>;
  wish: Wish;
  report: Report;
}

const SAMPLE = 5;
/** Before it is measured, each connection asks this often: a page's code is compiled in its first few hundred answers. */
const WARM_ASKS = 30;
const WARM_TIME = 15_000;
const LIVE_POSTS = 40;

/** Seeds, starts, measures, and takes everything down again. */
export async function bench(wish: Wish): Promise<Report> {
  const undo: Undo = [];
  try {
    return await measure(wish, undo);
  } finally {
    for (const put of undo.reverse()) await put().catch(() => undefined);
  }
}

async function measure(wish: Wish, undo: Undo): Promise<Report> {
  const size = wish.learning ? learning(wish.learning) : wish.small ? small : full;
  const settings = await openDatabase(undo);
  const ownerUrl = settings.database.ownerUrl ?? '';
  const begun = Date.now();
  const seeded = await seed(settings, ownerUrl, size, wish.note);
  const words = seededWords(size, seeded, Date.now() - begun);
  wish.note(words);
  const database = await postmaster(settings.dataDir);
  const report: Report = { seeded: words, figures: [], weights: [], memory: {}, problems: [] };
  const load = await startHelper('./main.ts');
  const count = await statementCounter(ownerUrl, settings.dataDir);
  undo.push(load.stop, count.close);
  const common = { settings, ownerUrl, size, seeded, database, load, count, wish, report };
  const floors = await measureFloors(common);
  if (wanted(wish, 'row-security')) await measureRowSecurity(common);
  const portal = await servePortal(settings, undo);
  await tellTargets(common, { hello: '', next: '' });
  const run: Bench = { ...common, floors, portal };
  for (const work of works) await attempt(run, work, () => measureWork(run, work));
  await attempt(run, answeringWork, () => measureAnswering(run));
  await attempt(run, liveWork, () => measureLive(run));
  report.memory = await memories(run);
  if (wanted(wish, 'weight'))
    report.weights = await weigh(settings, seeded).catch((error) => noWeights(report, error));
  return report;
}

function noWeights(report: Report, error: unknown) {
  report.problems.push(`first loads: ${String(error)}`);
  return [];
}

const wanted = ({ only }: Wish, name: string) => only === undefined || only.includes(name);

async function attempt(run: Bench, work: Work, measureIt: () => Promise<Figure>): Promise<void> {
  if (!wanted(run.wish, work.name)) return;
  try {
    const figure = await measureIt();
    run.report.figures.push(figure);
    run.wish.note(`${work.name}: ${JSON.stringify(figure)}`);
  } catch (error) {
    const problem = `${work.name}: ${error instanceof Error ? error.message : String(error)}`;
    run.report.problems.push(problem);
    run.wish.note(problem);
  }
}

type Common = Omit<Bench, 'floors' | 'portal'>;

function tellTargets(run: Common, floors: { hello: string; next: string }): Promise<unknown> {
  const { settings, seeded } = run;
  const { session, csrf } = settings.cookies;
  const targets = {
    portal: settings.url.origin,
    sessionCookie: session,
    csrfCookie: csrf,
    seeded,
    ...floors,
  };
  return run.load.ask({ kind: 'targets', targets } satisfies Order);
}

/** Floors are measured one at a time, with no portal beside them. */
async function measureFloors(run: Common): Promise<Map<string, Figure>> {
  const floors = new Map<string, Figure>();
  const keep = (figure: Figure) => {
    floors.set(figure.work, figure);
    run.report.figures.push(figure);
    run.wish.note(`${figure.work}: ${JSON.stringify(figure)}`);
  };
  const port = run.settings.port + 2;
  const database = await startHelper('../floors/postgres.ts', [run.ownerUrl], { wait: true });
  await database.ask({ work: 'prepare', time: 0 });
  for (const work of ['select', 'insert']) {
    const ask = () => database.ask<Outcome>({ work, time: run.size.time });
    keep(await timed(`pg-${work}`, { pids: [database.pid], database: run.database }, ask));
  }
  await database.stop();
  await buildFloor();
  const hello = await startHelper('../floors/hello.ts', [String(port)], { wait: true });
  const next = await startHelper('../floors/next-server.ts', [String(port + 1), run.ownerUrl], {
    wait: true,
  });
  await tellTargets(run, { hello: `http://127.0.0.1:${port}`, next: `http://127.0.0.1:${port + 1}` });
  for (const [work, { pid }] of [
    ['hello', hello],
    ['next-page', next],
  ] as const) {
    await run.load.ask(order(work, 1_500));
    keep(
      await timed(work, { pids: [pid], database: run.database }, () =>
        run.load.ask(order(work, run.size.time)),
      ),
    );
  }
  await Promise.all([hello.stop(), next.stop()]);
  return floors;
}

/**
 * The same questions as a superuser, whom no policy concerns, and as the portal's role: the first is the floor of the
 * second. Both enter as a person first, so the difference is what policies cost.
 */
async function measureRowSecurity(run: Common): Promise<void> {
  const { settings, seeded, size, database } = run;
  const administrator = await administratorUrl(run.ownerUrl, settings.dataDir);
  const helper = await startHelper('../floors/row-security.ts', [administrator, settings.database.appUrl], {
    wait: true,
  });
  for (const question of ['page', 'unread', 'entry']) {
    const ask = (guarded: boolean, time: number) =>
      helper.ask<Outcome>({
        question,
        guarded,
        time,
        readers: seeded.readers.slice(0, CONNECTIONS),
        threads: seeded.consultation.threads.slice(0, CONNECTIONS),
      } satisfies SecurityOrder);
    const floors = new Map<string, Figure>();
    for (const guarded of [false, true]) {
      await ask(guarded, size.time / 4);
      const name = `${question}-${guarded ? 'guarded' : 'open'}`;
      const pids = { pids: [helper.pid], database };
      const figure = await timed(name, pids, () => ask(guarded, size.time / 2));
      floors.set(name, figure);
      const work = { name, floor: guarded ? `${question}-open` : null };
      run.report.figures.push(beside({ floors }, work, figure));
      run.wish.note(`${name}: ${JSON.stringify(figure)}`);
    }
  }
  await helper.stop();
}

const order = (work: string, time: number, connections = CONNECTIONS): Order => ({
  kind: 'run',
  work,
  connections,
  time,
});

async function timed(
  work: string,
  { pids, database }: { pids: readonly number[]; database: number },
  ask: () => Promise<Outcome>,
): Promise<Figure> {
  const before = await processorTime(pids, database);
  const outcome = await ask();
  const used = (await processorTime(pids, database)) - before;
  if (outcome.count === 0 || outcome.failed > outcome.count / 100)
    throw new Error(
      `${outcome.failed} failed, ${outcome.count} did not; first: ${outcome.problem ?? 'none'}`,
    );
  const { p50, p95, p99, bytes } = outcome;
  return {
    work,
    requestsPerSecond: round(outcome.count / outcome.seconds),
    p50,
    p95,
    p99,
    bytes,
    queries: null,
    cpuMs: round(used / outcome.count),
    floor: null,
    ratioToFloor: null,
  };
}

async function measureWork(run: Bench, work: Work): Promise<Figure> {
  const { load, size, database, count } = run;
  const sample: Order = { kind: 'run', work: work.name, connections: 1, time: 60_000, most: SAMPLE };
  const { connections } = work;
  await load.ask({ ...order(work.name, WARM_TIME, connections), most: connections === 1 ? 3 : WARM_ASKS });
  const statements = await count.during(() => load.ask(sample));
  const pids = [...run.portal.web(), ...run.portal.worker()];
  const figure = await timed(work.name, { pids, database }, () =>
    load.ask(order(work.name, size.time, connections)),
  );
  return beside(run, work, { ...figure, queries: round(statements / SAMPLE) });
}

async function measureAnswering(run: Bench): Promise<Figure> {
  const { load, size, database } = run;
  const pids = [...run.portal.web(), ...run.portal.worker()];
  const time = Math.max(12_000, size.time * 2);
  const order: Order = { kind: 'answering', learners: size.learners, time };
  return beside(run, answeringWork, await timed('answering', { pids, database }, () => load.ask(order)));
}

async function measureLive(run: Bench): Promise<Figure> {
  const { load, size, database } = run;
  const pids = [...run.portal.web(), ...run.portal.worker()];
  const posts = run.wish.small ? 10 : LIVE_POSTS;
  const readers = Math.min(size.readers, run.seeded.readers.length - CONNECTIONS);
  const live: Order = { kind: 'live', readers, posts };
  const figure = await timed('live', { pids, database }, () => load.ask(live));
  return beside(run, liveWork, figure);
}

function beside(run: Pick<Bench, 'floors'>, work: Work, figure: Figure): Figure {
  const floor = work.floor === null ? undefined : run.floors.get(work.floor);
  if (!floor) return figure;
  const ratio = floor.cpuMs > 0 ? round(figure.cpuMs / floor.cpuMs) : null;
  return { ...figure, floor: work.floor, ratioToFloor: ratio };
}

async function memories(run: Bench): Promise<Record<string, number>> {
  const servers = [run.database, ...(await childrenOf(run.database))];
  return {
    [`the ${run.portal.web().length} serving processes`]: await memory(run.portal.web()),
    'the worker': await memory(run.portal.worker()),
    'the database with its shared buffers': await memory(servers),
  };
}

function seededWords(size: Size, { consultation }: Seeded, took: number): string {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(0)} s`;
  return (
    `Seeded ${size.people} people, ${size.courses} courses, ${size.enrolments} enrolments and ` +
    `${size.threads * size.length} contributions in ${seconds(took)}; of it sealing ${seconds(consultation.sealing)}, ` +
    `sealing, writing and indexing contributions together ${seconds(consultation.writing)}.`
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
