import { setTimeout as pause } from 'node:timers/promises';
import { asWorker } from '../../context.ts';
import { listMail } from '../../email/folder.ts';
import { startWork } from '../../jobs/work.ts';
import { publish } from '../../realtime/outbox.ts';
import { servicesOf } from '../caller.ts';
import type { World } from './worlds.ts';

const MARK = 'the test has ended';
const PATIENCE_MS = 20_000;

/** Opens the live stream of each of these people; what it answers tells all that they have heard by now. */
export async function listen(world: World, keys: readonly string[]): Promise<() => Promise<Heard>> {
  const services = servicesOf(world.test);
  const heard: Heard = {};
  for (const key of keys) {
    const { id: personId } = world.person(key);
    const [session] = await world.test.worker.sql`select id::text from session where person_id = ${personId}`;
    const lines: string[] = [];
    heard[key] = lines;
    await services.live.join({
      ...{ personId, sessionId: String(session?.id), strength: 2 },
      write: (bytes) => void lines.push(bytes.toString()),
      end: () => undefined,
    });
  }
  return async () => {
    // Events are told in their order: whoever has heard the last one has heard all.
    await asWorker(services, async (ctx) => {
      for (const key of keys) await publish(ctx, { topic: MARK, personId: world.person(key).id });
    });
    await until(async () => Object.values(heard).every((lines) => lines.join('').includes(MARK)));
    // Their numbers count everybody's events, and heartbeats come by the clock.
    const events = (lines: string[]) =>
      lines.filter((line) => !line.startsWith(':')).map((line) => line.replace(/^id: \d+\n/, ''));
    return Object.fromEntries(Object.entries(heard).map(([key, lines]) => [key, events(lines)]));
  };
}

type Heard = Record<string, string[]>;

/** Does all work that waits, and gives the mails of these people. */
export async function mailsOf(world: World, keys: readonly string[]): Promise<Record<string, string[]>> {
  const services = servicesOf(world.test);
  const work = await startWork(services);
  const { sql } = world.test.owner;
  // What waits for its time is due at once, so that both worlds send the same.
  const waiting = async () => {
    await sql`update pgboss.job set start_after = now() where state in ('created', 'retry') and start_after > now()`;
    return sql`select 1 from pgboss.job where state in ('created', 'active', 'retry') limit 1`;
  };
  await until(async () => (await waiting()).length === 0);
  await work.stop();
  const mails = await listMail(`/tmp/${world.test.name}/mail`, 10_000);
  const told = (key: string) => mails.filter(({ to }) => to === world.person(key).email);
  const words = (key: string) => told(key).map(({ kind, subject, text }) => `${kind}: ${subject}\n${text}`);
  return Object.fromEntries(keys.map((key) => [key, words(key).sort()]));
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > end) throw new Error('It did not come to its end.');
    await pause(50);
  }
}
