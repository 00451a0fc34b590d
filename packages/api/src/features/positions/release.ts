import { positions } from '@concord/db/schema/texts';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { instantNow } from '../texts/authority.ts';
import { assertNewest, ownPosition, textForActing } from './load.ts';
import { liftRefusal, releaseRefusal, takeBackRefusal } from './rules.ts';
import { endLive, endPosition, recordPosition, refused, tellDelegation, tellSaid } from './write.ts';

/** Releases what was prepared: from now on it is what the nation says of that version. */
export async function releasePosition(ctx: SignedIn, input: { positionId: string }) {
  const { text, rights, prepared } = await preparedForActing(ctx, input.positionId);
  const refusal = releaseRefusal(rights, prepared);
  if (refusal) throw refused(refusal);
  await assertNewest(ctx, text.id, prepared.versionId);
  const at = await instantNow(ctx);
  const before = await endLive(ctx, { versionId: prepared.versionId }, at);
  await ctx.tx
    .update(positions)
    .set({ releasedBy: ctx.actor.personId, releasedAt: at })
    .where(eq(positions.id, prepared.id));
  const { id: subjectId, markingId } = prepared;
  await recordPosition(ctx, text, { action: 'release', subjectId, markingId });
  await tellSaid(ctx, text, [...before, markingId]);
  return { positionId: prepared.id };
}

/** Takes back what was prepared: nobody outside the delegation ever saw it. */
export async function takeBackPosition(ctx: SignedIn, input: { positionId: string }) {
  const { text, rights, prepared } = await preparedForActing(ctx, input.positionId);
  const refusal = takeBackRefusal(rights, prepared);
  if (refusal) throw refused(refusal);
  await endPosition(ctx, prepared.id, await instantNow(ctx));
  const { id: subjectId, markingId } = prepared;
  await recordPosition(ctx, text, { action: 'takeBack', subjectId, markingId });
  await tellDelegation(ctx, text);
  return { positionId: prepared.id };
}

/** Lifts what the nation has said of a text: it has said nothing then, of no version. */
export async function liftPosition(ctx: SignedIn, input: { textId: string }) {
  const { text, rights } = await textForActing(ctx, input.textId);
  const refusal = liftRefusal(rights);
  if (refusal) throw refused(refusal);
  const ended = await endLive(ctx, { textId: text.id }, await instantNow(ctx));
  if (ended.length === 0) throw refused('position.noLongerSaid');
  await recordPosition(ctx, text, { action: 'lift', subjectId: text.id, markingId: text.markingId });
  await tellSaid(ctx, text, ended);
  return { textId: text.id };
}

/** A prepared position of the own nation, read anew once everybody else of the nation is held off. */
async function preparedForActing(ctx: SignedIn, positionId: string) {
  const { textId } = await ownPosition(ctx, positionId);
  const { text, rights } = await textForActing(ctx, textId);
  const prepared = await ownPosition(ctx, positionId);
  if (prepared.endedAt !== null || prepared.releasedAt !== null) throw refused('position.noLongerPrepared');
  return { text, rights, prepared };
}
