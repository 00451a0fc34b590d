import { asWorker } from '../context.ts';
import type { Settings } from '../env.ts';
import { existingRecordKeys, rotateRecordKey } from '../record/keys.ts';
import { record } from '../record/record.ts';
import { withServices } from '../services.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, say, sayJson, type Verb } from './verb.ts';

/** Signs the record with a new key from now on. */
export const verb: Verb = {
  usage: '[--json]',
  help: [
    'Makes a new key that signs the heads of the record and decisions; the next is signed with it. The old private key is gone,',
    'its public half stays, so that old heads are still verified. Copy record-key.json to your backup afterwards. The',
    'change is an entry of the record. With --json an object {from, to}.',
  ],
  options: { json: { type: 'boolean' } },
  async run({ flags }) {
    const changed = await withInstallation(rotate);
    if (flags.json) sayJson(changed);
    else {
      say(
        `The record is signed with key ${changed.to} from now on${changed.from ? `, not ${changed.from}` : ''}.`,
      );
      say('Copy record-key.json to where your backups are.');
    }
    return EXIT.ok;
  },
};

/** Replaces the key and writes it down; on a fresh installation the first key is made. */
export function rotate(settings: Settings): Promise<{ from: string | null; to: string }> {
  return withServices(settings, async (services) => {
    const from = (await existingRecordKeys(settings.dataDir))?.id ?? null;
    const to = (await rotateRecordKey(settings.dataDir)).id;
    await asWorker(services, (ctx) =>
      record(ctx, { action: 'record.rotateKey', subject: 'record', details: { from, to } }),
    );
    return { from, to };
  });
}
