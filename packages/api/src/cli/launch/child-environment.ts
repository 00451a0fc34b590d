import { ownEnvironment, type Settings } from '../../env.ts';

/** Held back from the processes that answer the network: they have no use for the owner's password. */
const HELD_BACK = [
  'DATABASE_URL',
  'DATABASE_URL_FILE',
  'CONCORD_SECRET_FILE',
  'CONCORD_KEY_FILE',
  'CONCORD_KEY_PREVIOUS_FILE',
];
const ROLE_FILES = ['DATABASE_APP_URL_FILE', 'DATABASE_WORKER_URL_FILE', 'DATABASE_SEALER_URL_FILE'];

/** The environment of a web or worker process: the same settings, spelled out. */
export function childEnvironment(
  settings: Settings,
  mode: 'production' | 'development',
): Record<string, string> {
  const inherited = Object.entries(ownEnvironment()).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && ![...HELD_BACK, ...ROLE_FILES, 'NODE_CHANNEL_FD'].includes(entry[0]),
  );
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: mode,
    PORT: String(settings.port),
    CONCORD_URL: settings.url.origin,
    CONCORD_CONTENT_URL: settings.contentUrl.origin,
    ...(settings.host === undefined ? {} : { CONCORD_HOST: settings.host }),
    CONCORD_DATA: settings.dataDir,
    CONCORD_DEMO: settings.demo ? 'on' : 'off',
    CONCORD_SECRET: settings.secret.toString('base64'),
    CONCORD_KEY: settings.key.toString('base64'),
    CONCORD_KEY_PREVIOUS: settings.previousKeys.map((key) => key.toString('base64')).join(' '),
    DATABASE_APP_URL: settings.database.appUrl,
    DATABASE_WORKER_URL: settings.database.workerUrl,
    DATABASE_SEALER_URL: settings.database.sealerUrl,
  };
}
