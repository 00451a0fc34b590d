import { decisions } from '@concord/db/schema/decisions';
import { eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';

/** Whether a version was adopted, by whatever procedure: it is not adopted again. */
export async function isDecided({ tx }: Pick<Context, 'tx'>, versionId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(eq(decisions.versionId, versionId))
    .limit(1);
  return rows.length > 0;
}
