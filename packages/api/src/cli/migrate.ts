import { migrate } from '@concord/db/migrate';
import { rolePasswords } from '../settings/secrets.ts';
import { ownerUrlOf, withInstallation } from './launch/installation.ts';
import { step } from './steps.ts';
import { EXIT, type Verb } from './verb.ts';

/** Brings the database to this version. */
export const verb: Verb = {
  usage: '',
  help: [
    'Runs the migrations that have not run yet, as the owner of the database, and sets the passwords of the roles',
    'Concord connects as. Run again, it changes nothing.',
  ],
  async run() {
    await withInstallation((settings) =>
      step('Migrating', ({ note }) =>
        migrate({ ownerUrl: ownerUrlOf(settings), passwords: rolePasswords(settings.secret), log: note }),
      ),
    );
    return EXIT.ok;
  },
};
