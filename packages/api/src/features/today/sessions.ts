import { sql } from 'drizzle-orm';
import { type DateRow, dateColumns, datesOfPaths } from '../live-sessions/dates.ts';
import type { Reading } from './reader.ts';
import { horizonDays, sessionNoticeHours } from './rules.ts';
import { inLanguage } from './titles.ts';

const SHOWN = 20;
/** How long a host is asked for attendance that nobody noted, in days. */
const ASKED_DAYS = 30;

type Row = DateRow & { hosts: boolean };

/** The activity as the newest version has it, for who leads a session and takes no course. */
const newest = sql`join lateral (select n.titles from activity n join course_version v on v.id = n.version_id
  where v.course_id = l.course_id and n.key = l.activity_key and v.published_at is not null
  order by v.number desc limit 1) a on true`;

/** The sessions ahead, or on now: the next date of each that the person still needs, and those they lead. */
export async function sessionsAhead(reading: Reading) {
  const { tx, personId, now } = reading;
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await tx.execute<Row>(sql`
    select * from (
      (select distinct on (e.id, l.activity_key) ${dateColumns}, false as hosts
        from ${datesOfPaths}
        where e.person_id = ${personId} and e.withdrawn_at is null and p.completed_at is null
          and l.cancelled_at is null and l.ends_at > ${at}
        order by e.id, l.activity_key, l.starts_at)
      union all
      (select ${dateColumns}, true as hosts from live_session l join course c on c.id = l.course_id ${newest}
        where l.host_id = ${personId} and l.cancelled_at is null and l.ends_at > ${at})) dates
    where dates.starts_at::timestamptz < ${at} + make_interval(days => ${horizonDays})
    order by dates.starts_at::timestamptz, dates.id limit ${SHOWN}`);
  return rows.map((row) => {
    const [startsAt, endsAt] = [new Date(row.starts_at), new Date(row.ends_at)];
    return {
      ...{ id: row.id, course: row.slug, key: row.key, place: row.place, hosts: row.hosts },
      markingId: row.marking_id,
      ...{ startsAt, endsAt, title: inLanguage(row.titles, [reading.locale, row.language]) },
      soon: startsAt.getTime() - now.getTime() <= sessionNoticeHours * 3_600_000,
    };
  });
}

/** Sessions the person led that are over, and of which nobody has noted who was there. */
export async function sessionsToNote({ tx, personId, now, locale }: Reading) {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await tx.execute<Row>(sql`
    select ${dateColumns}, true as hosts from live_session l join course c on c.id = l.course_id ${newest}
    where l.host_id = ${personId} and l.cancelled_at is null and l.ends_at <= ${at}
      and l.ends_at > ${at} - make_interval(days => ${ASKED_DAYS})
      and not exists (select from attendance n where n.live_session_id = l.id)
    order by l.starts_at, l.id limit ${SHOWN}`);
  return rows.map((row) => ({
    ...{ id: row.id, markingId: row.marking_id, at: new Date(row.starts_at) },
    title: inLanguage(row.titles, [locale, row.language]),
  }));
}
