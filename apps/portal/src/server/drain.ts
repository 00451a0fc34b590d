import type { Server, ServerResponse } from 'node:http';

/** The least wait of a browser whose stream was ended by a stop, in milliseconds. */
const AGAIN_MS = 300;

/** Answers under way, so that a stop can let them finish and end the streams that never would. */
export class Traffic {
  readonly #answers = new Set<ServerResponse>();
  readonly #streams = new Set<ServerResponse>();

  /** Counts an answer until its connection is done with it. */
  watch(response: ServerResponse, stream: boolean): void {
    const set = stream ? this.#streams : this.#answers;
    set.add(response);
    response.once('close', () => set.delete(response));
  }

  /** Ends the live streams: their browsers connect again, to another process or to the next one, soon and not all in one moment. */
  endStreams(): void {
    for (const response of this.#streams) {
      if (response.headersSent) response.write(`retry: ${Math.round(AGAIN_MS * (1 + Math.random()))}\n\n`);
      response.end();
    }
  }

  /** Resolves when no answer is under way, or when patience runs out. */
  async settled(patienceMs: number): Promise<void> {
    const until = Date.now() + patienceMs;
    while (this.#answers.size > 0 && Date.now() < until) await sleep(25);
  }
}

/** Stops accepting, lets answers finish, and closes what is left. */
export async function drain(servers: readonly Server[], traffic: Traffic, patienceMs: number): Promise<void> {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  traffic.endStreams();
  for (const server of servers) server.closeIdleConnections();
  await traffic.settled(patienceMs);
  for (const server of servers) server.closeAllConnections();
  await Promise.all(closed);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
