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

/** Tells all members who may read it of something that happened to it: the body, and a link; no content. */
export async function notifyMembers(ctx: SignedIn, meeting: LoadedMeeting, kind: NewsKind): Promise<void> {
  await notify(ctx, {
    ...{ kind, subjectId: meeting.id, path: `/consult/meetings/${meeting.id}` },
    personIds: await readersOf(ctx, meeting, meeting.marking),
    params: { body: meeting.body.code },
  });
}

async function readersOf(ctx: SignedIn, { bodyId, publishedAt }: LoadedMeeting, marking: Marking) {
  const planners = sql`where exists (select 1 from appointment o where o.person_id = a.person_id
    and o.scope = 'body' and o.scope_id = ${bodyId} and o.role in ('chair', 'secretariat')
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()))`;
  const rows = await ctx.tx.execute<{ person_id: string }>(
    sql`select a.person_id from ${audienceSet({ bodyId, among: null }, marking)} a ${publishedAt ? sql`` : planners}`,
  );
  return rows.map((row) => row.person_id);
}
