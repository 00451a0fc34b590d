import { newId } from '@concord/db/ids';
import { positions } from '@concord/db/schema/texts';
import type { SignedIn } from '../../context.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { instantNow } from '../texts/authority.ts';
import type { LoadedText } from '../texts/load.ts';
import { besideAad } from '../texts/seals.ts';
import type { MarkingInput } from '../threads/schemas.ts';
import { assertNewest, ownPosition, positionsOf, textForActing } from './load.ts';
import { preparedOf, type Rights, type Stance, takeOutcome } from './rules.ts';
import {
  besideMarking,
  endLive,
  endPosition,
  keptMarking,
  recordPosition,
  refused,
  tellDelegation,
  tellSaid,
} from './write.ts';

type Said = {
  versionId: string;
  stance: Stance;
  words?: string;
  instructed?: boolean;
  /** Only prepared, for somebody else to release. */
  prepareOnly?: boolean;
};

/** A position somebody takes for the own nation; the marking is the text's when left out. */
export type Take = Said & { textId: string; marking?: MarkingInput };

/** What became of it: `prepared` where the nation wants four eyes, or the person asked for that. */
export type Taken = { positionId: string; state: 'released' | 'prepared' };

/**
 * Takes a position for the person's nation on the newest version, in the caller's transaction. It ends what the nation
 * said of that version before. Where the nation wants four eyes, it waits for another person's release.
 */
export async function takePosition(ctx: SignedIn, take: Take): Promise<Taken> {
  const { text, rights } = await textForActing(ctx, take.textId);
  const markingId = await besideMarking(ctx, text, take.marking);
  return place(ctx, { text, rights, markingId }, take);
}

/** Says of the newest version what the nation said of an older one: same stance, same words. */
export async function maintainPosition(
  ctx: SignedIn,
  input: { positionId: string; versionId: string },
): Promise<Taken> {
  const { textId } = await ownPosition(ctx, input.positionId);
  const { text, rights } = await textForActing(ctx, textId);
  const before = await ownPosition(ctx, input.positionId);
  if (before.endedAt !== null || before.releasedAt === null) throw refused('position.noLongerSaid');
  const open = await opener(ctx, textId);
  return place(
    ctx,
    { text, rights, markingId: await keptMarking(ctx, text, before.markingId) },
    {
      versionId: input.versionId,
      stance: before.stance,
      words: open(before.sealed, besideAad('position', before.id)),
      instructed: before.instructed,
    },
  );
}

type Place = { text: LoadedText; rights: Rights; markingId: string };

async function place(ctx: SignedIn, { text, rights, markingId }: Place, said: Said): Promise<Taken> {
  await assertNewest(ctx, text.id, said.versionId);
  const prepared = preparedOf(await positionsOf(ctx, text.id), ctx.actor.partyId);
  const state = takeOutcome(rights, { prepareOnly: said.prepareOnly ?? false }, prepared);
  if (state !== 'released' && state !== 'prepared') throw refused(state);
  const at = await instantNow(ctx);
  if (prepared) await endPosition(ctx, prepared.id, at);
  const before = state === 'released' ? await endLive(ctx, { versionId: said.versionId }, at) : [];
  const positionId = newId();
  await ctx.tx.insert(positions).values({
    id: positionId,
    textId: text.id,
    versionId: said.versionId,
    partyId: ctx.actor.partyId,
    stance: said.stance,
    sealed: await sealFor(ctx, text.id, said.words ?? '', besideAad('position', positionId)),
    markingId,
    instructed: said.instructed ?? false,
    preparedBy: ctx.actor.personId,
    preparedAt: at,
    releasedBy: state === 'released' ? ctx.actor.personId : null,
    releasedAt: state === 'released' ? at : null,
  });
  const action = state === 'released' ? 'take' : 'prepare';
  await recordPosition(ctx, text, { action, subjectId: positionId, markingId });
  await (state === 'released' ? tellSaid(ctx, text, [...before, markingId]) : tellDelegation(ctx, text));
  return { positionId, state };
}
