import { systemSettings } from '@concord/db/schema/markings';
import type { Context } from '../context.ts';

/** The alliance's time zone, in which its days begin and end. */
export async function allianceZone(ctx: Pick<Context, 'tx'>): Promise<string> {
  const [row] = await ctx.tx.select({ zone: systemSettings.timeZone }).from(systemSettings);
  return row?.zone ?? 'UTC';
}
