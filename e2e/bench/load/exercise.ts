import http from 'node:http';
import { percentile } from '../measure/percentile.ts';

/** Who listens to which team, and at which instants (ms since 1970) something of it is due. */
export interface ListenOrder {
  portal: string;
  sessionCookie: string;
  people: { token: string; team: number }[];
  /** For each team, the instants at which something of it becomes due, in order. */
  dues: number[][];
  until: number;
}

export interface Heard {
  people: number;
  count: number;
  missed: number;
  reconnected: number;
  /** Why streams were opened again, and how often. */
  why: Record<string, number>;
  p50: number;
  p95: number;
  p99: number;
  most: number;
}

process.on('message', (order: ListenOrder) => {
  void listen(order).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

/** Says that everybody is connected before the first thing is due, then counts how late each of them hears. */
async function listen(order: ListenOrder): Promise<Heard> {
  const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const listeners = order.people.map(({ token, team }) => new Listener(order, agent, { token, team }));
  for (let index = 0; index < listeners.length; index += 50)
    await Promise.all(listeners.slice(index, index + 50).map((one) => one.open()));
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, order.until - Date.now())));
  for (const one of listeners) one.close();
  agent.destroy();
  const late = listeners.flatMap((one) => one.lateness()).toSorted((a, b) => a - b);
  const wanted = order.people.reduce((sum, { team }) => sum + (order.dues[team]?.length ?? 0), 0);
  return {
    people: listeners.length,
    count: late.length,
    missed: wanted - late.length,
    reconnected: listeners.reduce((sum, one) => sum + one.reconnected, 0),
    why: reasons(listeners),
    ...{ p50: percentile(late, 50), p95: percentile(late, 95), p99: percentile(late, 99) },
    most: late.at(-1) ?? 0,
  };
}

function reasons(listeners: readonly Listener[]): Record<string, number> {
  const all = Map.groupBy(
    listeners.flatMap((one) => one.why),
    (why) => why,
  );
  return Object.fromEntries([...all].map(([why, times]) => [why, times.length]));
}

/** A browser's stream: opened again as the server said after it broke, from the last event heard. */
class Listener {
  reconnected = 0;
  readonly why: string[] = [];
  readonly #heard: number[] = [];
  readonly #order: ListenOrder;
  readonly #agent: http.Agent;
  readonly #who: { token: string; team: number };
  #request: http.ClientRequest | undefined;
  #retry = 2_000;
  #last = '';
  #closed = false;

  constructor(order: ListenOrder, agent: http.Agent, who: { token: string; team: number }) {
    this.#order = order;
    this.#agent = agent;
    this.#who = who;
  }

  open(): Promise<void> {
    return new Promise((resolve) => {
      const { portal, sessionCookie } = this.#order;
      const headers = {
        cookie: `${sessionCookie}=${this.#who.token}`,
        accept: 'text/event-stream',
        ...(this.#last ? { 'last-event-id': this.#last } : {}),
      };
      const again = (why: string) => {
        resolve();
        if (this.#closed || this.#request !== request) return;
        this.why.push(`${why} after ${this.#retry >= 60_000 ? 'too many' : 'a wait'}`);
        this.#request = undefined;
        this.reconnected += 1;
        setTimeout(() => void (this.#closed ? undefined : this.open()), this.#retry);
      };
      const request = http.get(
        new URL('/api/events', portal),
        { agent: this.#agent, headers },
        (response) => {
          if (response.statusCode !== 200) {
            response.resume();
            return again(`status ${response.statusCode}`);
          }
          resolve();
          let rest = '';
          response.setEncoding('utf8');
          response.on('data', (text: string) => {
            rest = this.#note(rest + text);
          });
          response.on('close', () => again('ended'));
          response.on('error', () => undefined);
        },
      );
      this.#request = request;
      request.on('error', (error) => again(error.message.split(' ')[1] ?? 'error'));
    });
  }

  close(): void {
    this.#closed = true;
    this.#request?.destroy();
  }

  #note(text: string): string {
    const parts = text.split('\n\n');
    const now = Date.now();
    for (const part of parts.slice(0, -1)) {
      this.#retry = Number(/^retry: (\d+)$/m.exec(part)?.[1] ?? this.#retry);
      this.#last = /^id: (\d+)$/m.exec(part)?.[1] ?? this.#last;
      if (part.includes('"topic":"exercise-team:')) this.#heard.push(now);
    }
    return parts.at(-1) ?? '';
  }

  /** For each instant at which something was due, how long until the next word of it. */
  lateness(): number[] {
    let next = 0;
    return (this.#order.dues[this.#who.team] ?? []).flatMap((due) => {
      while (next < this.#heard.length && (this.#heard[next] ?? 0) < due) next += 1;
      const at = this.#heard[next];
      return at === undefined ? [] : [at - due];
    });
  }
}
