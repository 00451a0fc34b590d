import { loadOpenSettings } from '../env.ts';
import { Keyring } from '../sealing/keyring.ts';
import { replaceOwnKey } from '../settings/secrets.ts';
import { EXIT, Refusal, say, sayJson, type Verb } from './verb.ts';

/** Makes the next content key of an installation with its own database. */
export const verb: Verb = {
  usage: '[--json]',
  help: [
    'Makes a new content key in secrets.json; the present one stays beside it as a previous one. Restart the portal, then run',
    'keys rotate. With DATABASE_URL the key is yours to make: set CONCORD_KEY, and the old one in CONCORD_KEY_PREVIOUS.',
    'With --json an object {key, previous}.',
  ],
  options: { json: { type: 'boolean' } },
  async run({ flags }) {
    const { settings } = await loadOpenSettings();
    if (!settings.embedded) {
      throw new Refusal(
        'The keys are settings here: make one with openssl rand -base64 32, set CONCORD_KEY to it, and put the old one in CONCORD_KEY_PREVIOUS.',
      );
    }
    const { key, previousKeys } = await replaceOwnKey(settings.dataDir);
    const [present, ...previous] = new Keyring(key, previousKeys).known;
    if (flags.json) sayJson({ key: present, previous });
    else {
      say(`Key ${present} seals from the next start on; ${previous.join(', ')} opens what is there.`);
      say(
        'Copy secrets.json to where your backups are, restart the portal, then run: npm run concord -- keys rotate',
      );
    }
    return EXIT.ok;
  },
};
