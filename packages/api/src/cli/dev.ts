import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../env.ts';
import { checkout } from './launch/places.ts';
import { prepare } from './launch/prepare.ts';
import { devKinds } from './launch/processes.ts';
import { waitUntilReady } from './launch/ready.ts';
import { Supervisor } from './launch/supervise.ts';
import { type Serving, type Undo, untilStopped } from './launch/until-stopped.ts';
import { Refusal, say, type Verb } from './verb.ts';

/** The portal for who writes it. */
export const verb: Verb = {
  usage: '',
  help: [
    'Serves the portal with pages that reload as they are written; a change in packages/ restarts the process that',
    'uses it. Data is in .concord, or CONCORD_DATA.',
  ],
  run: () =>
    untilStopped(async (undo, signal) => {
      const settings = await prepare(undo, signal);
      return serve(settings, undo, signal);
    }),
};

async function serve(settings: Settings, undo: Undo, signal: AbortSignal): Promise<Serving> {
  const broken = Promise.withResolvers<never>();
  const supervisor = new Supervisor(say, (reason) => broken.reject(new Refusal(reason)));
  undo.push(() => supervisor.stop());
  for (const kind of devKinds(settings)) supervisor.keep(kind);
  await Promise.race([waitUntilReady(settings, signal), broken.promise]);
  supervisor.steady();
  watchSources(undo, () => supervisor.renew());
  say(`\nConcord is ready for you: ${settings.url.origin}\n`);
  return { broken: broken.promise };
}

/** What Node runs as it is written; everything else of the portal is reloaded by Next. */
const WATCHED = ['packages/api/src', 'packages/db/src', 'apps/portal/src/server'];
const QUIET = 300;

function watchSources(undo: Undo, changed: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of WATCHED) {
    const watcher = watch(join(checkout, folder), { recursive: true }, (_, name) => {
      if (!name?.endsWith('.ts') || name.endsWith('.test.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(changed, QUIET);
    });
    undo.push(async () => watcher.close());
  }
}
