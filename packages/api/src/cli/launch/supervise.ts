import type { ChildProcess } from 'node:child_process';

/** A kind of process that must always be running. */
export interface Kind {
  name: string;
  start(): ChildProcess;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
const STEADY = 60_000;
const PATIENCE = 15_000;
const HOPELESS = 3;

/** Keeps processes running: one that ends is started again, at once if it had run well, more slowly each time it ends early. */
export class Supervisor {
  readonly #children = new Map<ChildProcess, Kind>();
  readonly #renewed = new WeakSet<ChildProcess>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #say: (line: string) => void;
  readonly #giveUp: (reason: string) => void;
  readonly #steadyAfter: number;
  #stopping = false;
  #steady = false;

  constructor(say: (line: string) => void, giveUp: (reason: string) => void, steadyAfter = STEADY) {
    this.#say = say;
    this.#giveUp = giveUp;
    this.#steadyAfter = steadyAfter;
  }

  /** Starts a process and from then on keeps it. */
  keep(kind: Kind, failures = 0): void {
    if (this.#stopping) return;
    const begun = Date.now();
    const child = kind.start();
    this.#children.set(child, kind);
    let ended = false;
    const end = (how: string) => {
      if (ended) return;
      ended = true;
      this.#children.delete(child);
      if (this.#renewed.has(child)) this.keep(kind);
      else if (!this.#stopping)
        this.#again(kind, how, Date.now() - begun > this.#steadyAfter ? 0 : failures + 1);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(signal ?? `code ${code}`));
  }

  /** From now on a process that keeps ending is restarted for ever; before, it means that the start failed. */
  steady(): void {
    this.#steady = true;
  }

  /** Lets every process finish and starts it anew, from the sources that are there then. */
  renew(): void {
    for (const child of this.#children.keys()) {
      this.#renewed.add(child);
      void stopChild(child);
    }
  }

  /** Asks every process to finish what it does and waits; what does not end in time is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const timer of this.#timers) clearTimeout(timer);
    const children = [...this.#children.keys()];
    await Promise.all(children.map((child) => stopChild(child)));
  }

  #again(kind: Kind, how: string, failures: number): void {
    if (!this.#steady && failures >= HOPELESS) {
      this.#giveUp(`The ${kind.name} process ended ${HOPELESS} times while starting (${how}).`);
      return;
    }
    const pause = failures === 0 ? 0 : Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
    const when = pause === 0 ? 'at once' : `in ${pause / 1000} s`;
    this.#say(`The ${kind.name} process ended (${how}); it starts again ${when}.`);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.keep(kind, failures);
    }, pause);
    this.#timers.add(timer);
  }
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
