import { connect } from '@concord/db/client';
import { retryFailedJobs } from '../jobs/failed.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, say, sayJson, type Verb } from './verb.ts';

/** Gives up on giving up: failed jobs are tried once more. */
export const verb: Verb = {
  usage: '[--json]',
  help: [
    'Tries every job that was given up once more, such as mail that a server refused. Run doctor first: it shows them',
    'and what they said. With --json an object {retried}.',
  ],
  options: { json: { type: 'boolean' } },
  async run({ flags }) {
    const retried = await withInstallation(async ({ database }) => {
      const worker = connect(database.workerUrl, { max: 1, name: 'concord-jobs' });
      try {
        return await retryFailedJobs(worker.sql);
      } finally {
        await worker.close();
      }
    });
    if (flags.json) sayJson({ retried });
    else say(retried === 0 ? 'No job was given up.' : `${retried} will be tried once more.`);
    return EXIT.ok;
  },
};
