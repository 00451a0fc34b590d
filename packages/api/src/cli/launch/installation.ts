import { withEmbedded } from '@concord/db/embedded';
import { loadOpenSettings, type OpenSettings, type Settings, withDatabase } from '../../env.ts';
import { ownSecrets } from '../../settings/secrets.ts';
import { Refusal } from '../verb.ts';

/** Does one piece of work on this installation: on the running embedded database, one started for it, or DATABASE_URL. */
export async function withInstallation<T>(work: (settings: Settings) => Promise<T>): Promise<T> {
  const { settings: open } = await loadOpenSettings();
  if (!open.embedded) return work(complete(open));
  return withEmbedded({ dataDir: open.dataDir }, async (ownerUrl) =>
    work(withDatabase(open, ownerUrl, await ownSecrets(open.dataDir))),
  );
}

/** Settings that name their own database are complete already. */
export function complete(open: OpenSettings): Settings {
  if ('database' in open && 'secret' in open) return open as Settings;
  throw new Refusal('DATABASE_URL is missing.');
}

/** The owner's address, for what only the owner may do. */
export function ownerUrlOf(settings: Settings): string {
  if (settings.database.ownerUrl !== undefined) return settings.database.ownerUrl;
  throw new Refusal('DATABASE_URL is missing: this needs the owner of the database, not only its roles.');
}
