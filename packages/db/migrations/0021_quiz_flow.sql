ALTER TABLE "attempt_response" ADD COLUMN "score" double precision;--> statement-breakpoint
CREATE INDEX "attempt_activity" ON "attempt" USING btree ("activity_id","id");--> statement-breakpoint
CREATE INDEX "attempt_waiting" ON "attempt" USING btree ("activity_id","id") WHERE "attempt"."submitted_at" is not null and "attempt"."graded_at" is null;
--> statement-breakpoint
-- Attempts of before ask what their quiz held, and keep their answers: embedded questions lie in the bank since 0018.
update attempt a set graded_at = a.submitted_at, drawn = (
  select coalesce(jsonb_agg(jsonb_build_object('key', q.key, 'versionId', q.bank_version_id, 'points', q.points)
    order by q.position, q.id), '[]')
  from question q where q.activity_id = a.activity_id and q.bank_version_id is not null)
where a.drawn is null;
--> statement-breakpoint
insert into attempt_response (attempt_id, key, version_id, sequence, answer, saved_at, score, points, out_of)
select w.attempt_id, q.key, q.bank_version_id, w.sequence, w.answer, w.saved_at,
  case when a.submitted_at is not null then least(1, greatest(0, coalesce(w.points, 0) / greatest(q.points, 1))) end,
  case when a.submitted_at is not null then coalesce(w.points, 0) end,
  case when a.submitted_at is not null then q.points end
from attempt_answer w join attempt a on a.id = w.attempt_id join question q on q.id = w.question_id
where q.bank_version_id is not null
on conflict do nothing;
--> statement-breakpoint
-- What was not answered counts too, where questions are looked at one by one.
insert into attempt_response (attempt_id, key, version_id, sequence, saved_at, score, points, out_of)
select a.id, d->>'key', (d->>'versionId')::uuid, 0, a.submitted_at, 0, 0, (d->>'points')::float8
from attempt a cross join lateral jsonb_array_elements(a.drawn) d where a.submitted_at is not null
on conflict do nothing;
--> statement-breakpoint
do $$ begin
  execute 'create policy reader_all on attempt_response to concord_reader using (true) with check (true)';
  execute 'create policy reader_lock on attempt for update to concord_reader using (true) with check (true)';
