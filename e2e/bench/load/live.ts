import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../measure/percentile.ts';
import type { Outcome } from './main.ts';
import { post, signedIn, type Targets } from './works.ts';

const PAUSE = 250;
const SETTLE = 3_000;

/** When each reader heard of each contribution, by its id. */
type Heard = Map<string, number[]>;

/**
 * Readers with an open stream each, while one person after the other posts into one thread. What counts is the time
 * from sending a contribution to a reader's hearing of it, over all readers and posts.
 */
export async function listen(
  targets: Targets,
  { readers, posts }: { readers: number; posts: number },
): Promise<Outcome> {
  const heard: Heard = new Map();
  const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const streams = [];
  for (let index = 0; index < readers; index += 1) {
    streams.push(openStream(targets, { index: 16 + index, agent, heard }));
    if (index % 50 === 49) await Promise.all(streams.slice(-50));
  }
  await Promise.all(streams);
  await sleep(SETTLE);
  const begun = performance.now();
  const sent = await postInTurn(targets, posts);
  await sleep(SETTLE);
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  const times = [...sent]
    .flatMap(([id, at]) => (heard.get(id) ?? []).map((time) => time - at))
    .toSorted((a, b) => a - b);
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

async function postInTurn(targets: Targets, posts: number): Promise<Map<string, number>> {
  const sent = new Map<string, number>();
  const writers = Array.from({ length: 4 }, (_, index) => signedIn(targets, index));
  const thread = targets.seeded.consultation.threads[0] ?? '';
  for (let count = 0; count < posts; count += 1) {
    const writer = writers[count % writers.length];
    if (!writer) break;
    const at = performance.now();
    sent.set(await post(writer, thread), at);
    await sleep(PAUSE);
  }
  for (const writer of writers) writer.close();
  return sent;
}

function openStream(
  targets: Targets,
  { index, agent, heard }: { index: number; agent: http.Agent; heard: Heard },
): Promise<void> {
  const token = targets.seeded.readers[index]?.token ?? '';
  return new Promise((resolve, reject) => {
    const request = http.get(
      new URL('/api/events', targets.portal),
      { agent, headers: { cookie: `${targets.sessionCookie}=${token}`, accept: 'text/event-stream' } },
      (response) => {
        if (response.statusCode !== 200) return reject(new Error(`/api/events: ${response.statusCode}`));
        resolve();
        let rest = '';
        response.setEncoding('utf8');
        response.on('error', () => undefined);
        response.on('data', (text: string) => {
          rest = note(rest + text, heard);
        });
      },
    );
    request.on('error', (error) => reject(error));
  });
}

/** Notes each whole event's contribution; gives back what is not whole yet. */
function note(text: string, heard: Heard): string {
  const parts = text.split('\n\n');
  const now = performance.now();
  for (const part of parts.slice(0, -1)) {
    const id = /"topic":"thread:[^"]+","ids":\["([0-9a-f-]{36})"/.exec(part)?.[1];
    if (!id) continue;
    const times = heard.get(id);
    if (times) times.push(now);
    else heard.set(id, [now]);
  }
  return parts.at(-1) ?? '';
}
