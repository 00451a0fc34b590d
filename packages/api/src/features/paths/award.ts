import { randomBytes } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { credentialProofs } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { record } from '../../record/record.ts';
import { allianceZone } from '../../settings/zone.ts';
import { publicIdFrom, validUntil } from '../credentials/rules.ts';
import { tellEarned } from '../credentials/told.ts';

/**
 * Gives what paths that are complete now award, each once as long as it is valid. Who causes it (the person, a marker, the
 * worker) cannot read all that the person holds; the database says what is earned and writes nothing that is not.
 */
export async function awardPaths(ctx: Context, personId: string): Promise<void> {
  const earned = await ctx.tx.execute<{
    path: string;
    months: number | null;
    titles: Record<string, string>;
  }>(sql`
    select e.path_id as path, e.validity_months as months, e.titles from concord.paths_earned(${personId}::uuid) e`);
  if (earned.length === 0) return;
  const zone = await allianceZone(ctx);
  const [holder] = await ctx.tx
    .select({ given: people.givenName, family: people.familyName })
    .from(people)
    .where(eq(people.id, personId));
  for (const { path, months, titles } of earned) {
    const [awardId, publicId] = [newId(), publicIdFrom(randomBytes(20))];
    const until = validUntil(ctx.now, months, zone);
    const [row] = await ctx.tx.execute<{ given: boolean }>(sql`
      select concord.award_path(${path}::uuid, ${personId}::uuid, ${awardId}::uuid, ${publicId},
        ${until?.toISOString() ?? null}::timestamptz) as given`);
    if (!row?.given) continue;
    await ctx.tx.insert(credentialProofs).values({
      publicId,
      holderName: `${holder?.given ?? ''} ${holder?.family ?? ''}`.trim(),
      titles,
      issuedAt: ctx.now,
      validUntil: until,
    });
    await tellEarned(ctx, personId, awardId, titles);
    await record(ctx, { action: 'path.award', subject: 'path', subjectId: path, details: { awardId } });
  }
}
