import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { Marking } from '../../marking/rules.ts';
import { publishTo } from '../../realtime/outbox.ts';
import type { NewsKind } from '../notifications/kinds.ts';
import { notify } from '../notifications/notify.ts';
import { audienceSet } from '../threads/audience.ts';
import type { LoadedMeeting } from './load.ts';

/** Tells open pages of a meeting that something changed: everybody who may read what is so marked. */
export async function tellMeeting(
  ctx: SignedIn,
  meeting: LoadedMeeting,
  marking: Marking = meeting.marking,
): Promise<void> {
  const readers = await readersOf(ctx, meeting, marking);
  await publishTo(ctx, readers, { topic: `meeting:${meeting.id}`, payload: { meetingId: meeting.id } });
}

/** Tells all members who may read it of something that happened to it: the body, a link, and an end; no content. */
export async function notifyMembers(
  ctx: SignedIn,
  meeting: LoadedMeeting,
  kind: NewsKind,
  until?: Date,
): Promise<void> {
  await notify(ctx, {
    ...{ kind, subjectId: meeting.id, path: `/consult/meetings/${meeting.id}${until ? '/summary' : ''}` },
    personIds: await readersOf(ctx, meeting, meeting.marking),
    params: {
      body: meeting.body.code,
      ...(until && { until: until.toISOString(), zone: meeting.body.timeZone }),
    },
  });
}

/** Tells those who plan it of a word on its summary record, as far as they read what it is on. */
export async function notifyPlanners(
  ctx: SignedIn,
  meeting: LoadedMeeting,
  marking: Marking,
  kind: NewsKind,
): Promise<void> {
  await notifyOfSummary(ctx, meeting, kind, await readersOf(ctx, { ...meeting, publishedAt: null }, marking));
}

/** Tells a nation's delegation in the body of an answer to what it said. */
export async function notifyDelegation(
  ctx: SignedIn,
  meeting: LoadedMeeting,
  marking: Marking,
  { kind, partyId }: { kind: NewsKind; partyId: string },
): Promise<void> {
  const rows = await ctx.tx.execute<{ person_id: string }>(sql`
    select distinct a.person_id from ${audienceSet({ bodyId: meeting.bodyId, among: null }, marking)} a
    join appointment o on o.person_id = a.person_id and o.scope = 'body' and o.scope_id = ${meeting.bodyId}
      and o.role in ('headOfDelegation', 'delegate')
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    where a.party_id = ${partyId}`);
  await notifyOfSummary(
    ctx,
    meeting,
    kind,
    rows.map((row) => row.person_id),
  );
}

const notifyOfSummary = (ctx: SignedIn, meeting: LoadedMeeting, kind: NewsKind, personIds: string[]) =>
  notify(ctx, {
    ...{ kind, personIds, subjectId: meeting.id, path: `/consult/meetings/${meeting.id}/summary` },
    params: { body: meeting.body.code },
  });

async function readersOf(ctx: SignedIn, { bodyId, publishedAt }: LoadedMeeting, marking: Marking) {
  const planners = sql`where exists (select 1 from appointment o where o.person_id = a.person_id
    and o.scope = 'body' and o.scope_id = ${bodyId} and o.role in ('chair', 'secretariat')
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()))`;
  const rows = await ctx.tx.execute<{ person_id: string }>(
    sql`select a.person_id from ${audienceSet({ bodyId, among: null }, marking)} a ${publishedAt ? sql`` : planners}`,
  );
  return rows.map((row) => row.person_id);
}
