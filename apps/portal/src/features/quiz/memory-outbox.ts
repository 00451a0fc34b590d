import type { Entry, Outbox } from './outbox.ts';

/** An outbox that lasts as long as its tab: where the browser refuses to keep anything. */
export function memoryOutbox(held = new Map<string, Entry>()): Outbox {
  return {
    all: async () => new Map([...held].sort(([, one], [, other]) => one.sequence - other.sequence)),
    put: async (key, entry) => {
      const waiting = held.get(key);
      if (!waiting || waiting.sequence < entry.sequence) held.set(key, entry);
    },
    settle: async (key, sequence) => {
      const waiting = held.get(key);
      if (waiting && waiting.sequence <= sequence) held.delete(key);
    },
  };
}
