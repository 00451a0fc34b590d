-- As before; a course that asks for nothing and stands on no path is answered at once: the page of every course asks this.
create or replace function concord.prerequisites(wanted uuid)
returns table (course_id uuid, met boolean)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
#variable_conflict use_column
begin
  if not exists (select 1 from course_prerequisite p where p.course_id = wanted)
    and not exists (select 1 from learning_path_step s where s.course_id = wanted) then
    return;
  end if;
  return query
  with asked as (
    select p.required_course_id as id, -1 as place from course_prerequisite p where p.course_id = wanted
    union all
    select b.course_id, b.position from learning_path_step s
      join learning_path l on l.id = s.path_id and l.in_order = 1 and l.archived_at is null
      join learning_path_step b on b.path_id = l.id and b.position < s.position and b.required = 1
    where s.course_id = wanted
      and (exists (select 1 from path_follower f where f.path_id = l.id and f.person_id = concord.person_id())
        or exists (select 1 from path_cohort k join cohort_member m on m.cohort_id = k.cohort_id
          where k.path_id = l.id and m.person_id = concord.person_id()))
  )
  select a.id, exists (select 1 from credential c
    where c.person_id = concord.person_id() and c.course_id = a.id and c.revoked_at is null
      and (c.valid_until is null or c.valid_until > now()))
  from asked a group by a.id order by min(a.place), a.id;
end $$;
