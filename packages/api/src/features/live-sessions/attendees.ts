import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { sessionOf } from '../authoring/kinds/session.ts';
import { fullName } from '../people/names.ts';
import { ranSession } from './load.ts';
import { sessionForCalendar } from './queries.ts';
import { type Attendance, isLate, mayNote, phaseOf } from './rules.ts';

/** How many people one list holds; a larger course is narrowed by name. */
export const MOST_LISTED = 500;

type Note = { state: Attendance; reason: string; at: string; by: string };
type Row = {
  id: string;
  person_id: string;
  given_name: string;
  family_name: string;
  code: string;
  done: boolean;
  settings: unknown;
  state: Attendance | null;
  noted_at: string | null;
  elsewhere: boolean;
  notes: Note[] | null;
};

/** Who a session is for, with what was noted of each and every correction, for who runs it. */
export async function attendees(
  ctx: SignedIn,
  { liveSessionId, query = '' }: { liveSessionId: string; query?: string | undefined },
  most = MOST_LISTED,
) {
  const session = await ranSession(ctx, liveSessionId);
  const names = await sessionForCalendar(ctx, liveSessionId);
  const rows = await listed(ctx, session, query, most + 1);
  const shown = rows.slice(0, most);
  return {
    session: {
      ...{ id: session.id, courseId: session.courseId, cohortId: session.cohortId, key: session.activityKey },
      ...{ slug: names.slug, title: names.title, course: names.course, host: names.host },
      level: names.level,
      ...{ place: session.place, link: session.link, timeZone: session.timeZone, reason: session.reason },
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      phase: phaseOf(session, ctx.now),
    },
    /** Whether attendance can be noted now. */
    open: mayNote(session, ctx.now),
    completes: sessionOf(shown[0]?.settings).completes,
    more: rows.length > shown.length,
    people: shown.map((row) => personOf(row, ctx)),
  };
}

function personOf(row: Row, { actor, now }: SignedIn) {
  const notedAt = row.noted_at === null ? null : new Date(row.noted_at);
  return {
    ...{ enrolmentId: row.id, personId: row.person_id, party: row.code, state: row.state, done: row.done },
    name: fullName({ givenName: row.given_name, familyName: row.family_name }),
    own: row.person_id === actor.personId,
    /** Present at another date of the same session. */
    elsewhere: row.elsewhere,
    /** Whether changing it needs a reason. */
    late: isLate(notedAt, now),
    history: row.notes ?? [],
  };
}

async function listed(
  ctx: SignedIn,
  { id, courseId, cohortId, activityKey }: Awaited<ReturnType<typeof ranSession>>,
  query: string,
  limit: number,
): Promise<Row[]> {
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, 6);
  const named = words.map(
    (word) =>
      sql`strpos(unaccent(lower(p.given_name || ' ' || p.family_name)), unaccent(lower(${word}))) > 0`,
  );
  return ctx.tx.execute<Row>(sql`
    select e.id, e.person_id, p.given_name, p.family_name, y.code, g.completed_at is not null as done, a.settings,
      n.state, n.noted_at::text as noted_at,
      exists (select from attendance o join live_session l on l.id = o.live_session_id
        where o.enrolment_id = e.id and o.state = 'present' and l.id <> ${id}
          and l.course_id = ${courseId} and l.activity_key = ${activityKey}) as elsewhere,
      (select json_agg(json_build_object('state', h.state, 'reason', h.reason, 'at', h.noted_at,
          'by', trim(w.given_name || ' ' || w.family_name)) order by h.id)
        from attendance_entry h join person w on w.id = h.noted_by
        where h.live_session_id = ${id} and h.enrolment_id = e.id) as notes
    from enrolment e
    join activity a on a.version_id = e.version_id and a.key = ${activityKey} and a.kind = 'session'
    join person p on p.id = e.person_id join party y on y.id = p.party_id
    left join activity_progress g on g.enrolment_id = e.id and g.activity_id = a.id
    left join attendance n on n.live_session_id = ${id} and n.enrolment_id = e.id
    where e.course_id = ${courseId} and e.withdrawn_at is null
      and ${cohortId === null ? sql`true` : sql`e.cohort_id = ${cohortId}`}
      and ${named.length > 0 ? sql.join(named, sql` and `) : sql`true`}
    order by p.family_name, p.given_name, e.id limit ${limit}`);
}
