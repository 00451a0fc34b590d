import type { Logger } from 'pino';

/** Work done again and again, one run at a time, until stopped. */
export interface Loop {
  /** Waits for the run under way. */
  stop(): Promise<void>;
}

/** Runs `work` every so often; a failure is logged, and the pause grows while it goes on. */
export function repeat(name: string, everyMs: number, log: Logger, work: () => Promise<unknown>): Loop {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let failures = 0;
  let running = Promise.resolve();
  const run = async () => {
    try {
      await work();
      failures = 0;
    } catch (err) {
      failures += 1;
      log.error({ err, failures }, `${name} failed`);
    }
    if (!stopped)
      timer = setTimeout(begin, Math.min(everyMs * 2 ** Math.min(failures, 6), Math.max(everyMs, 60_000)));
  };
  const begin = () => {
    running = run();
  };
  begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
