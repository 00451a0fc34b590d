-- Two first questions under a course at one time both make its body. "on conflict (course_id)" arbitrates that one
-- index alone, so that the second question failed on the body's code, which is unique too. Without a target every
-- unique index arbitrates: the second waits for the first and takes the body it made.
create or replace function concord.course_body(wanted uuid, title_en text, title_fr text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as
$$ declare made uuid;
begin
  if not exists (select 1 from concord.course_people(array[wanted]) p where p.person_id = concord.person_id()) then
    raise exception 'not of this course' using errcode = 'insufficient_privilege';
  end if;
  insert into body (id, code, name_en, name_fr, time_zone, working_hours, course_id)
  select gen_random_uuid(), 'course ' || c.slug, title_en, title_fr, s.time_zone,
    '{"from": "08:00", "to": "18:00", "days": [1, 2, 3, 4, 5]}', c.id
  from course c, system_setting s where c.id = wanted
  on conflict do nothing
  returning id into made;
  if made is null then
    update body set name_en = title_en, name_fr = title_fr where course_id = wanted
    returning id into strict made;
  end if;
  return made;
end $$;
