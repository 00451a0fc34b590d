import { join } from 'node:path';
import { personas } from '@concord/db/seed/data/personas';
import { demoPassword } from '@concord/db/seed/data/sign-in';
import type { Settings } from '../env.ts';
import { demoAccounts } from './accounts.ts';
import { buildIsStale, buildPortal } from './launch/build.ts';
import { prepare } from './launch/prepare.ts';
import { clusterKinds, openLog } from './launch/processes.ts';
import { waitUntilReady } from './launch/ready.ts';
import { Supervisor } from './launch/supervise.ts';
import { type Serving, type Undo, untilStopped } from './launch/until-stopped.ts';
import { step } from './steps.ts';
import { Refusal, say, type Verb } from './verb.ts';

/** Starts everything and stays until asked to stop. */
export const verb: Verb = {
  usage: '',
  help: [
    'Starts the database that Concord brings (or uses DATABASE_URL), migrates it, makes the demo alliance at the',
    'first start, builds the portal when its sources changed, and serves it until Ctrl-C.',
    'Settings are environment variables; docs/operations.md lists them.',
  ],
  run: () => untilStopped(start),
};

async function start(undo: Undo, signal: AbortSignal): Promise<Serving> {
  const settings = await prepare(undo, signal);
  if (await buildIsStale()) {
    const log = join(settings.dataDir, 'logs', 'build.log');
    await step('Building the portal', () => buildPortal(log, signal));
  }
  signal.throwIfAborted();
  const serving = await serve(settings, undo, signal);
  say(`\nConcord is ready: ${settings.url.origin}`);
  if (settings.demo) sayDemoSignIns();
  say('Stop it with Ctrl-C.');
  return serving;
}

/** Three people to begin with; the sign-in page offers them, and more, by one click each. */
function sayDemoSignIns(): void {
  const accounts = new Map(demoAccounts().map((one) => [one.key, one]));
  say(`Sign in as (password for all: ${demoPassword}):`);
  for (const persona of ['learner', 'delegate', 'administrator'] as const) {
    const account = accounts.get(personas[persona]);
    if (account)
      say(`  ${persona.padEnd(14)} ${account.email.padEnd(40)} authenticator ${account.totpSecret}`);
  }
  say('Or by one click each on the sign-in page.');
}

async function serve(settings: Settings, undo: Undo, signal: AbortSignal): Promise<Serving> {
  const { path, file } = await openLog(settings.dataDir);
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const supervisor = new Supervisor(say, (reason) => broken.reject(new Refusal(`${reason} See ${path}.`)));
  undo.push(
    () => file.close(),
    () => supervisor.stop(),
  );
  await step('Starting the portal', async () => {
    for (const kind of clusterKinds(settings, file.fd)) supervisor.keep(kind);
    await Promise.race([waitUntilReady(settings, signal), broken.promise]);
  });
  supervisor.steady();
  return { broken: broken.promise };
}
