import { threadMembers } from '@concord/db/schema/consultation';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import type { Marking } from '../../marking/rules.ts';
import { mayName, mayTakeOff } from '../../policies/threads.ts';
import { publishTo } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { namesById } from '../contributions/names.ts';
import { notify } from '../notifications/notify.ts';
import { audienceSet } from './audience.ts';
import { readersOf } from './closing.ts';
import { noteEvent, noteEvents } from './events.ts';
import { type LoadedThread, lockThread } from './load.ts';
import type { nameInput, takeOffInput } from './schemas.ts';

/** How long ahead being named may end, in years. */
const MOST_YEARS = 5;

/** Those named in a thread now, with the party each acts for. */
export async function membersOf(ctx: SignedIn, threadId: string) {
  return ctx.tx
    .select({
      personId: threadMembers.personId,
      name: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
      party: parties.code,
      partyId: sql<string>`coalesce(${parties.nationId}, ${parties.id})`,
      mayWrite: sql<boolean>`${threadMembers.mayWrite} = 1`,
      until: threadMembers.validUntil,
    })
    .from(threadMembers)
    .innerJoin(people, eq(people.id, threadMembers.personId))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(and(eq(threadMembers.threadId, threadId), stillNamed))
    .orderBy(asc(people.familyName), asc(people.givenName), asc(people.id));
}

const stillNamed = sql`(${threadMembers.validUntil} is null or ${threadMembers.validUntil} > now())`;

/** Names people in a thread until a day, or changes what those named may do and how long. */
export async function nameInThread(ctx: SignedIn, input: z.infer<typeof nameInput>) {
  const thread = await lockThread(ctx, input.threadId);
  authorize(mayName(ctx.actor, thread));
  const until = input.until === null ? null : dayAhead(ctx, input.until);
  const personIds = [...new Set(input.personIds)].filter((id) => id !== ctx.actor.personId);
  await assertMayRead(ctx, { bodyId: thread.bodyId, path: 'personIds' }, personIds, thread.marking);
  const before = new Set((await membersOf(ctx, thread.id)).map((member) => member.personId));
  await writeMembers(ctx, thread.id, personIds, { mayWrite: input.mayWrite, until });
  await noteEvents(
    ctx,
    personIds.map((personId) => ({
      threadId: thread.id,
      kind: before.has(personId) ? ('changed' as const) : ('named' as const),
      personId,
      mayWrite: input.mayWrite ? 1 : 0,
      until,
    })),
  );
  const added = personIds.filter((id) => !before.has(id));
  await tellNamed(ctx, thread.id, added);
  await publishTo(ctx, await readersOf(ctx, thread.id), { topic: `thread:${thread.id}` });
  await recordMembers(ctx, thread, 'thread.name', { added: added.length, of: personIds.length });
  return { threadId: thread.id, added: added.length };
}

/** Takes somebody off a thread: from this moment it does not exist for them. */
export async function takeOffThread(ctx: SignedIn, input: z.infer<typeof takeOffInput>) {
  const thread = await lockThread(ctx, input.threadId);
  const members = await membersOf(ctx, thread.id);
  const member = found(members.find((one) => one.personId === input.personId));
  authorize(mayTakeOff(ctx.actor, thread, member));
  if (members.length === 1) throw new AppError('PRECONDITION_FAILED', 'thread.lastNamed');
  const readers = await readersOf(ctx, thread.id);
  await noteEvent(ctx, { threadId: thread.id, kind: 'removed', personId: member.personId });
  await recordMembers(ctx, thread, 'thread.takeOff', { personId: member.personId });
  await ctx.tx
    .update(threadMembers)
    .set({ validUntil: sql`greatest(clock_timestamp(), ${threadMembers.validFrom})` })
    .where(and(eq(threadMembers.threadId, thread.id), eq(threadMembers.personId, member.personId)));
  // Whoever was taken off hears that something changed, and what they have open is fetched anew: it is gone.
  await publishTo(ctx, [member.personId], { topic: 'notifications' });
  const others = readers.filter((id) => id !== member.personId);
  await publishTo(ctx, others, { topic: `thread:${thread.id}` });
  return { threadId: thread.id };
}

/** Refuses to name people in a thread they could not read. */
export async function assertMayRead(
  ctx: SignedIn,
  at: { bodyId: string; path: string },
  personIds: readonly string[],
  marking: Marking,
): Promise<void> {
  if (personIds.length === 0) throw fieldError(at.path, 'thread.nobodyNamed');
  const rows = await ctx.tx.execute<{ person_id: string }>(
    sql`select a.person_id from ${audienceSet({ bodyId: at.bodyId, among: personIds }, marking)} a`,
  );
  const readers = new Set(rows.map((row) => row.person_id));
  const others = personIds.filter((id) => !readers.has(id));
  if (others.length === 0) return;
  throw fieldError(at.path, 'thread.memberMayNotRead', {
    names: [...(await namesById(ctx, others)).values()].join(', '),
  });
}

/** Writes who is named; who was named before gets what is written now. */
export async function writeMembers(
  ctx: SignedIn,
  threadId: string,
  personIds: readonly string[],
  { mayWrite, until }: { mayWrite: boolean; until: Date | null },
): Promise<void> {
  const rows = [...new Set(personIds)].map((personId) => ({
    threadId,
    personId,
    mayWrite: mayWrite ? 1 : 0,
    addedBy: ctx.actor.personId,
    validFrom: ctx.now,
    validUntil: until,
  }));
  await ctx.tx
    .insert(threadMembers)
    .values(rows)
    .onConflictDoUpdate({
      target: [threadMembers.threadId, threadMembers.personId],
      set: {
        mayWrite: sql`excluded.may_write`,
        addedBy: sql`excluded.added_by`,
        validFrom: sql`case when ${stillNamed} then ${threadMembers.validFrom} else excluded.valid_from end`,
        validUntil: sql`excluded.valid_until`,
      },
    });
}

/** Tells people that they were named: where, they learn from the portal alone. */
export async function tellNamed(ctx: SignedIn, threadId: string, personIds: readonly string[]) {
  const path = `/consult/threads/${threadId}` as const;
  await notify(ctx, { personIds, kind: 'threadNamed', path, subjectId: threadId });
}

function dayAhead(ctx: SignedIn, iso: string): Date {
  const until = new Date(iso);
  const furthest = new Date(ctx.now);
  furthest.setUTCFullYear(furthest.getUTCFullYear() + MOST_YEARS);
  if (until <= ctx.now) throw fieldError('until', 'people.untilPast');
  if (until > furthest) throw fieldError('until', 'people.untilTooFar');
  return until;
}

function recordMembers(
  ctx: SignedIn,
  thread: LoadedThread,
  action: string,
  details: Record<string, unknown>,
) {
  return record(ctx, {
    action,
    subject: 'thread',
    subjectId: thread.id,
    threadId: thread.id,
    markingId: thread.markingId,
    details,
  });
}
