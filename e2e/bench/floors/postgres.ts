import { randomUUID } from 'node:crypto';
import { postgresAt } from '@concord/db/address';
import { percentile } from '../measure/percentile.ts';

const ROWS = 50_000;
const CONNECTIONS = 16;

/** Selects by key and inserts with commit, by the portal's driver as the table's owner, without any rule. */
const sql = postgresAt(process.argv[2] ?? '', { max: CONNECTIONS });

const works: Record<string, (count: number) => Promise<unknown>> = {
  async prepare() {
    await sql`create table bench_row (id uuid primary key, number integer unique, body text not null)`;
    await sql`insert into bench_row select gen_random_uuid(), n, repeat('x', 200) from generate_series(1, ${ROWS}::int) n`;
    await sql`analyze bench_row`;
  },
  select: (count) => sql`select id, number, body from bench_row where number = ${1 + (count % ROWS)}`,
  insert: () => sql`insert into bench_row (id, body) values (${randomUUID()}, ${'y'.repeat(200)})`,
};

process.on('message', ({ work, time }: { work: string; time: number }) => {
  void run(work, time).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });

async function run(name: string, time: number) {
  const work = works[name];
  if (!work || name === 'prepare') return work?.(0).then(() => null);
  const times: number[] = [];
  const begun = performance.now();
  const ask = async () => {
    while (performance.now() < begun + time) {
      const started = performance.now();
      await work(times.length);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  return {
    count: times.length,
    failed: 0,
    seconds,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    p99: percentile(times, 99),
    bytes: 0,
  };
}
