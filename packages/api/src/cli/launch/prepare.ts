import { startEmbedded } from '@concord/db/embedded';
import { migrate } from '@concord/db/migrate';
import { loadOpenSettings, type OpenSettings, type Settings, withDatabase } from '../../env.ts';
import { seedDemo } from '../../seed/demo.ts';
import { withServices } from '../../services.ts';
import { ownSecrets, rolePasswords } from '../../settings/secrets.ts';
import { assertKeysKept } from '../doctor/keys.ts';
import { step } from '../steps.ts';
import { say } from '../verb.ts';
import { complete } from './installation.ts';
import { assertPortFree } from './ports.ts';
import { claimDataFolder } from './running.ts';
import type { Undo } from './until-stopped.ts';

/** Everything before the portal: the data folder is ours, the ports are free, the database runs and is migrated. */
export async function prepare(undo: Undo, signal: AbortSignal): Promise<Settings> {
  const { settings: open, moved } = await loadOpenSettings();
  undo.push(await claimDataFolder(open.dataDir, open.url.origin));
  await assertPortFree(open.port, 'Choose another one: PORT=3100 npm start');
  await assertPortFree(open.contentPort, 'Choose another one with PORT or CONCORD_CONTENT_URL.');
  if (moved) say(`Data: ${open.dataDir} (root's database account cannot reach the checkout)`);
  const settings = await openDatabase(open, undo);
  signal.throwIfAborted();
  await prepareData(settings);
  signal.throwIfAborted();
  return settings;
}

async function openDatabase(open: OpenSettings, undo: Undo): Promise<Settings> {
  if (!open.embedded) return complete(open);
  let tell: (line: string) => void = say;
  const database = await step('Starting the database', ({ note }) => {
    tell = note;
    return startEmbedded({ dataDir: open.dataDir, log: (line) => tell(line) });
  });
  tell = say;
  undo.push(() => database.stop());
  return withDatabase(open, database.ownerUrl, await ownSecrets(open.dataDir));
}

/** The owner migrates; an installation that keeps the owner's password elsewhere runs `migrate` there. */
async function prepareData(settings: Settings): Promise<void> {
  const { ownerUrl } = settings.database;
  if (ownerUrl !== undefined)
    await step('Migrating', ({ note }) =>
      migrate({ ownerUrl, passwords: rolePasswords(settings.secret), log: note }),
    );
  await assertKeysKept(settings);
  if (ownerUrl === undefined || !settings.demo) return;
  await step('Making the demo alliance', () => withServices(settings, seedDemo));
}
