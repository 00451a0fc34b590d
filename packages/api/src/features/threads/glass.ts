import { newId } from '@concord/db/ids';
import { kept } from '@concord/db/kept';
import { threads } from '@concord/db/schema/consultation';
import { systemSettings } from '@concord/db/schema/markings';
import { people } from '@concord/db/schema/people';
import { threadGlass } from '@concord/db/schema/thread-history';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found, notFound } from '../../errors.ts';
import { runs } from '../../policies/threads.ts';
import { publishTo } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { notify } from '../notifications/notify.ts';
import { readersOf } from './closing.ts';
import { noteEvent } from './events.ts';
import { threadForReading } from './load.ts';
import type { breakGlassInput, endGlassInput } from './schemas.ts';

/**
 * An administrator breaks the glass of a committee's thread: for some hours they read it, as far as its markings let them,
 * and every member is told at once. A thread they may not read so is not found, like one that does not exist.
 */
export async function breakGlass(ctx: SignedIn, input: z.infer<typeof breakGlassInput>) {
  if (!(await glassAllowed(ctx))) throw new AppError('PRECONDITION_FAILED', 'thread.glass.off');
  const { threadId } = input;
  const [may] = await ctx.tx.execute<{ may: boolean }>(
    sql`select concord.may_break_glass(${threadId}::uuid) as may`,
  );
  const known = await openGlass(ctx, threadId);
  if (known) throw new AppError('CONFLICT', 'thread.glass.brokenAlready');
  if (!may?.may) throw notFound();
  const id = newId();
  // From the transaction's own instant on, so that it holds for the rest of it.
  const until = sql`now() + make_interval(hours => ${input.hours}::integer)`;
  const [row] = await ctx.tx
    .insert(threadGlass)
    .values({ id, threadId, personId: ctx.actor.personId, openedAt: sql`now()`, until })
    .returning({ until: threadGlass.until });
  const { markingId } = await threadForReading(ctx, threadId);
  await noteEvent(ctx, { threadId, kind: 'glassBroken', until: found(row).until }, input.reason.trim());
  await record(ctx, {
    ...{ action: 'thread.breakGlass', subject: 'thread', subjectId: threadId, threadId, markingId },
    details: { glass: id, hours: input.hours },
  });
  await tellMembers(ctx, threadId);
  return { threadId, glassId: id };
}

async function tellMembers(ctx: SignedIn, threadId: string): Promise<void> {
  const members = await readersOf(ctx, threadId);
  const path = `/consult/threads/${threadId}/about` as const;
  await notify(ctx, { personIds: members, kind: 'glassBroken', path, subjectId: threadId });
  await publishTo(ctx, members, { topic: `thread:${threadId}`, payload: { threadId } });
}

/** Ends it before its time: whoever broke it, or chair and secretariat of the body. */
export async function endGlass(ctx: SignedIn, { glassId }: z.infer<typeof endGlassInput>) {
  const [row] = await ctx.tx
    .select()
    .from(threadGlass)
    .where(and(eq(threadGlass.id, glassId), isNull(threadGlass.endedAt)));
  const glass = found(row);
  const thread = await threadForReading(ctx, glass.threadId);
  authorize(glass.personId === ctx.actor.personId || runs(ctx.actor, thread.bodyId));
  const { id: threadId, markingId } = thread;
  await noteEvent(ctx, { threadId, kind: 'glassEnded' });
  await record(ctx, {
    ...{ action: 'thread.endGlass', subject: 'thread', subjectId: threadId, threadId, markingId },
    details: { glass: glass.id },
  });
  const members = await readersOf(ctx, threadId);
  await ctx.tx
    .update(threadGlass)
    .set({ endedAt: sql`greatest(clock_timestamp(), opened_at)`, endedBy: ctx.actor.personId })
    .where(and(eq(threadGlass.id, glass.id), isNull(threadGlass.endedAt)));
  await publishTo(ctx, members, { topic: `thread:${threadId}`, payload: { threadId } });
  // What they have open is fetched anew: it is gone.
  await publishTo(ctx, [glass.personId], { topic: 'notifications' });
  return { threadId };
}

const open = sql`${threadGlass.until} > now() and ${threadGlass.endedAt} is null`;

async function openGlass(ctx: SignedIn, threadId: string) {
  const own = and(eq(threadGlass.threadId, threadId), eq(threadGlass.personId, ctx.actor.personId), open);
  const [row] = await ctx.tx.select({ id: threadGlass.id }).from(threadGlass).where(own);
  return row;
}

/** Whether this installation lets glass be broken at all. */
async function glassAllowed(ctx: SignedIn): Promise<boolean> {
  const [row] = await ctx.tx.select({ on: systemSettings.breakGlass }).from(systemSettings);
  return row?.on === true;
}

const over = kept((tx) =>
  tx
    .select({
      id: threadGlass.id,
      personId: threadGlass.personId,
      until: threadGlass.until,
      given: people.givenName,
      family: people.familyName,
    })
    .from(threadGlass)
    .innerJoin(people, eq(people.id, threadGlass.personId))
    .where(
      and(
        eq(threadGlass.threadId, sql.placeholder('thread')),
        open,
        sql`(select s.break_glass from system_setting s)`,
      ),
    )
    .orderBy(threadGlass.until, threadGlass.id),
);

/** Who reads a thread by broken glass now and until when: what its members see above it. */
export async function glassOver(ctx: SignedIn, threadId: string, mayEnd: boolean) {
  const rows = await over(ctx.tx, { thread: threadId }, undefined);
  return rows.map(({ id, personId, until, given, family }) => ({
    id,
    by: `${given} ${family}`,
    own: personId === ctx.actor.personId,
    until: until.toISOString(),
    mayEnd: mayEnd || personId === ctx.actor.personId,
  }));
}

/** For an administrator: whether glass may be broken, and what they have open. */
export async function ownGlass(ctx: SignedIn) {
  const rows = await ctx.tx
    .select({ id: threadGlass.id, threadId: threads.id, title: threads.title, until: threadGlass.until })
    .from(threadGlass)
    .innerJoin(threads, eq(threads.id, threadGlass.threadId))
    .where(and(eq(threadGlass.personId, ctx.actor.personId), open))
    .orderBy(desc(threadGlass.until));
  return {
    allowed: await glassAllowed(ctx),
    open: rows.map((row) => ({ ...row, until: row.until.toISOString() })),
  };
}
