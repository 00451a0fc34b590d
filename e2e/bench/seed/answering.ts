import type postgres from 'postgres';
import type { Size } from '../size.ts';

/** The quiz that many take at once, and their paths to it, in the order of the readers. */
export interface SeededAnswering {
  quizId: string;
  enrolments: string[];
}

/** The quiz whose questions are analysed, and its course's director's place among the readers. */
export interface SeededAnalysis {
  quizId: string;
  director: number;
}

/** Everybody with a session takes the second course too. */
export async function seedAnswering(sql: postgres.Sql, size: Size): Promise<SeededAnswering> {
  await sql`insert into enrolment (id, person_id, course_id, version_id)
    select uuidv7(), p.id, c.id, c.version_id from bench_person p join bench_course c on c.n = 2
    where p.n <= ${size.learners} and not exists (select from enrolment e where e.person_id = p.id and e.course_id = c.id)`;
  const rows = await sql<{ id: string; quiz: string }[]>`
    select e.id, a.id as quiz from bench_person p
    join bench_course c on c.n = 2 join enrolment e on e.person_id = p.id and e.course_id = c.id
    join activity a on a.version_id = c.version_id and a.kind = 'quiz'
    where p.n <= ${size.learners} order by p.n`;
  return { quizId: rows[0]?.quiz ?? '', enrolments: rows.map(({ id }) => id) };
}

/** Graded attempts at the third course's quiz, ten answers each, by people of different ability. */
export async function seedAttempts(sql: postgres.Sql, size: Size): Promise<SeededAnalysis> {
  await sql`insert into enrolment (id, person_id, course_id, version_id)
    select uuidv7(), p.id, c.id, c.version_id from bench_person p join bench_course c on c.n = 3
    where not exists (select from enrolment e where e.person_id = p.id and e.course_id = c.id)`;
  await sql`create table bench_attempt as
    select uuidv7() as id, e.id as enrolment_id, e.person_id, a.id as activity_id, t.try as number,
      hashtext(e.id::text || t.try)::bigint & 1023 as ability,
      (select jsonb_agg(jsonb_build_object('key', q.key, 'versionId', q.bank_version_id, 'points', q.points) order by q.position)
        from question q where q.activity_id = a.id) as drawn
    from enrolment e join bench_course c on c.n = 3 and e.course_id = c.id
    join activity a on a.version_id = c.version_id and a.kind = 'quiz'
    cross join generate_series(1, ${Math.ceil(size.attempts / size.people)}::int) t(try)
    limit ${size.attempts}`;
  await sql`insert into attempt (id, enrolment_id, activity_id, person_id, number, seed, started_at, submitted_at, graded_at, drawn)
    select id, enrolment_id, activity_id, person_id, number, 1, now() - interval '2 days', now() - interval '1 day',
      now() - interval '1 day', drawn from bench_attempt`;
  await sql`insert into attempt_response (attempt_id, key, version_id, sequence, answer, milliseconds, saved_at, score, points, out_of)
    select b.id, d.item->>'key', (d.item->>'versionId')::uuid, 1,
      jsonb_build_object('choices', jsonb_build_array(case when r.right then 'a' when d.place % 2 = 0 then 'b' else 'c' end)),
      5000 + b.ability * 20, now(), r.right::int, r.right::int, 1
    from bench_attempt b cross join lateral jsonb_array_elements(b.drawn) with ordinality d(item, place)
    cross join lateral (select (hashtext(b.id::text || d.place)::bigint & 1023) < b.ability as right) r`;
  await sql`update attempt a set points = s.points, out_of = s.n, percent = s.points * 100 / s.n, passed = s.points * 100 >= s.n * 80
    from (select attempt_id, sum(points) as points, count(*) as n from attempt_response group by attempt_id) s
    where s.attempt_id = a.id and a.id in (select id from bench_attempt)`;
  await sql`insert into appointment (id, person_id, role, scope, scope_id, valid_from)
    select uuidv7(), p.id, 'courseDirector', 'course', c.id, now() - interval '1 day'
    from bench_person p join bench_course c on c.n = 3 where p.n <= 16`;
  const [row] = await sql<{ quiz: string }[]>`select activity_id as quiz from bench_attempt limit 1`;
  return { quizId: row?.quiz ?? '', director: 0 };
}
