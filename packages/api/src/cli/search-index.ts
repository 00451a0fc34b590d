import { setSearchIndex } from '../features/search/reindex.ts';
import { withServices } from '../services.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, Refusal, say, sayJson, UsageError, type Verb } from './verb.ts';

/** Says whether words of a level may stand in the clear in the search index. */
export const verb: Verb = {
  usage: '<level> on | off [--json]',
  help: [
    'A level whose index is on keeps its words in the clear, so that search finds them at once. Off takes every word of the',
    'level out; its threads are then searched by opening them one by one. On brings in what is there, in batches; for a level',
    'that is on already, what lacks. The level is its code, such as R. With --json an object {level, on, entries, parts,',
    'meetings}.',
  ],
  options: { json: { type: 'boolean' } },
  values: [2, 2],
  async run({ flags, values: [code = '', wish] }) {
    if (wish !== 'on' && wish !== 'off') throw new UsageError('Say on or off.');
    const done = await withInstallation((settings) =>
      withServices(settings, (services) =>
        setSearchIndex(services, code, wish === 'on').catch((error: Error) => {
          if (error.name === 'AppError') throw new Refusal(`There is no level "${code}".`);
          throw error;
        }),
      ),
    );
    if (flags.json) sayJson(done);
    else if (done.on)
      say(
        `Words of ${code} stand in the index: ${done.entries} entries, ${done.parts} parts and ${done.meetings} meetings were looked at.`,
      );
    else say(`No word of ${code} is left in the index. Its threads are searched one by one.`);
    return EXIT.ok;
  },
};
