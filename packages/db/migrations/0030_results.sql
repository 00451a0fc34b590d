-- What quizzes and handed-in work came to on these paths: figures only, no answer and no text, for whoever may see the
-- result. A training coordinator sees figures of the own party, and of nobody's answers.
create function concord.results(wanted uuid[])
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
    select distinct on (s.enrolment_id, s.activity_key) s.enrolment_id, s.activity_key as key, s.number as tries,
      m.outcome, m.decided_at as at, m.marker_id
    from submission s left join assessment m on m.submission_id = s.id and m.decided_at is not null
    where s.enrolment_id in (select id from seen) and s.submitted_at is not null
    order by s.enrolment_id, s.activity_key, s.number desc, m.place desc nulls last
  )
  select q.enrolment_id, q.key, q.tries, q.percent, q.passed, q.at, q.waiting, m.marked_by
  from quiz q left join marker m on m.enrolment_id = q.enrolment_id and m.key = q.key
  union all
  select w.enrolment_id, w.key, w.tries, null, case w.outcome when 'pass' then true when 'fail' then false end, w.at,
    w.outcome is null, w.marker_id
  from work w; end $$;
--> statement-breakpoint
grant select on enrolment, attempt, attempt_response, activity, submission, assessment, person to concord_reader;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['enrolment', 'attempt', 'attempt_response', 'activity', 'submission', 'assessment', 'person'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles) and cmd in ('SELECT', 'ALL')) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.results(uuid[]) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.results(uuid[]) from public;
--> statement-breakpoint
grant execute on function concord.results(uuid[]) to concord_app, concord_worker;
