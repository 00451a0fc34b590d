ALTER TABLE "assessment" ALTER COLUMN "place" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "revealed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_one" ON "assessment" USING btree ("submission_id","marker_id");--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_placed" CHECK (("assessment"."place" is null) = ("assessment"."decided_at" is null));--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_decided" CHECK (("submission"."outcome" is null) = ("submission"."decided_at" is null));
--> statement-breakpoint
-- What was handed in stands: nobody changes it afterwards, only what came of it is written.
create function concord.submission_stands() returns trigger language plpgsql as
$$ begin
  if (new.id, new.enrolment_id, new.activity_key, new.person_id, new.course_id, new.number, new.sealed, new.file_ids,
      new.submitted_at) is distinct from (old.id, old.enrolment_id, old.activity_key, old.person_id, old.course_id,
      old.number, old.sealed, old.file_ids, old.submitted_at) then
    raise exception 'what was handed in stands' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger submission_stands before update on submission
  for each row when (old.submitted_at is not null) execute function concord.submission_stands();
--> statement-breakpoint
-- Its author writes it until it is handed in, and never writes what came of it.
drop policy submission_own on submission;
--> statement-breakpoint
create policy submission_new on submission for insert to concord_app
  with check (person_id = (select concord.person_id()) and outcome is null and revealed_at is null);
--> statement-breakpoint
create policy submission_change on submission for update to concord_app
  using (person_id = (select concord.person_id()) and submitted_at is null)
  with check (person_id = (select concord.person_id()) and outcome is null and revealed_at is null);
--> statement-breakpoint
create policy submission_settle on submission for update to concord_app
  using (submitted_at is not null and decided_at is null and person_id <> (select concord.person_id())
    and course_id = any((select concord.courses())::uuid[]))
  with check (person_id <> (select concord.person_id()) and course_id = any((select concord.courses())::uuid[]));
--> statement-breakpoint
-- Markers judge without knowing of each other until each has decided; the author reads once it is settled.
drop policy assessment_read on assessment;
--> statement-breakpoint
create policy assessment_read on assessment for select to concord_app
  using (submission_id in (select s.id from submission s
    where (marker_id = (select concord.person_id()) and s.course_id = any((select concord.courses())::uuid[]))
      or (assessment.decided_at is not null and case when s.person_id = (select concord.person_id())
        then s.decided_at is not null else s.revealed_at is not null end)));
--> statement-breakpoint
-- One's own judgement can be written until it is decided, and only over work that is not settled.
drop policy assessment_write on assessment;
--> statement-breakpoint
create policy assessment_new on assessment for insert to concord_app
  with check (marker_id = (select concord.person_id()) and submission_id in (select s.id from submission s
    where s.course_id = any((select concord.courses())::uuid[]) and s.person_id <> (select concord.person_id())
      and s.decided_at is null));
--> statement-breakpoint
create policy assessment_change on assessment for update to concord_app
  using (marker_id = (select concord.person_id()) and decided_at is null)
  with check (marker_id = (select concord.person_id()) and submission_id in (select s.id from submission s
    where s.course_id = any((select concord.courses())::uuid[]) and s.person_id <> (select concord.person_id())
      and s.decided_at is null));
--> statement-breakpoint
drop policy remark_write on assessment_remark;
--> statement-breakpoint
create policy remark_write on assessment_remark to concord_app
  using (assessment_id in (select a.id from assessment a
    where a.marker_id = (select concord.person_id()) and a.decided_at is null))
  with check (assessment_id in (select a.id from assessment a
    where a.marker_id = (select concord.person_id()) and a.decided_at is null));
--> statement-breakpoint
-- Who has begun to judge work of one's course, and who has decided: never how.
create function concord.judged_by(wanted uuid[])
returns table (submission_id uuid, marker_id uuid, place integer)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query select a.submission_id, a.marker_id, a.place from assessment a join submission s on s.id = a.submission_id
  where s.id = any(wanted) and s.course_id = any(concord.courses()) and s.person_id <> concord.person_id(); end $$;
--> statement-breakpoint
-- Who marks work: the staff of its course, told to who handed it in so that they can be told of it.
create function concord.markers_of_work(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.person_id) from submission s
  join appointment o on o.scope = 'course' and o.scope_id = s.course_id
  where s.id = wanted and s.person_id = concord.person_id() and s.submitted_at is not null
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())), '{}'); end $$;
--> statement-breakpoint
-- A file that was handed in with work, for the staff of the course.
create function concord.handed_in_with(wanted uuid, author uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return exists (select 1 from submission s
  where s.person_id = author and s.submitted_at is not null and s.course_id = any(concord.courses())
    and wanted = any(s.file_ids)); end $$;
--> statement-breakpoint
create policy file_handed_in on file for select to concord_app
  using (container = 'answer' and concord.handed_in_with(id, created_by));
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.judged_by(uuid[]) owner to concord_reader;
--> statement-breakpoint
alter function concord.markers_of_work(uuid) owner to concord_reader;
--> statement-breakpoint
alter function concord.handed_in_with(uuid, uuid) owner to concord_reader;
--> statement-breakpoint
-- A result is there once work is settled: not when the first of two markers has decided.
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
    select distinct on (s.enrolment_id, s.activity_key) s.enrolment_id, s.activity_key as key, s.number as tries,
      s.outcome, s.decided_at as at, m.marker_id
    from submission s left join assessment m on m.submission_id = s.id and m.decided_at is not null and s.decided_at is not null
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
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.judged_by(uuid[]), concord.markers_of_work(uuid), concord.handed_in_with(uuid, uuid)
  from public;
--> statement-breakpoint
grant execute on function concord.judged_by(uuid[]), concord.markers_of_work(uuid), concord.handed_in_with(uuid, uuid)
  to concord_app, concord_worker;
