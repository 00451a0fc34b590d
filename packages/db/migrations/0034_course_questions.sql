ALTER TABLE "thread" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "answered_by" uuid;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_answered" CHECK (("thread"."answered_at" is null) = ("thread"."answered_by" is null)
        and ("thread"."answered_at" is null or "thread"."activity_key" is not null));--> statement-breakpoint
-- What learners ask under an activity is a thread of the course's own body. Need to know there: an enrolment that stands,
-- an appointment in the course, or managing training. Administering the portal alone opens nothing.
create function concord.course_people(wanted uuid[]) returns table (course_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select e.course_id, e.person_id from enrolment e where e.course_id = any(wanted) and e.withdrawn_at is null
   union
   select o.scope_id, o.person_id from appointment o where o.scope = 'course' and o.scope_id = any(wanted)
     and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
   union
   select w, o.person_id from unnest(wanted) w, appointment o where o.role = 'trainingManager'
     and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()) $$;
--> statement-breakpoint
create function concord.course_bodies() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(array_agg(b.id), '{}') from body b where b.course_id is not null and (
     b.course_id = any(concord.courses())
     or coalesce(current_setting('concord.trains', true), '') = 'yes'
     or exists (select 1 from enrolment e where e.person_id = concord.person_id() and e.course_id = b.course_id
       and e.withdrawn_at is null)) $$;
--> statement-breakpoint
create function concord.member_bodies() returns uuid[] language sql stable as
$$ select concord.bodies() || concord.course_bodies() $$;
--> statement-breakpoint
-- The body of a course, made when its first question is asked; it takes on the course's title each time.
create function concord.course_body(wanted uuid, title_en text, title_fr text) returns uuid
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
  on conflict (course_id) do update set name_en = excluded.name_en, name_fr = excluded.name_fr
  returning id into made;
  return made;
end $$;
--> statement-breakpoint
-- Who answers in a course: told to its own people, so that whom they ask hears of it.
create function concord.teachers_of(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.person_id) from appointment o
  where o.scope = 'course' and o.scope_id = wanted
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    and exists (select 1 from concord.course_people(array[wanted]) p where p.person_id = concord.person_id())), '{}'); end $$;
--> statement-breakpoint
grant select, insert, update (name_en, name_fr) on body to concord_reader;
--> statement-breakpoint
grant select on course to concord_reader;
--> statement-breakpoint
do $$
begin
  if not exists (select 1 from pg_policies where tablename = 'course' and policyname = 'reader_all') then
    create policy reader_all on course for select to concord_reader using (true);
  end if;
end $$;
--> statement-breakpoint
create policy reader_all on body to concord_reader using (true) with check (course_id is not null);
--> statement-breakpoint
-- As before, and a course's people among those who may hear.
create or replace function concord.readers_of(wanted uuid[], people uuid[], strengths integer[])
returns table (contribution_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as
$$ with asked as materialized (
     select x.person_id, min(x.strength) as strength from unnest(people, strengths) as x(person_id, strength)
     group by x.person_id),
   known as materialized (
     select a.person_id, a.party_id, a.level, a.caveats, s.strength
     from concord.person_access(people) a join asked s on s.person_id = a.person_id),
   allowed as materialized (
     select d.level, d.strength, concord.level_for(d.level, d.strength) as effective
     from (select distinct level, strength from known) d),
   item as materialized (
     select c.id, c.thread_id, c.marking_id, t.body_id, t.need_to_know, t.marking_id as thread_marking_id,
       case when t.activity_key is not null and t.need_to_know = 'body'
         then (select b.course_id from body b where b.id = t.body_id) end as course_id
     from contribution c join thread t on t.id = c.thread_id where c.id = any(wanted)),
   member as (
     select i.id, o.person_id from item i join appointment o on o.scope = 'body' and o.scope_id = i.body_id
       where i.need_to_know = 'body' and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
     union
     select i.id, n.person_id from item i join thread_member n on n.thread_id = i.thread_id
       where n.valid_from <= now() and (n.valid_until is null or n.valid_until > now())
     union
     select i.id, p.person_id from item i join concord.course_people((select coalesce(array_agg(distinct x.course_id), '{}')
         from item x where x.course_id is not null)) p on p.course_id = i.course_id)
   select b.id, k.person_id
   from member b
   join item i on i.id = b.id
   join known k on k.person_id = b.person_id
   join allowed l on l.level = k.level and l.strength = k.strength
   join marking m on m.id = i.marking_id
   join marking tm on tm.id = i.thread_marking_id
   where concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats, l.effective, k.party_id, k.caveats)
     and concord.marking_allows(tm.level, tm.releasable_to, tm.only_for, tm.caveats, l.effective, k.party_id, k.caveats) $$;
