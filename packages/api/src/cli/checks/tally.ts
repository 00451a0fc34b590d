import { say } from '../verb.ts';
import type { Result, Suite } from './suites.ts';

const SHOWN_LINES = 120;

/** Runs suites, some at a time, with a line for each, and returns them summed. A suite that throws has failed. */
export async function runSuites(suites: readonly Suite[], atOnce: number): Promise<Result> {
  const sum = { passed: 0, failed: 0, output: '' };
  const waiting = [...suites];
  const work = async () => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) {
      const result = await runOne(suite);
      sum.passed += result.passed;
      sum.failed += result.failed;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, work));
  return sum;
}

async function runOne(suite: Suite): Promise<Result> {
  const begun = Date.now();
  const result = await suite.run().catch(crashed);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  if (result.failed > 0) say(`${result.output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')}\n`);
  const sign = result.failed > 0 ? '✗' : '✓';
  say(`${sign} ${suite.name}: ${result.passed} passed, ${result.failed} failed  ${seconds} s`);
  for (const name of result.unsteady ?? []) say(`  ! passed only at a second try: ${name}`);
  return result;
}

function crashed(error: unknown): Result {
  return {
    passed: 0,
    failed: 1,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** The last line of a run: the one true sum. */
export function sayTotal({ passed, failed }: Result): void {
  say(`${passed} passed, ${failed} failed`);
}
