import { systemSettings } from '@concord/db/schema/markings';
import { ne } from 'drizzle-orm';
import { asWorker } from '../context.ts';
import type { Settings } from '../env.ts';
import { record } from '../record/record.ts';
import { withServices } from '../services.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, say, sayJson, UsageError, type Verb } from './verb.ts';

/** Lets administrators break the glass of threads, or no longer: what is open closes at once. */
export const verb: Verb = {
  usage: 'on | off [--json]',
  help: [
    'Whether an administrator may read a thread they are no member of, for some hours and seen by all its members. Off ends',
    'at once what is open. The change is an entry of the record. With --json an object {allowed, changed}.',
  ],
  options: { json: { type: 'boolean' } },
  values: [1, 1],
  async run({ flags, values: [wish] }) {
    if (wish !== 'on' && wish !== 'off') throw new UsageError('Say on or off.');
    const done = await withInstallation((settings) => turnGlass(settings, wish === 'on'));
    if (flags.json) sayJson(done);
    else say(done.allowed ? 'Glass may be broken.' : 'No glass can be broken; none is open.');
    return EXIT.ok;
  },
};

/** Turns it on or off and writes that down; what is so already changes nothing. */
export function turnGlass(
  settings: Settings,
  allowed: boolean,
): Promise<{ allowed: boolean; changed: boolean }> {
  return withServices(settings, (services) =>
    asWorker(services, async (ctx) => {
      const rows = await ctx.tx
        .update(systemSettings)
        .set({ breakGlass: allowed })
        .where(ne(systemSettings.breakGlass, allowed))
        .returning({ only: systemSettings.only });
      const changed = rows.length > 0;
      if (changed) await record(ctx, { action: allowed ? 'glass.on' : 'glass.off', subject: 'setting' });
      return { allowed, changed };
    }),
  );
}