end $$;
--> statement-breakpoint
grant select, insert, update on attempt_response to concord_reader;
--> statement-breakpoint
grant update (id) on attempt to concord_reader;
--> statement-breakpoint
-- Time given to one person counts in the attempt under way: who gives it moves its end.
create function concord.accompanies(enrolment uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return cardinality(concord.cohorts()) > 0 and exists (
  select 1 from enrolment e where e.id = accompanies.enrolment and e.cohort_id = any(concord.cohorts())); end $$;
--> statement-breakpoint
create policy attempt_extend on attempt for update to concord_app
  using (concord.manages_training() or concord.accompanies(enrolment_id));
--> statement-breakpoint
-- Keeps an answer of one's own attempt, if it is later than the one that stands, and says what stands. The attempt is
-- shared-locked: handing in waits for it, and after that nothing is taken. An answer whose sequence (tenths of a second
-- since the start) says it was given in time may arrive later than others: the line was cut.
create function concord.save_response(wanted uuid, question text, place integer, given jsonb, sure integer, shown integer,
  grace integer, reconnect integer) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tried record; asked uuid; stands record; moment timestamptz;
begin
  select a.started_at, a.ends_at, a.submitted_at, a.drawn into tried from attempt a
    where a.id = wanted and a.person_id = concord.person_id() for share;
  if not found then return null; end if;
  select (d->>'versionId')::uuid into asked from jsonb_array_elements(tried.drawn) d where d->>'key' = question;
  if asked is null then return null; end if;
  if tried.submitted_at is not null then return jsonb_build_object('refusal', 'handedIn'); end if;
  moment := clock_timestamp();
  if moment > tried.ends_at + make_interval(secs => grace) and not (moment <= tried.ends_at + make_interval(secs => reconnect)
    and place <= extract(epoch from tried.ends_at - tried.started_at) * 10) then
    return jsonb_build_object('refusal', 'timeOver');
  end if;
  insert into attempt_response as kept (attempt_id, key, version_id, sequence, answer, certainty, milliseconds, saved_at)
    values (wanted, question, asked, place, given, sure, shown, moment)
    on conflict (attempt_id, key) do update set sequence = excluded.sequence, answer = excluded.answer,
      certainty = excluded.certainty, milliseconds = greatest(excluded.milliseconds, kept.milliseconds),
      saved_at = excluded.saved_at
    where kept.sequence < excluded.sequence and kept.points is null
    returning kept.sequence, kept.answer, kept.certainty, kept.saved_at, kept.points into stands;
  if not found then
    select r.sequence, r.answer, r.certainty, r.saved_at, r.points into stands
      from attempt_response r where r.attempt_id = wanted and r.key = question;
  end if;
  return jsonb_build_object('refusal', null, 'sequence', stands.sequence, 'answer', stands.answer,
    'certainty', stands.certainty, 'savedAt', stands.saved_at, 'fixed', stands.points is not null);
end $$;
--> statement-breakpoint
-- A file somebody handed in as an answer, for the staff of the course.
create function concord.answered_with(wanted uuid, author uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return exists (
  select 1 from attempt a join enrolment e on e.id = a.enrolment_id join attempt_response r on r.attempt_id = a.id
  where a.person_id = author and a.submitted_at is not null and e.course_id = any(concord.courses())
    and r.answer->'files' ? wanted::text); end $$;
--> statement-breakpoint
create policy file_answered on file for select to concord_app
  using (container = 'answer' and concord.answered_with(id, created_by));
--> statement-breakpoint
-- How the questions of a quiz (over all versions of its course), or one question of the bank, have worked: one pass over
-- the answers of graded attempts, by what was picked; sums of products give the correlation with the rest of the attempt.
create function concord.item_analysis(quiz uuid, asked uuid)
returns table (version_id uuid, question_id uuid, number integer, name text, kind text, body jsonb, tries bigint,
  answered bigint, facility double precision, discrimination double precision, seconds double precision, picks jsonb)
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
declare
  versions uuid[] := (select array_agg(v.id) from bank_question_version v where v.question_id = asked);
  places uuid[] := array(
    select a.id from activity a join course_version v on v.id = a.version_id
    where a.kind = 'quiz' and concord.may_read_version(v.id)
      and (v.course_id = any(concord.courses()) or concord.manages_training())
      and case when quiz is not null then exists (select 1 from activity w join course_version o on o.id = w.version_id
          where w.id = quiz and o.course_id = v.course_id and w.key = a.key)
        else exists (select 1 from question q where q.activity_id = a.id
          and (q.bank_version_id = any(versions) or q.pool && versions)) end);
begin return query
  with picked as (
    select r.version_id, r.answer->'choices' as choices, count(*) as n, count(r.answer) as given,
      sum(r.score) as x, sum(r.score * r.score) as xx,
      sum(a.points - r.points) as y, sum((a.points - r.points) * (a.points - r.points)) as yy,
      sum(r.score * (a.points - r.points)) as xy,
      sum(least(r.milliseconds, 3600000)) / 1000.0 as time, count(r.milliseconds) as timed
    from attempt a join attempt_response r on r.attempt_id = a.id
    where a.activity_id = any(places) and a.graded_at is not null and r.score is not null
      and (versions is null or r.version_id = any(versions))
    group by r.version_id, r.answer->'choices'
  ), items as (
    select p.version_id, sum(p.n) as n, sum(p.given) as given, sum(p.x) as x, sum(p.xx) as xx, sum(p.y) as y,
      sum(p.yy) as yy, sum(p.xy) as xy, sum(p.time) as time, sum(p.timed) as timed
    from picked p group by p.version_id
  ), parts as (
    select c.version_id, jsonb_object_agg(c.choice, c.n) as picks from (
      select p.version_id, choice, sum(p.n) as n from picked p, jsonb_array_elements_text(p.choices) choice
      where jsonb_typeof(p.choices) = 'array' group by p.version_id, choice) c
    group by c.version_id
  )
  select v.id, v.question_id, v.number, q.name, q.kind, v.body, i.n::bigint, i.given::bigint, (i.x / i.n)::float8,
    (case when i.n * i.xx - i.x * i.x > 1e-6 and i.n * i.yy - i.y * i.y > 1e-6
      then (i.n * i.xy - i.x * i.y) / sqrt(i.n * i.xx - i.x * i.x) / sqrt(i.n * i.yy - i.y * i.y) end)::float8,
    (case when i.timed > 0 then i.time / i.timed end)::float8, coalesce(c.picks, '{}')
  from items i join bank_question_version v on v.id = i.version_id join bank_question q on q.id = v.question_id
  left join parts c on c.version_id = i.version_id
  order by q.name, v.number; end $$;
--> statement-breakpoint
grant select on activity, course_version, question to concord_reader;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['activity', 'course_version', 'question', 'enrolment'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles)) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.save_response(uuid, text, integer, jsonb, integer, integer, integer, integer) owner to concord_reader;
--> statement-breakpoint
alter function concord.answered_with(uuid, uuid) owner to concord_reader;
--> statement-breakpoint
alter function concord.accompanies(uuid) owner to concord_reader;
--> statement-breakpoint
alter function concord.item_analysis(uuid, uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.save_response(uuid, text, integer, jsonb, integer, integer, integer, integer),
  concord.answered_with(uuid, uuid), concord.accompanies(uuid), concord.item_analysis(uuid, uuid) from public;
--> statement-breakpoint
grant execute on function concord.save_response(uuid, text, integer, jsonb, integer, integer, integer, integer),
  concord.answered_with(uuid, uuid), concord.accompanies(uuid), concord.item_analysis(uuid, uuid) to concord_app, concord_worker;
