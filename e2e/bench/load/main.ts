import { percentile } from '../measure/percentile.ts';
import { answering } from './answering.ts';
import { listen } from './live.ts';
import { type Targets, type Visitor, visitors } from './works.ts';

/** What the bench asks of the process that makes the load. */
export type Order =
  | { kind: 'targets'; targets: Targets }
  | { kind: 'run'; work: string; connections: number; time: number; most?: number }
  | { kind: 'answering'; learners: number; time: number }
  | { kind: 'live'; readers: number; posts: number };

/** What came of it. Times in milliseconds. */
export interface Outcome {
  count: number;
  failed: number;
  problem?: string;
  seconds: number;
  p50: number;
  p95: number;
  p99: number;
  bytes: number;
}

let targets: Targets | undefined;

process.on('message', (order: Order) => {
  void answer(order).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

async function answer(order: Order): Promise<Outcome | null> {
  if (order.kind === 'targets') {
    targets = order.targets;
    return null;
  }
  if (!targets) throw new Error('The targets are not known yet.');
  if (order.kind === 'answering') return answering(targets, order);
  return order.kind === 'live' ? listen(targets, order) : run(targets, order);
}

async function run(known: Targets, order: Order & { kind: 'run' }): Promise<Outcome> {
  const make = visitors[order.work];
  if (!make) throw new Error(`No work is called ${order.work}.`);
  const all = Array.from({ length: order.connections }, (_, index) => make(known, index));
  const tally: Tally = { times: [], bytes: 0, failed: 0 };
  const begun = performance.now();
  const until = begun + order.time;
  await Promise.all(all.map((visitor) => visit(visitor, until, order.most, tally)));
  const seconds = (performance.now() - begun) / 1000;
  for (const visitor of all) visitor.close();
  return { ...figures(tally.times), count: tally.times.length, seconds, ...rest(tally) };
}

interface Tally {
  times: number[];
  bytes: number;
  failed: number;
  problem?: string;
}

async function visit(visitor: Visitor, until: number, most: number | undefined, tally: Tally): Promise<void> {
  for (let done = 0; performance.now() < until && done < (most ?? Number.POSITIVE_INFINITY); done += 1) {
    const begun = performance.now();
    try {
      const bytes = await visitor.once();
      tally.bytes += bytes;
      tally.times.push(performance.now() - begun);
    } catch (error) {
      tally.failed += 1;
      tally.problem ??= error instanceof Error ? error.message : String(error);
      if (tally.failed > 50) return;
    }
  }
}

function rest({ times, bytes, failed, problem }: Tally) {
  return { failed, problem, bytes: times.length === 0 ? 0 : Math.round(bytes / times.length) };
}

function figures(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 50), p95: percentile(sorted, 95), p99: percentile(sorted, 99) };
}
