import { newId } from '@concord/db/ids';
import { contributions, threadReadings, threads } from '@concord/db/schema/consultation';
import { notifications } from '@concord/db/schema/system';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { authorize, found } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { mayStartThread } from '../../policies/threads.ts';
import { record } from '../../record/record.ts';
import { visibleBody } from '../bodies/queries.ts';
import { noteEvents } from './events.ts';
import { assertReadable, expandMarking } from './expand-marking.ts';
import { threadForReading } from './load.ts';
import { assertMayRead, tellNamed, writeMembers } from './members.ts';
import type { followInput, markReadInput, startThreadInput } from './schemas.ts';

/** Opens a topic under a body, marked, for everybody appointed there or for the people named. */
export async function startThread(ctx: SignedIn, input: z.infer<typeof startThreadInput>) {
  const body = await visibleBody(ctx, input.bodyCode);
  authorize(mayStartThread(ctx.actor, body.id));
  const marking = await expandMarking(ctx, input.marking);
  assertReadable(ctx, marking);
  const named = input.needToKnow.kind === 'named' ? [...new Set(input.needToKnow.personIds)] : [];
  if (named.length > 0)
    await assertMayRead(ctx, { bodyId: body.id, path: 'needToKnow.personIds' }, named, marking);
  const markingId = await internMarking(ctx, marking);
  const threadId = newId();
  if (named.length > 0) await ctx.tx.execute(sql`select concord.include_thread(${threadId}::uuid)`);
  await ctx.tx.insert(threads).values({
    id: threadId,
    bodyId: body.id,
    title: input.title.trim(),
    markingId,
    needToKnow: input.needToKnow.kind,
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  });
  if (named.length > 0) await nameFirst(ctx, threadId, [...new Set([ctx.actor.personId, ...named])]);
  await record(ctx, {
    action: 'thread.start',
    subject: 'thread',
    subjectId: threadId,
    threadId,
    markingId,
    details: { body: body.code, needToKnow: input.needToKnow.kind, people: named.length },
  });
  return { threadId };
}

async function nameFirst(ctx: SignedIn, threadId: string, personIds: readonly string[]): Promise<void> {
  await writeMembers(ctx, threadId, personIds, { mayWrite: true, until: null });
  const named = { threadId, kind: 'named' as const, mayWrite: 1 };
  await noteEvents(
    ctx,
    personIds.map((personId) => ({ ...named, personId })),
  );
  await tellNamed(
    ctx,
    threadId,
    personIds.filter((id) => id !== ctx.actor.personId),
  );
}

/** Notes that a thread has been read up to a contribution, and that what was told about it is known. */
export async function markRead(ctx: SignedIn, input: z.infer<typeof markReadInput>) {
  const thread = await threadForReading(ctx, input.threadId);
  const [row] = await ctx.tx
    .select({ place: contributions.place })
    .from(contributions)
    .where(and(eq(contributions.id, input.contributionId), eq(contributions.threadId, thread.id)));
  const { place } = found(row);
  const { personId } = ctx.actor;
  await ctx.tx
    .insert(threadReadings)
    .values({ personId, threadId: thread.id, lastPlace: place, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [threadReadings.personId, threadReadings.threadId],
      set: { lastPlace: sql`greatest(${threadReadings.lastPlace}, ${place})`, updatedAt: ctx.now },
    });
  await ctx.tx
    .update(notifications)
    .set({ readAt: ctx.now })
    .where(
      and(
        eq(notifications.personId, personId),
        isNull(notifications.readAt),
        sql`(${notifications.subjectId} = ${thread.id} and ${notifications.kind} = 'threadNamed' or exists (
          select 1 from ${contributions} where ${contributions.id} = ${notifications.contributionId}
          and ${contributions.threadId} = ${thread.id} and ${contributions.place} <= ${place}))`,
      ),
    );
  return { threadId: thread.id, contributionId: input.contributionId };
}

/** Makes an entry and all after it unread again for the person. */
export async function markUnread(ctx: SignedIn, input: z.infer<typeof markReadInput>) {
  const thread = await threadForReading(ctx, input.threadId);
  const [row] = await ctx.tx
    .select({ place: contributions.place })
    .from(contributions)
    .where(and(eq(contributions.id, input.contributionId), eq(contributions.threadId, thread.id)));
  const lastPlace = found(row).place - 1;
  const { personId } = ctx.actor;
  await ctx.tx
    .insert(threadReadings)
    .values({ personId, threadId: thread.id, lastPlace, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [threadReadings.personId, threadReadings.threadId],
      set: { lastPlace, updatedAt: ctx.now },
    });
  return { threadId: thread.id, contributionId: input.contributionId };
}

/** Sets how much the person wants to hear of a thread. */
export async function follow(ctx: SignedIn, input: z.infer<typeof followInput>) {
  const thread = await threadForReading(ctx, input.threadId);
  const { following } = input;
  await ctx.tx
    .insert(threadReadings)
    .values({ personId: ctx.actor.personId, threadId: thread.id, following, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [threadReadings.personId, threadReadings.threadId],
      set: { following, updatedAt: ctx.now },
    });
  return { threadId: thread.id };
}
