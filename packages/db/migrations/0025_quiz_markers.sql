-- Who marks an attempt that waits: the staff of its course, told to who handed it in so that they can be told of it.
create function concord.markers_of(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.person_id)
  from attempt a join enrolment e on e.id = a.enrolment_id
  join appointment o on o.scope = 'course' and o.scope_id = e.course_id
  where a.id = wanted and a.person_id = concord.person_id() and a.submitted_at is not null
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())), '{}'); end $$;
--> statement-breakpoint
drop function concord.item_analysis(uuid, uuid);
--> statement-breakpoint
-- How the questions of a quiz (over all versions of its course), or one question of the bank, have worked: one pass over
-- the answers of graded attempts, by what was picked; sums of products give the correlation with the rest of the attempt.
create function concord.item_analysis(wanted_quiz uuid, wanted_question uuid)
returns table (version_id uuid, question_id uuid, number integer, name text, kind text, body jsonb, tries bigint,
  answered bigint, facility double precision, discrimination double precision, seconds double precision, picks jsonb)
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
#variable_conflict use_column
declare
  versions uuid[] := (select array_agg(v.id) from bank_question_version v where v.question_id = wanted_question);
  places uuid[] := array(
    select a.id from activity a join course_version v on v.id = a.version_id
    where a.kind = 'quiz' and concord.may_read_version(v.id)
      and (v.course_id = any(concord.courses()) or concord.manages_training())
      and case when wanted_quiz is not null then exists (select 1 from activity w join course_version o on o.id = w.version_id
          where w.id = wanted_quiz and o.course_id = v.course_id and w.key = a.key)
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
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.markers_of(uuid) owner to concord_reader;
--> statement-breakpoint
alter function concord.item_analysis(uuid, uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.markers_of(uuid), concord.item_analysis(uuid, uuid) from public;
--> statement-breakpoint
grant execute on function concord.markers_of(uuid), concord.item_analysis(uuid, uuid) to concord_app, concord_worker;
