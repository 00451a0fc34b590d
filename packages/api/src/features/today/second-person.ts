import { contributions, threads } from '@concord/db/schema/consultation';
import { markings } from '@concord/db/schema/markings';
import { people } from '@concord/db/schema/people';
import { markingRequests } from '@concord/db/schema/thread-history';
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { type Authority, mayTakePosition } from '../../policies/texts.ts';
import { mayRelease } from '../../policies/threads.ts';
import type { Reading } from './reader.ts';

const LOOKED_AT = 100;
const SHOWN = 10;

/** Wishes to open something wider that the person may confirm or refuse, and did not make. */
export async function wishesToDecide({ tx, actor, personId }: Reading) {
  const releases = actor.appointments.some(
    ({ role }) => role === 'headOfDelegation' || role === 'securityOfficer',
  );
  if (!releases) return [];
  const rows = await tx
    .select({
      id: markingRequests.id,
      threadId: threads.id,
      thread: threads.title,
      markingId: threads.markingId,
      bodyId: threads.bodyId,
      originator: sql<string>`coalesce(${contributions.partyId}, ${markings.originator})`,
      person: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(markingRequests)
    .innerJoin(threads, eq(threads.id, markingRequests.threadId))
    .innerJoin(markings, eq(markings.id, threads.markingId))
    .innerJoin(people, eq(people.id, markingRequests.askedBy))
    .leftJoin(contributions, eq(contributions.id, markingRequests.contributionId))
    .where(
      and(
        isNull(markingRequests.outcome),
        ne(markingRequests.askedBy, personId),
        // An entry that was removed is opened to nobody any more.
        isNull(contributions.removedAt),
      ),
    )
    .orderBy(desc(markingRequests.id))
    .limit(LOOKED_AT);
  return rows
    .filter(({ bodyId, originator }) => mayRelease(actor, bodyId, originator))
    .slice(0, SHOWN)
    .map(({ bodyId, originator, ...wish }) => wish);
}

type Prepared = {
  id: string;
  textId: string;
  title: string;
  markingId: string;
  body: string;
  person: string;
};

/** What others of the delegation prepared to say of a text's newest version, for whoever may release it. */
export async function positionsToRelease({ tx, actor, personId, partyId }: Reading): Promise<Prepared[]> {
  const delegated = actor.appointments.some(({ role }) => role === 'headOfDelegation' || role === 'delegate');
  if (!delegated) return [];
  const rows = await tx.execute<Prepared & { held: Authority[] | null }>(sql`
    select o.id, t.id as "textId", t.title, t.marking_id as "markingId", b.code as body,
      p.given_name || ' ' || p.family_name as person,
      (select json_agg(json_build_object('role', a.role, 'powers', a.powers)) from appointment a
        where a.person_id = ${personId} and a.scope = 'body' and a.scope_id = b.id
          and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now())) as held
    from position o join text t on t.id = o.text_id
    join body b on b.id = t.body_id
    join person p on p.id = o.prepared_by
    where o.party_id = ${partyId} and o.released_at is null and o.ended_at is null and o.prepared_by <> ${personId}
      and o.version_id = (select v.id from text_version v where v.text_id = t.id order by v.number desc limit 1)
    order by o.id limit ${LOOKED_AT}`);
  return rows
    .filter(({ held }) => mayTakePosition(held ?? []))
    .slice(0, SHOWN)
    .map(({ held: _, ...prepared }) => prepared);
}
