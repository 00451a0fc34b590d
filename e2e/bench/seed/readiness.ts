import type postgres from 'postgres';
import { CONNECTIONS, type Size } from '../size.ts';

const REQUIREMENTS = 30;

/** The nation whose readiness is looked at; the sixteen are its training coordinators. */
export interface SeededReadiness {
  party: string;
}

/** A nation of so many people of whom thirty things are asked: half of it held, a quarter under way, the rest not begun. */
export async function seedReadiness(sql: postgres.Sql, size: Size): Promise<SeededReadiness> {
  const [row] = await sql<{ id: string }[]>`
    insert into party (id, code, kind, name_en, name_fr, time_zone, ally)
    values (uuidv7(), 'RDY', 'nation', 'Nation of readiness', 'Nation prête', 'Europe/Brussels', true) returning id`;
  const party = row?.id ?? '';
  await sql`create table bench_ready as select uuidv7() as id, n from generate_series(1, ${size.ready}::int) n`;
  await sql`insert into person (id, party_id, given_name, family_name, job_title)
    select id, ${party}, 'Ida ' || n, 'Reade ' || n, 'Watch officer' from bench_ready`;
  await sql`insert into account (person_id, email, activated_at, time_zone)
    select id, 'ready' || n || '@bench.example', now(), 'Europe/Brussels' from bench_ready`;
  await sql`insert into appointment (id, person_id, role, scope, scope_id, valid_from)
    select uuidv7(), p.id, 'trainingCoordinator', 'party', ${party}, now() - interval '1 day'
    from bench_person p where p.n <= ${CONNECTIONS}`;
  await seedAsked(sql, size, party);
  await seedHeld(sql);
  return { party };
}

async function seedAsked(sql: postgres.Sql, size: Size, party: string): Promise<void> {
  await sql`create table bench_asked as
    select uuidv7() as id, r.n, c.id as course_id, c.version_id
    from generate_series(1, ${REQUIREMENTS}::int) r(n) join bench_course c on c.n = (r.n - 1) % ${size.courses}::int + 1`;
  await sql`insert into requirement (id, titles, subject, party_ids, valid_months)
    select id, jsonb_build_object('en', 'Requirement ' || n, 'fr', 'Exigence ' || n), 'everyone', array[${party}]::uuid[],
      case when n % 3 = 0 then 18 end from bench_asked`;
  await sql`insert into requirement_need (id, requirement_id, position, kind, course_id)
    select uuidv7(), id, 0, 'credential', course_id from bench_asked`;
}

async function seedHeld(sql: postgres.Sql): Promise<void> {
  await sql`create table bench_held as
    select uuidv7() as id, p.id as person_id, a.course_id, a.version_id,
      abs(hashtext(p.id::text || a.course_id::text)) % 4 as lot
    from bench_ready p cross join (select distinct course_id, version_id from bench_asked) a`;
  await sql`delete from bench_held where lot = 0`;
  await sql`insert into enrolment (id, person_id, course_id, version_id, enrolled_at, last_seen_at, completed_at)
    select id, person_id, course_id, version_id, now() - interval '200 days', now() - interval '100 days',
      case when lot > 1 then now() - interval '100 days' end from bench_held`;
  await sql`insert into credential (id, enrolment_id, person_id, course_id, version_id, public_id, issued_at, valid_until)
    select uuidv7(), id, person_id, course_id, version_id, id::text, now() - interval '100 days',
      case when lot = 2 then now() + interval '40 days' else now() + interval '1 year' end
    from bench_held where lot > 1`;
  await sql`insert into activity_progress (enrolment_id, activity_id, completed_at)
    select h.id, a.id, now() - interval '100 days' from bench_held h
    join activity a on a.version_id = h.version_id and a.key in ('unit-1-page-1', 'unit-1-page-2') where h.lot = 1`;
}
