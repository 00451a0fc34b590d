import { competencyMaps, frameworkItems } from '@concord/db/schema/competence';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { currentFrameworks } from '../frameworks/current.ts';

/** What a role trains, in the words of a framework. */
export type Trained = { id: string; code: string; title: string; frameworkId: string };

/** What each of these roles is mapped to in the frameworks that count, by code. */
export async function competencesOf(
  ctx: SignedIn,
  roleIds: readonly string[],
): Promise<Map<string, Trained[]>> {
  const { id, code, title, frameworkId } = frameworkItems;
  const current = await currentFrameworks(ctx);
  const byRole = new Map<string, Trained[]>();
  if (roleIds.length === 0 || current.length === 0) return byRole;
  const rows = await ctx.tx
    .select({ role: competencyMaps.subjectId, id, code, title, frameworkId })
    .from(competencyMaps)
    .innerJoin(frameworkItems, eq(id, competencyMaps.itemId))
    .where(
      and(
        eq(competencyMaps.subject, 'exerciseRole'),
        inArray(competencyMaps.subjectId, [...roleIds]),
        inArray(
          frameworkId,
          current.map((one) => one.id),
        ),
      ),
    )
    .orderBy(asc(code), asc(id));
  for (const { role, ...item } of rows) byRole.set(role, [...(byRole.get(role) ?? []), item]);
  return byRole;
}
