-- How far those who take a course are, in figures: of everybody for who teaches or runs the course or manages training, in
-- one cohort for who looks after it, and of the own party's people for its training coordinator. Counts and medians only.
create function concord.counted_paths(wanted_course uuid, wanted_cohort uuid, wanted_party uuid, since timestamptz, before timestamptz)
returns table (id uuid, version_id uuid, enrolled_at timestamptz, due_at timestamptz, completed_at timestamptz, seen boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  everybody boolean := concord.manages_training() or wanted_course = any(concord.courses())
    or coalesce(wanted_cohort = any(concord.cohorts()), false);
  mine uuid[] := concord.parties();
begin return query
  select e.id, e.version_id, e.enrolled_at, e.due_at, e.completed_at, e.last_seen_at is not null
  from enrolment e join person p on p.id = e.person_id
  where e.course_id = wanted_course and e.withdrawn_at is null
    and (everybody or p.party_id = any(mine))
    and (wanted_party is null or p.party_id = wanted_party)
    and (since is null or e.enrolled_at >= since) and (before is null or e.enrolled_at < before)
    and (wanted_cohort is null or e.person_id in (select m.person_id from cohort_member m
      join cohort c on c.id = m.cohort_id where m.cohort_id = wanted_cohort and c.course_id = wanted_course)); end $$;
--> statement-breakpoint
-- The figures of a dashboard in one pass over the paths and one over what was opened on them. An activity left open counts
-- two hours at most; what is told of time is what the middle person took.
create function concord.dashboard(wanted_course uuid, wanted_cohort uuid, wanted_party uuid, since timestamptz, before timestamptz)
returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
declare
  everybody boolean := concord.manages_training() or wanted_course = any(concord.courses())
    or coalesce(wanted_cohort = any(concord.cohorts()), false);
  mine uuid[] := concord.parties();
begin return (
  with path as materialized (
    select * from concord.counted_paths(wanted_course, wanted_cohort, wanted_party, since, before)
  ), part as materialized (
    select a.id, a.version_id, a.required, u.key as unit_key from activity a join unit u on u.id = a.unit_id
    where a.version_id in (select version_id from path)
  ), size as (
    select p.version_id, p.unit_key, count(*) filter (where p.required) as total from part p group by 1, 2
  ), opened as materialized (
    select g.enrolment_id, t.version_id, t.unit_key,
      count(*) filter (where t.required and g.completed_at is not null) as done, bool_and(g.completed_at is not null) as all_done,
      sum(least(extract(epoch from g.completed_at - g.first_seen_at), 7200)) as seconds
    from activity_progress g join part t on t.id = g.activity_id
    where g.enrolment_id in (select id from path) group by 1, 2, 3
  ), whole as (
    select version_id, sum(total) as total from size group by 1
  ), reached as (
    select o.enrolment_id, sum(o.done) as done from opened o group by 1
  ), stage as (
    select p.*, p.seen or r.enrolment_id is not null
      or exists (select 1 from attempt a where a.enrolment_id = p.id) as begun,
      p.completed_at is not null or coalesce(r.done, 0) * 2 >= w.total and w.total > 0 as half
    from path p left join reached r on r.enrolment_id = p.id left join whole w on w.version_id = p.version_id
  ), unit_figures as (
    select o.unit_key, count(*) as begun,
      count(*) filter (where case when s.total > 0 then o.done >= s.total else o.all_done end) as done,
      percentile_cont(0.5) within group (order by o.seconds)
        filter (where o.seconds > 0 and case when s.total > 0 then o.done >= s.total else o.all_done end) as seconds
    from opened o join size s on s.version_id = o.version_id and s.unit_key = o.unit_key group by 1
  ), due as (
    select case when due_at is null then 'none'
        when due_at < now() - interval '14 days' then 'overLong' when due_at < now() - interval '7 days' then 'overWeeks'
        when due_at < now() then 'overWeek' when due_at < now() + interval '7 days' then 'week'
        when due_at < now() + interval '14 days' then 'weeks' else 'later' end as span, count(*) as people
    from path where completed_at is null group by 1
  ), week as (
    select week, sum(enrolled) as enrolled, sum(completed) as completed from (
      select date_trunc('week', enrolled_at, 'UTC') as week, 1 as enrolled, 0 as completed from path
      union all select date_trunc('week', completed_at, 'UTC'), 0, 1 from path where completed_at is not null) w
    group by 1
  )
  select jsonb_build_object(
    'seated', case when wanted_cohort is null then null else (
      select count(*) from cohort_member m join person p on p.id = m.person_id join cohort c on c.id = m.cohort_id
      where m.cohort_id = wanted_cohort and c.course_id = wanted_course
        and (everybody or p.party_id = any(mine)) and (wanted_party is null or p.party_id = wanted_party)) end,
    'enrolled', (select count(*) from path),
    'begun', (select count(*) from stage where begun),
    'half', (select count(*) from stage where half),
    'complete', (select count(*) from path where completed_at is not null),
    'passed', (select count(*) from credential c where c.revoked_at is null and c.enrolment_id in (select id from path)),
    'days', (select percentile_cont(0.5) within group (order by extract(epoch from completed_at - enrolled_at) / 86400)
      from path where completed_at is not null),
    'due', coalesce((select jsonb_object_agg(span, people) from due), '{}'),
    'units', coalesce((select jsonb_object_agg(unit_key, jsonb_build_object('begun', begun, 'done', done, 'seconds', seconds))
      from unit_figures), '{}'),
    'weeks', coalesce((select jsonb_agg(jsonb_build_object('week', week, 'enrolled', enrolled, 'completed', completed) order by week)
      from week), '[]'))); end $$;
--> statement-breakpoint
-- What judged activities came to on those paths: for each the people, the passed, and the best result by fifths. The newest
-- decision stands over what was computed, as everywhere.
create function concord.dashboard_results(wanted_course uuid, wanted_cohort uuid, wanted_party uuid, since timestamptz, before timestamptz)
returns table (activity_key text, people bigint, passed bigint, waiting bigint, fifths bigint[], mean double precision)
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
#variable_conflict use_column
begin return query
  with path as materialized (
    select id from concord.counted_paths(wanted_course, wanted_cohort, wanted_party, since, before)
  ), quiz as materialized (
    select a.enrolment_id, c.key, max(a.percent) as percent, coalesce(bool_or(a.passed), false) as passed,
      bool_or(a.submitted_at is not null and a.graded_at is null) as waiting
    from attempt a join activity c on c.id = a.activity_id
    where a.submitted_at is not null and a.enrolment_id in (select id from path) group by 1, 2
  ), work as (
    select distinct on (s.enrolment_id, s.activity_key) s.enrolment_id, s.activity_key as key, null::integer as percent,
      coalesce(m.outcome = 'pass', false) as passed, m.outcome is null as waiting
    from submission s left join assessment m on m.submission_id = s.id and m.decided_at is not null
    where s.submitted_at is not null and s.enrolment_id in (select id from path)
    order by s.enrolment_id, s.activity_key, s.number desc, m.place desc nulls last
  ), decided as (
    select distinct on (d.enrolment_id, d.activity_key) d.enrolment_id, d.activity_key as key, d.outcome
    from grade_decision d where d.activity_key is not null and d.enrolment_id in (select id from path)
    order by d.enrolment_id, d.activity_key, d.id desc
  ), result as (
    select coalesce(r.key, d.key) as key, r.percent,
      case d.outcome when 'pass' then true when 'fail' then false else coalesce(r.passed, false) end as passed,
      case when d.outcome in ('pass', 'fail') then false else coalesce(r.waiting, false) end as waiting
    from (select * from quiz union all select * from work) r
    full join decided d on d.enrolment_id = r.enrolment_id and d.key = r.key
    where r.key is not null or d.outcome <> 'computed'
  )
  select r.key, count(*), count(*) filter (where r.passed), count(*) filter (where r.waiting and not r.passed),
    array[count(*) filter (where r.percent < 20), count(*) filter (where r.percent >= 20 and r.percent < 40),
      count(*) filter (where r.percent >= 40 and r.percent < 60), count(*) filter (where r.percent >= 60 and r.percent < 80),
      count(*) filter (where r.percent >= 80)],
    avg(r.percent)::float8
  from result r group by r.key; end $$;
--> statement-breakpoint
-- How often each question was got right on those paths, and how long it was in view: figures, and no question's words.
create function concord.dashboard_questions(wanted_course uuid, wanted_cohort uuid, wanted_party uuid, since timestamptz, before timestamptz)
returns table (activity_key text, question_id uuid, place text, tries bigint, share double precision, seconds double precision)
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
#variable_conflict use_column
begin return query
  with answered as materialized (
    select c.key, r.version_id, min(r.key) as place, count(*) as tries, sum(r.score) as scored,
      sum(least(r.milliseconds, 3600000)) / 1000.0 as time, count(r.milliseconds) as timed
    from attempt a join activity c on c.id = a.activity_id join attempt_response r on r.attempt_id = a.id
    where a.graded_at is not null and r.score is not null
      and a.enrolment_id in (select id from concord.counted_paths(wanted_course, wanted_cohort, wanted_party, since, before))
    group by 1, 2
  )
  select w.key, v.question_id, min(w.place), sum(w.tries)::bigint, (sum(w.scored) / sum(w.tries))::float8,
    (case when sum(w.timed) > 0 then sum(w.time) / sum(w.timed) end)::float8
  from answered w join bank_question_version v on v.id = w.version_id
  group by 1, 2; end $$;
--> statement-breakpoint
grant select on enrolment, person, cohort, cohort_member, activity, unit, activity_progress, credential, attempt,
  attempt_response, submission, assessment, grade_decision, bank_question_version to concord_reader;
--> statement-breakpoint
do $$
declare t text; f text;
begin
  foreach t in array array['enrolment', 'person', 'cohort', 'cohort_member', 'activity', 'unit', 'activity_progress', 'credential',
    'attempt', 'attempt_response', 'submission', 'assessment', 'grade_decision', 'bank_question_version'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles) and cmd in ('SELECT', 'ALL')) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
  grant create on schema concord to concord_reader;
  foreach f in array array['counted_paths', 'dashboard', 'dashboard_results', 'dashboard_questions'] loop
    execute format('alter function concord.%I(uuid, uuid, uuid, timestamptz, timestamptz) owner to concord_reader', f);
    execute format('revoke execute on function concord.%I(uuid, uuid, uuid, timestamptz, timestamptz) from public', f);
    execute format('grant execute on function concord.%I(uuid, uuid, uuid, timestamptz, timestamptz) to concord_reader', f);
    if f <> 'counted_paths' then
      execute format('grant execute on function concord.%I(uuid, uuid, uuid, timestamptz, timestamptz) to concord_app, concord_worker', f);
    end if;
  end loop;
  revoke create on schema concord from concord_reader;
end $$;
