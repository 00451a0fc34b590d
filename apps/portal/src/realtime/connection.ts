import { type LiveEvent, readEvent } from './events.ts';
import { holdStream, type StreamNews } from './stream.ts';

type Listener = (event: LiveEvent) => void;

/** A page is made a moment before it listens: what is told in between it hears when it does. */
const JUST_NOW_MS = 3_000;

const listeners = new Map<string, Set<Listener>>();
/** When something was last told under a topic nobody listened to yet. */
const unheard = new Map<string, number>();
let connected = false;

/** Hears what happens under a topic, until the returned function is called. */
export function listen(topic: string, listener: Listener): () => void {
  const of = listeners.get(topic) ?? new Set();
  listeners.set(topic, of.add(listener));
  if ((unheard.get(topic) ?? 0) > Date.now() - JUST_NOW_MS) listener({ topic, ids: [], resumed: true });
  unheard.delete(topic);
  connect();
  return () => {
    of.delete(listener);
    if (of.size === 0) listeners.delete(topic);
  };
}

function connect(): void {
  if (connected) return;
  connected = true;
  const close = typeof SharedWorker === 'undefined' ? holdStream(pass, performance.timeOrigin) : joinWorker();
  // A page kept for the back button holds no stream; it joins again when it is shown again.
  window.addEventListener('pagehide', () => hangUp(close), { once: true });
  window.addEventListener('pageshow', rejoin);
}

/** A worker for each person: whoever signs in next in this browser does not hear the last one's stream. */
function joinWorker(): () => void {
  const name = `concord-live-${document.documentElement.dataset.person ?? ''}`;
  const worker = new SharedWorker(new URL('./live-worker.ts', import.meta.url), { name, type: 'module' });
  worker.port.onmessage = (message: MessageEvent<StreamNews>) => pass(message.data);
  worker.port.postMessage(performance.timeOrigin);
  return () => worker.port.postMessage('leave');
}

function hangUp(close: () => void) {
  close();
  connected = false;
}

function rejoin(event: PageTransitionEvent) {
  if (!event.persisted || listeners.size === 0) return;
  connect();
  pass({ kind: 'resumed' });
}

function pass(news: StreamNews) {
  if (news.kind === 'resumed') {
    for (const [topic, of] of listeners)
      for (const listener of of) listener({ topic, ids: [], resumed: true });
    return;
  }
  const event = readEvent(news.data);
  if (!event) return;
  for (const listener of listeners.get(event.topic) ?? []) listener(event);
  if (!listeners.has(event.topic)) keepUnheard(event.topic);
}

function keepUnheard(topic: string) {
  const now = Date.now();
  for (const [other, at] of unheard) if (at < now - JUST_NOW_MS) unheard.delete(other);
  unheard.set(topic, now);
}
