import { createHash } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { markings } from '@concord/db/schema/markings';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { type Marking, normalise } from './rules.ts';

/** The id of a marking; equal markings are one row. NOT_FOUND when the actor could not read under it. */
export async function internMarking(ctx: Pick<Context, 'tx'>, marking: Marking): Promise<string> {
  const whole = normalise(marking);
  const digest = createHash('sha256')
    .update(JSON.stringify(Object.values(whole)))
    .digest('hex');
  const known = await idOf(ctx, digest);
  if (known) return known;
  await ctx.tx
    .insert(markings)
    .values({
      id: newId(),
      level: whole.level,
      releasableTo: [...whole.releasableTo],
      onlyFor: [...whole.onlyFor],
      caveats: [...whole.caveats],
      originator: whole.originator,
      digest,
    })
    .onConflictDoNothing();
  const made = await idOf(ctx, digest);
  if (!made) throw notFound();
  return made;
}

async function idOf(ctx: Pick<Context, 'tx'>, digest: string): Promise<string | undefined> {
  const [row] = await ctx.tx.select({ id: markings.id }).from(markings).where(eq(markings.digest, digest));
  return row?.id;
}
