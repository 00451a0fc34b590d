import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { Entry } from '../calendar/rules.ts';
import type { LoadedMeeting } from './load.ts';

type Row = { id: string; body: string; starts_at: string; ends_at: string; time_zone: string };

/** The meetings of the person's bodies that a calendar may show: when they are and of which body, no title and no place. */
export async function calendarMeetings(ctx: Pick<SignedIn, 'tx'>): Promise<Entry[]> {
  const rows = await ctx.tx.execute<Row>(sql`select * from concord.calendar_meetings()`);
  return rows.map((row) => ({
    ...{ uid: `${row.id}-meeting`, kind: 'meeting', title: row.body, place: '', zone: row.time_zone },
    ...{ start: new Date(row.starts_at), end: new Date(row.ends_at) },
    path: `/consult/meetings/${row.id}`,
  }));
}

/** One meeting for the calendar of somebody who may read it: the same entry as in their feed. */
export function meetingEntry({ id, body, startsAt, endsAt }: LoadedMeeting): Entry {
  return {
    ...{ uid: `${id}-meeting`, kind: 'meeting', title: body.code, place: '', zone: body.timeZone },
    ...{ start: startsAt, end: endsAt, path: `/consult/meetings/${id}` },
  };
}
