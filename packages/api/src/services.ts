import { connect, type Database } from '@concord/db/client';
import { type Logger, pino } from 'pino';
import type { Settings } from './env.ts';
import { JobSender } from './jobs/sender.ts';
import { LiveHub } from './realtime/hub.ts';
import { Keyring } from './sealing/keyring.ts';
import { namedByKey } from './sealing/processes.ts';
import { createStorage, type Storage } from './storage/storage.ts';

/** What a process holds open for its whole life. */
export type Services = {
  settings: Settings;
  log: Logger;
  app: Database;
  /** The worker's connection, opened when first asked for: serving processes have no use for it. */
  worker: () => Database;
  keys: Keyring;
  storage: Storage;
  live: LiveHub;
  jobs: JobSender;
  close: () => Promise<void>;
};

/** Opens what a process needs. Nothing connects before it is used. */
export function createServices(settings: Settings): Services {
  const keys = new Keyring(settings.key, settings.previousKeys);
  const app = connect(settings.database.appUrl, {
    max: 12,
    name: namedByKey('concord-app', keys),
    planOnce: true,
  });
  const log = pino({ level: settings.logLevel });
  const live = new LiveHub(app, log);
  const jobs = new JobSender(() => connect(settings.database.appUrl, { max: 1, name: 'concord-jobs' }), log);
  let worker: Database | undefined;
  return {
    settings,
    log,
    app,
    worker: () => {
      worker ??= connect(settings.database.workerUrl, { max: 4, name: 'concord-worker' });
      return worker;
    },
    keys,
    storage: createStorage(settings.storage),
    live,
    jobs,
    close: async () => {
      await live.close();
      await jobs.close();
      await Promise.all([app.close(), worker?.close()]);
    },
  };
}

/** Opens them for one piece of work and closes them however it ends. */
export async function withServices<T>(
  settings: Settings,
  work: (services: Services) => Promise<T>,
): Promise<T> {
  const services = createServices(settings);
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}
