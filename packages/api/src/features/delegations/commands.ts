import { newId } from '@concord/db/ids';
import { delegationSettings } from '@concord/db/schema/texts';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { authorize, notFound } from '../../errors.ts';
import { headsDelegation } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { visibleBody } from '../bodies/queries.ts';
import { authorityIn, instantNow } from '../texts/authority.ts';
import type { setFourEyesInput, setPowersInput } from './schemas.ts';

/** Settles whether the nation's positions in a body are prepared by one person and released by another: its head. */
export async function setFourEyes(ctx: SignedIn, input: z.infer<typeof setFourEyesInput>) {
  const body = await visibleBody(ctx, input.bodyCode);
  authorize(headsDelegation(await authorityIn(ctx, body.id)), 'delegation.headOnly');
  const { fourEyes } = input;
  const by = { changedBy: ctx.actor.personId, changedAt: await instantNow(ctx) };
  await ctx.tx
    .insert(delegationSettings)
    .values({ id: newId(), bodyId: body.id, partyId: ctx.actor.partyId, fourEyes, ...by })
    .onConflictDoUpdate({
      target: [delegationSettings.bodyId, delegationSettings.partyId],
      set: { fourEyes, ...by },
    });
  await record(ctx, {
    action: 'delegation.fourEyes',
    subject: 'body',
    subjectId: body.id,
    details: { fourEyes },
  });
  return { fourEyes };
}

/** Says what a delegate of the own nation may do for it from now on: the head of the delegation alone. */
export async function setPowers(ctx: SignedIn, input: z.infer<typeof setPowersInput>) {
  const powers = [...new Set(input.powers)];
  const [row] = await ctx.tx.execute<{ done: boolean }>(
    sql`select concord.set_powers(${input.seatId}::uuid, ${`{${powers.join(',')}}`}::text[]) as done`,
  );
  // One answer for a seat of another nation, one that ended, and somebody who heads nothing.
  if (row?.done !== true) throw notFound();
  await record(ctx, {
    action: 'delegation.powers',
    subject: 'appointment',
    subjectId: input.seatId,
    details: { powers },
  });
  return { seatId: input.seatId, powers };
}
