/** What a stream tells its listeners: a message as it came, or that it is open again after a gap. */
export type StreamNews = { kind: 'message'; data: string } | { kind: 'resumed' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Holds the one event stream of this browser open. The browser reconnects by itself after a cut; after an answer
 * that is no stream (a restart, a proxy's error) it gives up, and we try again, ever more slowly. What happened between
 * `since`, when the page was asked for, and the stream's opening is told too.
 */
export function holdStream(tell: (news: StreamNews) => void, since: number): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let interrupted = false;
  let last = '';

  function open() {
    const from = last ? `lastEventId=${encodeURIComponent(last)}` : `age=${Math.round(Date.now() - since)}`;
    source = new EventSource(`/api/events?${from}`);
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
      if (interrupted) tell({ kind: 'resumed' });
      interrupted = false;
    };
    source.onmessage = (message) => {
      last = message.lastEventId;
      tell({ kind: 'message', data: message.data });
    };
    source.onerror = () => {
      interrupted = true;
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  }

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
