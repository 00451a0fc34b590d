import { personAims, workRoles } from '@concord/db/schema/competence';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';

/** At how much work somebody may aim at once. */
const MOST_AIMS = 5;

/**
 * Chooses work to aim at, or no longer. It stands in no record: what one wishes for oneself is nobody's act. The person's
 * own row is locked, so that two at once do not pass the limit.
 */
export async function aimAtWork(ctx: SignedIn, { workRoleId, aims }: { workRoleId: string; aims: boolean }) {
  const { personId } = ctx.actor;
  const own = and(eq(personAims.personId, personId), eq(personAims.workRoleId, workRoleId));
  if (!aims) {
    await ctx.tx.delete(personAims).where(own);
    return { workRoleId };
  }
  const [work] = await ctx.tx
    .select({ id: workRoles.id })
    .from(workRoles)
    .where(and(eq(workRoles.id, workRoleId), isNull(workRoles.archivedAt)));
  found(work);
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`aims ${personId}`}, 0))`);
  const held = await ctx.tx.select().from(personAims).where(eq(personAims.personId, personId));
  if (held.length >= MOST_AIMS && held.every((aim) => aim.workRoleId !== workRoleId))
    throw new AppError('CONFLICT', 'competence.mostAims', { most: MOST_AIMS });
  await ctx.tx.insert(personAims).values({ personId, workRoleId, aimedAt: ctx.now }).onConflictDoNothing();
  return { workRoleId };
}
