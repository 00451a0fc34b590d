import { bodies } from '@concord/db/schema/consultation';
import { silenceAuthors, silenceNotices, silences } from '@concord/db/schema/silence';
import { eq, sql } from 'drizzle-orm';
import { asWorker, type Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { opener } from '../../sealing/sealing.ts';
import type { Services } from '../../services.ts';
import { eventsOf } from '../silence/load.ts';
import { tellOfAdoption } from '../silence/notices.ts';
import { silenceAt } from '../silence/rules.ts';
import { instantNow } from '../texts/authority.ts';
import { textForReading, versionById } from '../texts/load.ts';
import { tellText } from '../texts/readers.ts';
import { silenceProcedure } from './silence-procedure.ts';
import { lockNumbering, writeDecision } from './write.ts';

/**
 * Writes down what silence has adopted in a body: every procedure whose time ran out with nothing to stop it, in the
 * order in which they ended, so that numbers do not depend on who looked when. Asked by a reader past a deadline and by
 * the worker alike; whoever comes first does it, and a reader waits for it. Gives how many were written.
 */
export async function settleBody(services: Services, bodyId: string): Promise<number> {
  return asWorker(services, async (worker) => {
    const [body] = await worker.tx
      .select({ of: bodies.exerciseId })
      .from(bodies)
      .where(eq(bodies.id, bodyId));
    const ctx = { ...worker, exerciseId: body?.of };
    await lockNumbering(ctx, bodyId);
    let written = 0;
    for (const id of await ranOut(ctx, bodyId)) written += (await settle(ctx, id)) ? 1 : 0;
    return written;
  });
}

/** The same for every body: the worker's round. */
export async function settleAll(services: Services): Promise<number> {
  const bodies = await asWorker(services, ({ tx }) =>
    tx.execute<{ id: string }>(sql`select distinct s.body_id as id from silence s ${UNSETTLED}`),
  );
  let written = 0;
  for (const { id } of bodies) written += await settleBody(services, id);
  return written;
}

/** Whether something may have run out in a body that is not written down yet: one look at an index, mostly at nothing. */
export async function isDue({ tx }: Pick<Context, 'tx'>, bodyId: string): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from silence s ${UNSETTLED} and s.body_id = ${bodyId} limit 1`);
  return rows.length > 0;
}

/** Procedures past their last end that nobody ended otherwise, and that were let run on after they were last broken. */
const UNSETTLED = sql`
  join lateral (select max(e.until) filter (where e.kind in ('open', 'extend', 'resume')) as until,
      max(e.at) filter (where e.kind in ('open', 'resume')) as runs, max(e.at) filter (where e.kind = 'break') as broken,
      bool_or(e.kind in ('supersede', 'refer', 'withdraw', 'lapse', 'objectToMethod')) as over
    from silence_event e where e.silence_id = s.id) e on true
  where s.settled_at is null and not e.over and e.until <= clock_timestamp()
    and (e.broken is null or e.broken < e.runs)`;

async function ranOut({ tx }: Context, bodyId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select s.id from silence s ${UNSETTLED} and s.body_id = ${bodyId} order by e.until, s.id`,
  );
  return rows.map(({ id }) => id);
}

/** Takes the procedure's lock, writes what it comes to by the clock, and tells of it; a broken one stays as it is. */
async function settle(ctx: Context, silenceId: string): Promise<boolean> {
  await ctx.tx.execute(sql`select 1 from silence where id = ${silenceId} for update`);
  const made = await writeAdoption(ctx, silenceId);
  if (!made) return false;
  const { text, effectiveAt: until } = made;
  const notice = { silenceId, until, kind: 'adopted' as const };
  const [first] = await ctx.tx.insert(silenceNotices).values(notice).onConflictDoNothing().returning();
  if (first) await tellOfAdoption(ctx, text);
  await tellText(ctx, text);
  return true;
}

/** Writes down the adoption that a procedure's events and the clock come to, once; null where they come to none. */
export async function writeAdoption(ctx: Context, silenceId: string) {
  const [row] = await ctx.tx.select().from(silences).where(eq(silences.id, silenceId));
  const silence = found(row);
  const now = await instantNow(ctx);
  const events = await eventsOf(ctx, silenceId);
  const { state, openedAt, expiresAt } = silenceAt(events, now);
  if (silence.settledAt || state !== 'adopted' || !openedAt || !expiresAt) return null;
  const text = await textForReading(ctx, silence.textId);
  const authors = await authorsOf(ctx, text.id, silenceId);
  const { procedure, bound } = await silenceProcedure(ctx, { silence, events, authors, openedAt, expiresAt });
  const made = await writeDecision(ctx, {
    ...{ text, version: await versionById(ctx, silence.versionId), silenceId, procedure, bound },
    ...{ effectiveAt: expiresAt, laidAt: openedAt, zoneData: silence.zoneData },
  });
  await ctx.tx.update(silences).set({ settledAt: now }).where(eq(silences.id, silenceId));
  return { ...made, text, effectiveAt: expiresAt };
}

/** Who did what in a procedure, with what was said: all of it, as only the worker's role sees it. */
async function authorsOf(ctx: Context, textId: string, silenceId: string) {
  const rows = await ctx.tx.select().from(silenceAuthors).where(eq(silenceAuthors.silenceId, silenceId));
  const open = await opener(ctx, textId);
  return { rows, open };
}

export type SilenceAuthors = Awaited<ReturnType<typeof authorsOf>>;
