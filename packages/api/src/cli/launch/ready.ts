import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../verb.ts';

const PATIENCE = 120_000;

/** Waits until the portal says it is ready; the signal ends the wait early. */
export async function waitUntilReady(port: number, given: AbortSignal): Promise<void> {
  const until = Date.now() + PATIENCE;
  let last = 'no answer';
  while (Date.now() < until) {
    given.throwIfAborted();
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
        signal: AbortSignal.timeout(5000),
      });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(100);
  }
  throw new Refusal(`The portal did not become ready (${last}).`);
}
