-- Work that was marked by a rubric has a figure too: the mean of the judgements that count, in percent of the points.
create or replace function concord.results(wanted uuid[])
returns table (enrolment_id uuid, activity_key text, tries integer, percent integer, passed boolean, at timestamptz,
  waiting boolean, marked_by uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin return query
  with seen as (
    select e.id from enrolment e
    where e.id = any(wanted) and (e.person_id = concord.person_id() or concord.manages_training()
      or e.course_id = any(concord.courses()) or e.cohort_id = any(concord.cohorts())
      or exists (select 1 from person p where p.id = e.person_id and p.party_id = any(concord.parties())))
  ), quiz as (
    select a.enrolment_id, c.key, count(*)::integer as tries, max(a.percent) as percent, bool_or(a.passed) as passed,
      max(a.graded_at) as at, bool_or(a.submitted_at is not null and a.graded_at is null) as waiting
    from attempt a join activity c on c.id = a.activity_id
    where a.enrolment_id in (select id from seen)
    group by a.enrolment_id, c.key
  ), marker as (
    select distinct on (a.enrolment_id, c.key) a.enrolment_id, c.key, r.marked_by
    from attempt a join activity c on c.id = a.activity_id join attempt_response r on r.attempt_id = a.id
    where a.enrolment_id in (select id from seen) and r.marked_by is not null
    order by a.enrolment_id, c.key, r.marked_at desc
  ), work as (
    select distinct on (s.enrolment_id, s.activity_key) s.id, s.enrolment_id, s.activity_key as key, s.number as tries,
      s.outcome, s.decided_at as at, m.marker_id
    from submission s left join assessment m on m.submission_id = s.id and m.decided_at is not null and s.decided_at is not null
    where s.enrolment_id in (select id from seen) and s.submitted_at is not null
    order by s.enrolment_id, s.activity_key, s.number desc, m.place desc nulls last
  ), points as (
    select w.id, round(avg(100 * p.got / p.out_of))::integer as percent
    from work w join enrolment e on e.id = w.enrolment_id
    join activity a on a.version_id = e.version_id and a.key = w.key
    join assessment m on m.submission_id = w.id and m.decided_at is not null
    cross join lateral (select sum((r.one ->> 'points')::numeric) as out_of, sum((m.scores ->> (r.one ->> 'key'))::numeric) as got
      from jsonb_array_elements(a.settings -> 'rubric') r(one)) p
    where w.outcome in ('pass', 'fail') and p.out_of > 0
      and (m.place = 3 or not exists (select 1 from assessment t where t.submission_id = w.id and t.place = 3))
    group by w.id
  )
  select q.enrolment_id, q.key, q.tries, q.percent, q.passed, q.at, q.waiting, m.marked_by
  from quiz q left join marker m on m.enrolment_id = q.enrolment_id and m.key = q.key
  union all
  select w.enrolment_id, w.key, w.tries, p.percent, case w.outcome when 'pass' then true when 'fail' then false end, w.at,
    w.outcome is null, w.marker_id
  from work w left join points p on p.id = w.id; end $$;
