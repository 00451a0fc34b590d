import { step } from '../steps.ts';
import { EXIT, Refusal } from '../verb.ts';
import { askedToStop } from './signals.ts';

/** What has to be undone when Concord stops; the newest is undone first. */
export type Undo = (() => Promise<unknown>)[];

/** Rejected when something can no longer be kept running; wrapped, so that awaiting the start does not await it. */
export interface Serving {
  broken: Promise<never>;
}

/** Starts something, stays until asked to stop, and undoes everything in order, whatever happened. */
export async function untilStopped(
  start: (undo: Undo, signal: AbortSignal) => Promise<Serving>,
): Promise<number> {
  const stopping = new AbortController();
  const stopped = askedToStop().then(() =>
    stopping.abort(new Refusal('Stopped before the start was complete.')),
  );
  const undo: Undo = [];
  try {
    const { broken } = await start(undo, stopping.signal);
    await Promise.race([stopped, broken]);
    return EXIT.ok;
  } finally {
    if (undo.length > 0) {
      await step('Stopping', async () => {
        for (const put of undo.reverse()) await put();
      });
    }
  }
}
