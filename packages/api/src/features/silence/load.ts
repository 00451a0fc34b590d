import { silenceEvents, silences } from '@concord/db/schema/silence';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { instantNow } from '../texts/authority.ts';
import { textForReading } from '../texts/load.ts';
import { silenceAt } from './rules.ts';

/** The events of a procedure, in the order in which they happened. */
export async function eventsOf(ctx: Pick<SignedIn, 'tx'>, silenceId: string) {
  return ctx.tx
    .select({
      id: silenceEvents.id,
      kind: silenceEvents.kind,
      at: silenceEvents.at,
      until: silenceEvents.until,
      about: silenceEvents.about,
    })
    .from(silenceEvents)
    .where(eq(silenceEvents.silenceId, silenceId))
    .orderBy(silenceEvents.at, silenceEvents.id);
}

/**
 * A procedure the person may read, locked until the transaction ends. Its instant is read after the lock: what raced
 * the deadline is decided by it, and by nothing that was true before (DESIGN 3, invariant 3).
 */
export async function lockSilence(ctx: SignedIn, silenceId: string) {
  await ctx.tx.execute(sql`select 1 from silence where id = ${silenceId} for update`);
  const [row] = await ctx.tx.select().from(silences).where(eq(silences.id, silenceId));
  const silence = found(row);
  const now = await instantNow(ctx);
  const events = await eventsOf(ctx, silenceId);
  const text = await textForReading(ctx, silence.textId);
  return { row: silence, text, now, events, silence: silenceAt(events, now) };
}

export type LockedSilence = Awaited<ReturnType<typeof lockSilence>>;

/** The newest procedure over a text, or over one of its versions; there may be none. */
export async function newestSilence(ctx: SignedIn, textId: string, versionId?: string) {
  const ofVersion = versionId === undefined ? undefined : eq(silences.versionId, versionId);
  const [row] = await ctx.tx
    .select()
    .from(silences)
    .where(and(eq(silences.textId, textId), ofVersion))
    .orderBy(desc(silences.id))
    .limit(1);
  return row;
}
