-- How far open paths are, from what was done and not from what there is to do: units of a version are counted once for all
-- its paths, and only progress and attempts that exist are read. A plan for how many are asked: one path, or a party's.
create or replace function concord.path_states(wanted uuid[])
returns table (enrolment_id uuid, started boolean, done integer, total integer, failed_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as
$$
declare everyone boolean := concord.manages_training(); me uuid := concord.person_id();
  mine uuid[] := concord.parties(); taught uuid[] := concord.courses();
begin return query
  with path as (
    select e.id, e.version_id, e.last_seen_at is not null as seen from enrolment e join person p on p.id = e.person_id
    where e.id = any(wanted) and (everyone or e.person_id = me or p.party_id = any(mine) or e.course_id = any(taught))
  ), part as (
    select a.version_id, a.unit_id, count(*) as size, count(*) over (partition by a.version_id) as parts from activity a
    where a.required and a.version_id in (select x.version_id from path x) group by a.version_id, a.unit_id
  ), whole as (select distinct p.version_id, p.parts from part p
  ), done as (
    select x.id, a.unit_id, count(g.completed_at) as size from path x
    join activity_progress g on g.enrolment_id = x.id
    join activity a on a.id = g.activity_id and a.version_id = x.version_id and a.required
    group by x.id, a.unit_id
  ), far as (
    select d.id, count(*) filter (where d.size = p.size) as parts from done d join part p on p.unit_id = d.unit_id group by d.id
  ), latest as (
    select distinct on (l.enrolment_id, l.activity_id) l.enrolment_id, l.activity_id, l.passed, l.submitted_at
    from path x join attempt l on l.enrolment_id = x.id order by l.enrolment_id, l.activity_id, l.number desc
  ), stuck as (
    select t.enrolment_id, max(t.submitted_at) as at from latest t
    join path x on x.id = t.enrolment_id
    join activity a on a.id = t.activity_id and a.version_id = x.version_id and a.required and a.kind = 'quiz'
    where t.passed = false and not exists (select from activity_progress g
      where g.enrolment_id = t.enrolment_id and g.activity_id = t.activity_id and g.completed_at is not null)
    group by t.enrolment_id)
  select x.id, x.seen or f.id is not null, coalesce(f.parts, 0)::integer, coalesce(w.parts, 0)::integer, s.at
  from path x left join whole w on w.version_id = x.version_id left join far f on f.id = x.id
  left join stuck s on s.enrolment_id = x.id;
end $$;
