import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenSettings } from '../../env.ts';
import { Refusal } from '../verb.ts';

const PATIENCE = 120_000;

/** Waits until the portal says it is ready; the signal ends the wait early. */
export async function waitUntilReady({ port, host }: OpenSettings, given: AbortSignal): Promise<void> {
  // An interface of its own is asked at its address, any other at this machine's.
  const name = host === undefined || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const address = `http://${name.includes(':') ? `[${name}]` : name}:${port}/api/health/ready`;
  const until = Date.now() + PATIENCE;
  let last = 'no answer';
  while (Date.now() < until) {
    given.throwIfAborted();
    try {
      const answer = await fetch(address, {
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