--> statement-breakpoint
create or replace function concord.audience_of(
  in_thread uuid, in_body uuid, among uuid[],
  item_level integer, item_releasable uuid[], item_only uuid[], item_caveats text[])
returns table (person_id uuid, party_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ with place as materialized (
     select coalesce((select t.body_id from thread t where t.id = in_thread and t.need_to_know = 'body'),
       case when in_thread is null and among is null then in_body end) as body_id),
   candidate as (
     select o.person_id as id from appointment o
       where o.scope = 'body' and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
         and o.scope_id = (select body_id from place)
     union
     select n.person_id from thread_member n where n.thread_id = in_thread
       and n.valid_from <= now() and (n.valid_until is null or n.valid_until > now())
     union
     select p.person_id from concord.course_people((select coalesce(array_agg(b.course_id), '{}') from body b
       where b.id = (select body_id from place) and b.course_id is not null)) p
     union
     select unnest(among) where in_thread is null)
   select a.person_id, a.party_id
   from concord.person_access((select coalesce(array_agg(id), '{}') from candidate)) a
   where concord.marking_allows(item_level, item_releasable, item_only, item_caveats, a.level, a.party_id, a.caveats) $$;
--> statement-breakpoint
create or replace function concord.search(words_wanted text, before uuid, in_body uuid, of_party uuid, since timestamptz, most integer)
returns table (contribution_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as
$$
declare
  query tsquery := websearch_to_tsquery('simple', unaccent(words_wanted));
  last uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  readable_bodies uuid[] := concord.member_bodies();
  readable_markings uuid[];
  readable_threads uuid[];
begin
  select coalesce(array_agg(m.id), '{}') into readable_markings from marking m
  where concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
    concord.level(), concord.party_id(), concord.caveats());
  select coalesce(array_agg(t.id), '{}') into readable_threads from thread t
  where t.marking_id = any(readable_markings)
    and ((t.need_to_know = 'body' and t.body_id = any(readable_bodies)) or t.id = any(concord.threads()))
    and (in_body is null or t.body_id = in_body);
  return query
  select s.contribution_id from search_entry s
  where s.words @@ query
    and s.contribution_id < last
    and s.marking_id = any(readable_markings)
    and s.thread_id = any(readable_threads)
    and (of_party is null or s.party_id = of_party)
    and (since is null or s.created_at >= since)
  order by s.contribution_id desc
  limit least(most, 100);
end $$;
--> statement-breakpoint
drop policy thread_read on thread;
--> statement-breakpoint
create policy thread_read on thread for select to concord_app
  using (marking_id in (select id from marking)
    and ((need_to_know = 'body' and body_id = any((select concord.member_bodies())::uuid[]))
      or id = any((select concord.threads())::uuid[])));
--> statement-breakpoint
drop policy thread_new on thread;
--> statement-breakpoint
-- A question says which activity it is about, and nothing else does.
create policy thread_new on thread for insert to concord_app
  with check (created_by = (select concord.person_id()) and marking_id in (select id from marking)
    and (activity_key is null and body_id = any((select concord.bodies())::uuid[])
      or activity_key is not null and need_to_know = 'body' and body_id = any((select concord.course_bodies())::uuid[])));
--> statement-breakpoint
drop policy thread_change on thread;
--> statement-breakpoint
create policy thread_change on thread for update to concord_app
  using (marking_id in (select id from marking)
    and ((need_to_know = 'body' and body_id = any((select concord.member_bodies())::uuid[]))
      or id = any((select concord.threads())::uuid[])));
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.course_people(uuid[]) owner to concord_reader;
--> statement-breakpoint
alter function concord.course_bodies() owner to concord_reader;
--> statement-breakpoint
alter function concord.course_body(uuid, text, text) owner to concord_reader;
--> statement-breakpoint
alter function concord.teachers_of(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.course_people(uuid[]), concord.course_bodies(), concord.member_bodies(),
  concord.course_body(uuid, text, text), concord.teachers_of(uuid) from public;
--> statement-breakpoint
grant execute on function concord.course_people(uuid[]) to concord_worker, concord_reader;
--> statement-breakpoint
grant execute on function concord.course_bodies(), concord.member_bodies()
  to concord_app, concord_worker, concord_reader, concord_search;
--> statement-breakpoint
grant execute on function concord.course_body(uuid, text, text), concord.teachers_of(uuid) to concord_app;
