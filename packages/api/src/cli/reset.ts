import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresAt } from '@concord/db/address';
import { migrate } from '@concord/db/migrate';
import { loadOpenSettings, type OpenSettings } from '../env.ts';
import { setHeadsAside } from '../record/heads.ts';
import { rolePasswords } from '../settings/secrets.ts';
import { complete, ownerUrlOf } from './launch/installation.ts';
import { claimDataFolder } from './launch/running.ts';
import { step } from './steps.ts';
import { EXIT, say, UsageError, type Verb } from './verb.ts';

/** What an embedded installation holds; its secrets and logs stay. */
const HELD = [
  'postgres',
  'postgres.new',
  'postgres.json',
  'postgres.owner.json',
  'postgres.log',
  'files',
  'mail',
  'record-heads.jsonl',
];

/** Throws away everything an installation holds. */
export const verb: Verb = {
  usage: '--yes',
  help: [
    'Deletes the whole database, the files on disk and unsent mail. Nothing can bring them back but a backup.',
    'Files in S3 stay and have to be deleted there. Concord must not be running on the same data folder.',
  ],
  options: { yes: { type: 'boolean' } },
  async run({ flags }) {
    if (!flags.yes) throw new UsageError('This deletes everything. Say --yes if that is what you want.');
    const { settings } = await loadOpenSettings();
    const release = await claimDataFolder(settings.dataDir, settings.url.origin);
    try {
      await (settings.embedded ? resetEmbedded(settings) : resetExternal(settings));
      await setHeadsAside(settings.dataDir);
    } finally {
      await release();
    }
    if (settings.storage.kind === 's3')
      say(`The files in the bucket ${settings.storage.bucket} are still there.`);
    return EXIT.ok;
  },
};

async function resetEmbedded({ dataDir }: OpenSettings): Promise<void> {
  await step(`Deleting what ${dataDir} holds`, async () => {
    for (const name of HELD) await rm(join(dataDir, name), { recursive: true, force: true });
  });
  say('The next start makes everything anew.');
}

async function resetExternal(open: OpenSettings): Promise<void> {
  const settings = complete(open);
  const ownerUrl = ownerUrlOf(settings);
  await step('Deleting what the database holds', async () => {
    const sql = postgresAt(ownerUrl, { max: 1, onnotice: () => undefined });
    try {
      await sql.unsafe(
        'drop schema if exists public, drizzle, pgboss, concord cascade; create schema public',
      );
    } finally {
      await sql.end();
    }
    if (settings.storage.kind === 'disk') await rm(settings.storage.folder, { recursive: true, force: true });
    for (const name of ['mail', 'record-heads.jsonl']) {
      await rm(join(settings.dataDir, name), { recursive: true, force: true });
    }
  });
  await step('Migrating', ({ note }) =>
    migrate({ ownerUrl, passwords: rolePasswords(settings.secret), log: note }),
  );
}
