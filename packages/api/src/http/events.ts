import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Actor, inTransaction } from '../context.ts';
import type { From } from '../realtime/live-events.ts';
import type { LiveStream } from '../realtime/streams.ts';
import { type Endpoint, json, requestInfo } from './request.ts';

/** Unsent bytes a browser may be behind; the events it misses it asks for when it connects again. */
const MOST_BEHIND = 256 * 1024;
const RETRY_MS = 2_000;

/** The live stream of a browser: `GET /api/events`, plain server-sent events that carry a topic and ids. */
export const eventsEndpoint: Endpoint = async (services, req, res) => {
  if (req.method !== 'GET') return json(res, 405, { messageKey: 'method' });
  const actor = await inTransaction(services, requestInfo(services, req), async (ctx) => ctx.actor);
  if (!actor) return json(res, 401, { messageKey: 'signedOut' });
  const stream = streamOf(res, actor);
  res.once('close', () => services.live.leave(stream));
  if (res.closed || req.destroyed) return;
  open(res);
  try {
    const joined = await services.live.join(stream, heardFrom(req));
    // Too many streams: the browser is told to wait long before it tries again.
    if (!joined) res.end('retry: 60000\n\n');
    else if (res.closed) services.live.leave(stream);
  } catch (err) {
    services.log.warn({ err }, 'a live stream could not be opened');
    res.end();
  }
};

function streamOf(res: ServerResponse, { personId, sessionId, strength }: Actor): LiveStream {
  return {
    personId,
    sessionId,
    strength,
    write(bytes) {
      if (!res.writable) return;
      res.write(bytes);
      if (res.writableLength > MOST_BEHIND) res.destroy();
    },
    end: () => res.end(),
  };
}

function open(res: ServerResponse): void {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  res.socket?.setNoDelay(true);
  res.write(`retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_MS)}\n\n`);
}

/** Browsers repeat the last id by themselves; our own reconnecting says it in the address, and a first stream its page's age. */
function heardFrom(req: IncomingMessage): From | undefined {
  const asked = new URL(req.url ?? '', 'http://here').searchParams;
  const [last, age] = [req.headers['last-event-id'] ?? asked.get('lastEventId'), asked.get('age')];
  if (typeof last === 'string' && /^\d{1,15}$/.test(last)) return { lastId: Number(last) };
  return age !== null && /^\d{1,15}$/.test(age) ? { ageMs: Number(age) } : undefined;
}
