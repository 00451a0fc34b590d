import { storedToken } from '@concord/api/testing/bench';
import { connect } from '@concord/db/client';
import { percentile } from '../measure/percentile.ts';

/** One question of the portal's, asked of the same data with row security and without. */
export interface SecurityOrder {
  question: string;
  guarded: boolean;
  time: number;
  readers: { token: string }[];
  threads: string[];
}

const CONNECTIONS = 16;

/** Row security is passed by as a superuser; all else is the portal's: driver, kept plans, transaction, context. */
const open = connect(process.argv[2] ?? '', { max: CONNECTIONS, planOnce: true });
const guarded = connect(process.argv[3] ?? '', { max: CONNECTIONS, planOnce: true });

/** What is asked, of a thread `$1` and for the person of the context. */
const questions: Readonly<Record<string, string>> = {
  page: `select c.id, c.place, c.author_id, p.given_name, p.family_name, c.marking_id, c.sealed, c.created_at
    from contribution c join person p on p.id = c.author_id where c.thread_id = $1 order by c.place desc limit 51`,
  unread: `select count(*) from thread t join thread_reading r on r.thread_id = t.id and r.person_id = concord.person_id()
    join contribution c on c.thread_id = t.id and c.place > r.last_place and c.removed_at is null
    where t.id = $1 and c.author_id <> concord.person_id()`,
  entry: `select id, sealed from contribution
    where id = (select id from contribution where thread_id = $1 order by place desc limit 1)`,
};

process.on('message', (order: SecurityOrder) => {
  void run(order).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });

async function run(order: SecurityOrder) {
  const { sql } = order.guarded ? guarded : open;
  const question = questions[order.question] ?? '';
  const times: number[] = [];
  const begun = performance.now();
  const ask = async (_: unknown, index: number) => {
    const hash = storedToken(order.readers[index]?.token ?? '');
    const thread = order.threads[index % order.threads.length] ?? '';
    while (performance.now() < begun + order.time) {
      const started = performance.now();
      await sql.begin(async (tx) => {
        await tx.unsafe('select concord.enter($1)', [hash], { prepare: true });
        await tx.unsafe(question, [thread], { prepare: true });
      });
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const [p50, p95, p99] = [50, 95, 99].map((share) => percentile(times, share));
  return { count: times.length, failed: 0, seconds, p50, p95, p99, bytes: 0 };
}
