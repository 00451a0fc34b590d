import { parties } from '@concord/db/schema/parties';
import { amendments } from '@concord/db/schema/texts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { fieldError } from '../../errors.ts';
import { dominates } from '../../marking/rules.ts';
import { markingById } from '../threads/expand-marking.ts';
import type { LoadedText } from './load.ts';

/** Refuses a version that would show an amendment's words to more people than may read the amendment. */
export async function assertTakable(
  ctx: SignedIn,
  text: LoadedText,
  amendmentIds: readonly string[],
): Promise<void> {
  if (amendmentIds.length === 0) return;
  const rows = await ctx.tx
    .select({ markingId: amendments.markingId, nation: parties.code })
    .from(amendments)
    .innerJoin(parties, eq(parties.id, amendments.partyId))
    .where(and(chosen(text, amendmentIds), isNull(amendments.inVersionId)))
    .orderBy(asc(amendments.id));
  for (const { markingId, nation } of rows)
    if (!dominates(text.marking, await markingById(ctx, markingId)))
      throw fieldError('takesIn', 'texts.takesInNarrower', { nation });
}

/** Notes which amendments the version takes in; one of them that nobody had decided on is thereby accepted. */
export async function takeIn(
  ctx: SignedIn,
  text: LoadedText,
  versionId: string,
  amendmentIds: readonly string[],
): Promise<void> {
  if (amendmentIds.length === 0) return;
  const those = chosen(text, amendmentIds);
  const accepted = { outcome: 'accepted' as const, decidedBy: ctx.actor.personId, decidedAt: ctx.now };
  await ctx.tx
    .update(amendments)
    .set({ ...accepted, inVersionId: versionId })
    .where(and(those, isNull(amendments.outcome)));
  await ctx.tx
    .update(amendments)
    .set({ inVersionId: versionId })
    .where(and(those, inArray(amendments.outcome, ['accepted', 'merged']), isNull(amendments.inVersionId)));
}

const chosen = (text: LoadedText, amendmentIds: readonly string[]) =>
  and(eq(amendments.textId, text.id), inArray(amendments.id, [...amendmentIds]));
