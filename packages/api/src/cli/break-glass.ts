import { connect } from '@concord/db/client';
import { withInstallation } from './launch/installation.ts';
import { EXIT, say, UsageError, type Verb } from './verb.ts';

/** Lets administrators break the glass of threads, or no longer: what is open closes at once. */
export const verb: Verb = {
  usage: 'on | off',
  help: [
    'Whether an administrator may read a thread they are no member of, for some hours and seen by all its members. Off ends',
    'at once what is open.',
  ],
  values: [1, 1],
  async run({ values: [wish] }) {
    if (wish !== 'on' && wish !== 'off') throw new UsageError('Say on or off.');
    await withInstallation(async ({ database }) => {
      const worker = connect(database.workerUrl, { max: 1, name: 'concord-setting' });
      try {
        await worker.sql`update system_setting set break_glass = ${wish === 'on'}`;
      } finally {
        await worker.close();
      }
    });
    say(wish === 'on' ? 'Glass may be broken.' : 'No glass can be broken; none is open.');
    return EXIT.ok;
  },
};
