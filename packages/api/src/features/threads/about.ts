import { bodies } from '@concord/db/schema/consultation';
import { eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { leads, mayName, mayNarrowThread, mayTakeOff } from '../../policies/threads.ts';
import { closingOf } from './closing.ts';
import { eventsOf } from './events.ts';
import { threadForReading } from './load.ts';
import { markingViews } from './marking-views.ts';
import { membersOf } from './members.ts';
import { openRequests } from './widening.ts';

type Count = { people: number; nations: number; organisations: number };

/** All about a thread but what is said in it: who reads it, who is named, what happened, and what one may do. */
export async function aboutThread(ctx: SignedIn, threadId: string) {
  const thread = await threadForReading(ctx, threadId);
  const named = thread.needToKnow === 'named';
  const members = named ? await membersOf(ctx, thread.id) : [];
  const events = await eventsOf(ctx, thread.id);
  const requests = await openRequests(ctx, thread);
  const markingIds = events.flatMap((event) => [event.fromMarkingId ?? [], event.toMarkingId ?? []].flat());
  return {
    id: thread.id,
    title: thread.title,
    body: await bodyOf(ctx, thread.bodyId),
    markingId: thread.markingId,
    named,
    closing: thread.closedAt === null ? null : await closingOf(ctx, thread.id),
    readers: await readersCount(ctx, thread.id),
    members: members.map((member) => ({
      personId: member.personId,
      name: member.name,
      party: member.party,
      mayWrite: member.mayWrite,
      until: member.until?.toISOString() ?? null,
      self: member.personId === ctx.actor.personId,
      mayTakeOff: members.length > 1 && mayTakeOff(ctx.actor, thread, member),
    })),
    events,
    requests,
    markings: await markingViews(ctx, [
      thread.markingId,
      ...markingIds,
      ...requests.map((request) => request.toMarkingId),
    ]),
    may: {
      lead: leads(ctx.actor, thread),
      name: mayName(ctx.actor, thread),
      narrow: mayNarrowThread(ctx.actor, thread, thread.marking.originator),
    },
  };
}

async function bodyOf(ctx: SignedIn, bodyId: string) {
  const name = ctx.locale === 'fr' ? bodies.nameFr : bodies.nameEn;
  const [body] = await ctx.tx.select({ code: bodies.code, name }).from(bodies).where(eq(bodies.id, bodyId));
  return found(body);
}

async function readersCount(ctx: SignedIn, threadId: string): Promise<Count> {
  const [row] = await ctx.tx.execute<Count>(sql`
    select count(*)::int as people, count(distinct a.party_id) filter (where p.kind = 'nation')::int as nations,
      count(distinct a.party_id) filter (where p.kind <> 'nation')::int as organisations
    from concord.thread_audience(${threadId}::uuid) a join party p on p.id = a.party_id`);
  return found(row);
}
