import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { titleIn } from '../courses/rules.ts';
import { type DateRow, dateColumns, datesOfPaths } from '../live-sessions/dates.ts';
import { sessionForCalendar } from '../live-sessions/queries.ts';
import type { Entry } from './rules.ts';

/** How far back a calendar still shows sessions, in days. */
const DAYS_BACK = 90;
const MOST = 300;

type Row = DateRow & {
  taken_in: string | null;
  time_zone: string;
  link: string;
  notes: string;
  reason: string;
  revision: number;
  cancelled: boolean;
};

/**
 * The dates of sessions the person is expected at, or was at: all of a session that is not done, of one that is done
 * only where they were. What was cancelled stays and says so, so that calendars strike it out.
 */
export async function sessionsOf(ctx: SignedIn): Promise<Entry[]> {
  const rows = await ctx.tx.execute<Row>(sql`
    select ${dateColumns}, e.language as taken_in, l.time_zone, l.link, l.notes, l.reason, l.revision,
      l.cancelled_at is not null as cancelled
    from ${datesOfPaths}
    left join attendance n on n.live_session_id = l.id and n.enrolment_id = e.id
    where e.person_id = ${ctx.actor.personId} and e.withdrawn_at is null
      and (p.completed_at is null or n.state = 'present')
      and l.starts_at > ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${DAYS_BACK})
    order by l.starts_at, l.id limit ${MOST}`);
  return rows.map((row) =>
    entryOf({
      ...row,
      title: titleIn(row.titles, ctx.locale, row.taken_in ?? row.language),
      startsAt: new Date(row.starts_at),
      endsAt: new Date(row.ends_at),
      timeZone: row.time_zone,
      note: row.notes,
    }),
  );
}

/** One date by itself, under the same identity as in the whole calendar. */
export async function sessionEntry(ctx: SignedIn, id: string): Promise<Entry> {
  const session = await sessionForCalendar(ctx, id);
  return entryOf({ ...session, cancelled: session.cancelledAt !== null });
}

type Session = {
  id: string;
  slug: string;
  key: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  place: string;
  link: string;
  note: string;
  reason: string;
  revision: number;
  cancelled: boolean;
};

function entryOf({ id, slug, key, title, startsAt, endsAt, timeZone, ...session }: Session): Entry {
  const { place, link, note, reason, revision, cancelled } = session;
  return {
    ...{ uid: id, kind: 'session', title, start: startsAt, end: endsAt, zone: timeZone },
    place: place || link,
    path: `/learn/${slug}/${key}`,
    details: [link, note, reason].filter((line) => line !== '').join('\n\n'),
    ...{ sequence: revision, cancelled },
  };
}
