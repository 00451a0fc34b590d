-- What has to be held before a course is begun: what the course itself asks for, and in a path that goes in order, for who
-- follows it, the required courses before. Each once, in the order in which they are taken.
create or replace function concord.prerequisites(wanted uuid)
returns table (course_id uuid, met boolean)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
#variable_conflict use_column
begin return query
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
  from asked a group by a.id order by min(a.place), a.id; end $$;
--> statement-breakpoint
-- The courses of paths on which a cohort that one looks after is, by member. Empty at once for who looks after none.
create function concord.placed_on_paths() returns table (person_id uuid, course_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
#variable_conflict use_column
begin
  if cardinality(concord.cohorts()) = 0 and cardinality(concord.courses()) = 0 then return; end if;
  return query select distinct m.person_id, s.course_id from path_cohort k
    join cohort c on c.id = k.cohort_id and c.archived_at is null
    join cohort_member m on m.cohort_id = k.cohort_id join learning_path_step s on s.path_id = k.path_id
  where c.id = any(concord.cohorts()) or c.course_id = any(concord.courses()); end $$;
--> statement-breakpoint
-- What the members of a cohort have neither under way nor valid, of the courses of one path or of all the cohort is on.
create function concord.path_lacking(wanted uuid, of_path uuid) returns table (person_id uuid, course_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
#variable_conflict use_column
begin
  if not exists (select 1 from cohort c where c.id = wanted
    and (concord.manages_training() or c.id = any(concord.cohorts()) or c.course_id = any(concord.courses()))) then return; end if;
  return query select distinct m.person_id, s.course_id from path_cohort k
    join cohort_member m on m.cohort_id = k.cohort_id join learning_path_step s on s.path_id = k.path_id
    join person p on p.id = m.person_id and (p.ended_at is null or p.ended_at > now())
  where k.cohort_id = wanted and (of_path is null or k.path_id = of_path)
    and not exists (select 1 from enrolment e where e.person_id = m.person_id and e.course_id = s.course_id
      and e.withdrawn_at is null and e.completed_at is null)
    and not exists (select 1 from credential h where h.person_id = m.person_id and h.course_id = s.course_id
      and h.revoked_at is null and (h.valid_until is null or h.valid_until > now())); end $$;
--> statement-breakpoint
-- Who teaches a course that may be read, by name of office: whom a learner may ask.
create function concord.course_staff(wanted uuid) returns table (person_id uuid, role text)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
#variable_conflict use_column
begin
  if not exists (select 1 from course c join marking m on m.id = c.marking_id where c.id = wanted
    and concord.person_id() is not null and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
      concord.level(), concord.party_id(), concord.caveats())) then return; end if;
  return query select o.person_id, o.role::text from appointment o
    join person p on p.id = o.person_id and (p.ended_at is null or p.ended_at > now())
  where o.scope = 'course' and o.scope_id = wanted and o.role in ('courseDirector', 'instructor')
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()); end $$;
--> statement-breakpoint
grant select on cohort, course, marking, learning_path, learning_path_step, path_follower, path_cohort, cohort_member,
  enrolment, credential, person, appointment, course_prerequisite to concord_reader;
--> statement-breakpoint
do $$
declare t text; f text;
begin
  foreach t in array array['cohort', 'course', 'marking', 'learning_path', 'learning_path_step', 'path_follower', 'path_cohort',
    'cohort_member', 'enrolment', 'credential', 'person', 'appointment', 'course_prerequisite'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles) and cmd in ('SELECT', 'ALL')) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
  grant create on schema concord to concord_reader;
  foreach f in array array['placed_on_paths()', 'path_lacking(uuid, uuid)', 'course_staff(uuid)'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
    execute format('grant execute on function concord.%s to concord_app, concord_worker', f);
  end loop;
  revoke create on schema concord from concord_reader;
end $$;
--> statement-breakpoint
-- Who looks after a cohort begins for its members the courses of the paths it is on.
create policy enrolment_of_path on enrolment to concord_app
  using ((person_id, course_id) in (select x.person_id, x.course_id from concord.placed_on_paths() x))
  with check ((person_id, course_id) in (select x.person_id, x.course_id from concord.placed_on_paths() x));
