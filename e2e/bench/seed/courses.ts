import type postgres from 'postgres';
import { CONNECTIONS, type Size } from '../size.ts';

const UNITS = 5;
const PAGES = 4;
const QUESTIONS = 10;

/** The course the sixteen take, and where in it. */
export interface SeededCourse {
  slug: string;
  pageKey: string;
  quizId: string;
  questionKeys: string[];
  /** The sixteen's own paths, in their order. */
  enrolments: string[];
}

/** Courses in two languages with units, pages, one quiz each, and who takes them. */
export async function seedCourses(sql: postgres.Sql, size: Size, marking: string): Promise<SeededCourse> {
  await sql`insert into course (id, slug, marking_id, source_language, languages, category, minutes)
    select uuidv7(), 'bench-' || n, ${marking}, 'en', '{en,fr}', (array['Awareness','Operations','Law','Engineering'])[n % 4 + 1], 90
    from generate_series(1, ${size.courses}::int) n`;
  await sql`insert into course_version (id, course_id, number, digest, published_at)
    select uuidv7(), id, 1, md5(slug), now() from course`;
  await sql`insert into course_text (version_id, language, title, summary, description_html)
    select v.id, l, 'Course ' || c.slug || ' ' || l, repeat('What it teaches and to whom. ', 5), '<p>' || repeat('A paragraph of it. ', 30) || '</p>'
    from course_version v join course c on c.id = v.course_id cross join unnest(array['en', 'fr']) l`;
  await sql`insert into unit (id, version_id, key, position, titles)
    select uuidv7(), v.id, 'unit-' || n, n, jsonb_build_object('en', 'Unit ' || n, 'fr', 'Unité ' || n)
    from course_version v cross join generate_series(1, ${UNITS}::int) n`;
  await seedActivities(sql);
  await seedEnrolments(sql, size);
  return courseOfTheSixteen(sql);
}

async function seedActivities(sql: postgres.Sql): Promise<void> {
  await sql`insert into activity (id, version_id, unit_id, key, kind, position, minutes, titles)
    select uuidv7(), u.version_id, u.id, u.key || '-page-' || n, 'page', n, 5,
      jsonb_build_object('en', 'Page ' || n || ' of ' || u.key, 'fr', 'Page ' || n || ' de ' || u.key)
    from unit u cross join generate_series(1, ${PAGES}::int) n`;
  await sql`insert into activity (id, version_id, unit_id, key, kind, position, minutes, question_count, titles, quiz)
    select uuidv7(), u.version_id, u.id, 'quiz', 'quiz', 9, 10, ${QUESTIONS}::int, '{"en":"Check","fr":"Contrôle"}',
      '{"passMark":80,"maxAttempts":null,"minutes":null,"shuffle":true}'
    from unit u where u.position = ${UNITS}`;
  await sql`insert into activity_text (activity_id, language, source, html, headings, source_hash, renderer_version)
    select a.id, l, repeat('A sentence that explains one thing. ', 120),
      (select string_agg('<h2 id="md-part-' || h || '">Part ' || h || '</h2><p>' || repeat('A sentence that explains one thing. ', 20) || '</p>', '') from generate_series(1, 6) h),
      (select jsonb_agg(jsonb_build_object('id', 'md-part-' || h, 'text', 'Part ' || h, 'depth', 2)) from generate_series(1, 6) h),
      md5(a.key), 1
    from activity a cross join unnest(array['en', 'fr']) l where a.kind = 'page'`;
  await sql`insert into question (id, activity_id, key, kind, position, choices, texts)
    select uuidv7(), a.id, 'q-' || n, 'single', n, '[{"key":"a","correct":true},{"key":"b","correct":false},{"key":"c","correct":false}]',
      jsonb_build_object('en', t.texts, 'fr', t.texts)
    from activity a cross join generate_series(1, ${QUESTIONS}::int) n
    cross join lateral (select jsonb_build_object('promptHtml', '<p>What is done first, case ' || n || '?</p>', 'accepted', '[]'::jsonb,
      'explanationHtml', '<p>Because it is.</p>', 'choices',
      '{"a":{"html":"<p>This</p>"},"b":{"html":"<p>That</p>"},"c":{"html":"<p>Neither</p>"}}'::jsonb) as texts) t
    where a.kind = 'quiz'`;
  await sql`select concord.bank_embedded_questions()`;
}

/** Everybody takes as many courses as everybody else; the sixteen take the first one too. */
async function seedEnrolments(sql: postgres.Sql, size: Size): Promise<void> {
  const each = Math.max(1, Math.floor(size.enrolments / size.people));
  await sql`create table bench_course as select c.id, v.id as version_id,
    row_number() over (order by length(c.slug), c.slug)::int as n from course c join course_version v on v.course_id = c.id`;
  await sql`insert into enrolment (id, person_id, course_id, version_id, enrolled_at, last_seen_at)
    select uuidv7(), p.id, c.id, c.version_id, now() - interval '30 days', now() - make_interval(hours => k)
    from bench_person p cross join generate_series(0, ${each - 1}::int) k
    join bench_course c on c.n = (case when p.n <= ${CONNECTIONS} then 0 else p.n end + k) % ${size.courses}::int + 1`;
  await sql`insert into activity_progress (enrolment_id, activity_id, completed_at)
    select e.id, a.id, now() from enrolment e
    join activity a on a.version_id = e.version_id and a.key in ('unit-1-page-1', 'unit-1-page-2')`;
}

async function courseOfTheSixteen(sql: postgres.Sql): Promise<SeededCourse> {
  const rows = await sql<{ id: string; quiz: string }[]>`
    select e.id, a.id as quiz from bench_person p
    join bench_course c on c.n = 1 join enrolment e on e.person_id = p.id and e.course_id = c.id
    join activity a on a.version_id = c.version_id and a.kind = 'quiz'
    where p.n <= ${CONNECTIONS} order by p.n`;
  return {
    slug: 'bench-1',
    pageKey: 'unit-2-page-1',
    quizId: rows[0]?.quiz ?? '',
    questionKeys: Array.from({ length: QUESTIONS }, (_, index) => `q-${index + 1}`),
    enrolments: rows.map(({ id }) => id),
  };
}
