ALTER TABLE "body" ADD COLUMN "exercise_id" uuid;--> statement-breakpoint
ALTER TABLE "body" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "exercise_id" uuid;--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
alter table body add constraint body_of_one check (course_id is null or exercise_id is null);
--> statement-breakpoint
-- A body's one living copy in an exercise; those before it were set back.
create unique index body_twin on body (exercise_id) where exercise_id is not null and retired_at is null;
--> statement-breakpoint
-- The exercise this request is in, or null outside any: what its session was put into, read from the database each time.
create function concord.world() returns uuid language sql stable as
$$ select nullif(current_setting('concord.world', true), '')::uuid $$;
--> statement-breakpoint
revoke execute on function concord.world() from public;
--> statement-breakpoint
grant execute on function concord.world() to concord_app, concord_worker, concord_reader, concord_search;
--> statement-breakpoint
-- As before; and of the bodies a person sits in, and of the threads that name them, only those of the world the session is
-- in: outside any exercise no body of one is there, and in an exercise no other.
create or replace function concord.enter(session_token_hash text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as
$$
declare s record; a record; effective integer; looked uuid[];
begin
  select x.id, x.person_id, x.strength, x.verified_at, x.seen_at < now() - interval '1 minute' as unseen, x.exercise_id,
    trim(p.given_name || ' ' || p.family_name) as name, p.party_id, c.locale, c.theme, c.time_zone,
    held.*, named.threads
  into s
  from session x join person p on p.id = x.person_id join account c on c.person_id = p.id
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'role', o.role, 'scope', o.scope, 'scopeId', o.scope_id)
        order by o.id), '[]') as appointments,
      coalesce(bool_or(o.role = 'administrator'), false) as administers,
      coalesce(bool_or(o.role = 'trainingManager'), false) as trains,
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'body'), '{}') as bodies,
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'party'
        and o.role in ('trainingCoordinator', 'securityOfficer')), '{}') as parties,
      array_agg(o.scope_id) filter (where o.role = 'trainingCoordinator') as coordinated,
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'course'), '{}') as courses,
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'cohort'), '{}') as cohorts
    from appointment o left join body b on o.scope = 'body' and b.id = o.scope_id
    where o.person_id = x.person_id and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
      and (b.id is null or b.exercise_id is not distinct from x.exercise_id)) held
  cross join lateral (
    select coalesce(array_agg(m.thread_id), '{}') as threads from thread_member m
    join thread t on t.id = m.thread_id join body b on b.id = t.body_id
    where m.person_id = x.person_id and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())
      and b.exercise_id is not distinct from x.exercise_id and b.retired_at is null) named
  where x.token_hash = session_token_hash and x.revoked_at is null and x.expires_at > now()
    and x.seen_at + make_interval(secs => x.idle_seconds) > now();
  if not found then return jsonb_build_object('now', clock_timestamp(), 'actor', null); end if;
  select * into a from concord.person_access(array[s.person_id]);
  if not found then return jsonb_build_object('now', clock_timestamp(), 'actor', null); end if;
  if s.unseen then
    update session set seen_at = now() where id = s.id and seen_at < now() - interval '1 minute';
  end if;
  effective := concord.level_for(a.level, s.strength);
  looked := s.parties;
  if s.coordinated is not null then
    looked := looked || array(select y.id from party y where y.nation_id = any(s.coordinated) and not y.id = any(s.parties));
  end if;
  perform set_config('concord.person', s.person_id::text, true),
    set_config('concord.party', a.party_id::text, true),
    set_config('concord.level', effective::text, true),
    set_config('concord.caveats', a.caveats::text, true),
    set_config('concord.mode', 'person', true),
    set_config('concord.admin', case when s.strength >= 2 and s.administers then 'yes' else '' end, true),
    set_config('concord.bodies', s.bodies::text, true),
    set_config('concord.parties', looked::text, true),
    set_config('concord.courses', s.courses::text, true),
    set_config('concord.cohorts', s.cohorts::text, true),
    set_config('concord.trains', case when s.trains then 'yes' else '' end, true),
    set_config('concord.threads', s.threads::text, true),
    set_config('concord.world', coalesce(s.exercise_id::text, ''), true);
  return jsonb_build_object('now', clock_timestamp(), 'actor', jsonb_build_object(
    'personId', s.person_id, 'partyId', a.party_id, 'ownPartyId', s.party_id, 'name', s.name, 'locale', s.locale,
    'theme', s.theme, 'timeZone', s.time_zone, 'sessionId', s.id, 'strength', s.strength, 'verifiedAt', s.verified_at,
    'level', effective, 'caveats', to_jsonb(a.caveats), 'appointments', s.appointments, 'exerciseId', s.exercise_id));
end $$;
--> statement-breakpoint
-- Whom a person sits for as what: of the bodies that are there for this request, and of no other.
create or replace function concord.bodies_as(variadic wanted text[]) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(array_agg(distinct scope_id), '{}') from appointment
   where person_id = concord.person_id() and scope = 'body' and role = any(wanted)
     and scope_id = any(concord.bodies())
     and valid_from <= now() and (valid_until is null or valid_until > now()) $$;
--> statement-breakpoint
create or replace function concord.bodies_with(power text) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(array_agg(distinct a.scope_id), '{}') from appointment a
   join body_member m on m.body_id = a.scope_id and m.party_id = concord.party_id()
     and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())
   join party p on p.id = m.party_id and p.kind = 'nation'
   where a.person_id = concord.person_id() and a.scope = 'body' and a.scope_id = any(concord.bodies())
     and (a.role = 'headOfDelegation' or (a.role = 'delegate' and power = any(a.powers)))
     and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now()) $$;
--> statement-breakpoint
-- No glass is broken in an exercise, and none of an exercise from outside.
create or replace function concord.may_break_glass(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as
$$ select concord.is_admin() and concord.world() is null and (select s.break_glass from system_setting s) and exists (
     select 1 from thread t join marking m on m.id = t.marking_id join body b on b.id = t.body_id
     where t.id = wanted and b.course_id is null and b.exercise_id is null
       and not (t.need_to_know = 'body' and t.body_id = any(concord.bodies())) and not t.id = any(concord.threads())
       and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
         concord.level(), concord.party_id(), concord.caveats())) $$;
--> statement-breakpoint
create or replace function concord.glass() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as
$$ select case when concord.is_admin() and concord.world() is null
   then coalesce((select array_agg(g.thread_id) from concord.glass_readers(null) g
     where g.person_id = concord.person_id()), '{}') else '{}'::uuid[] end $$;
--> statement-breakpoint
create or replace function concord.calendar_meetings()
returns table (id uuid, body text, starts_at timestamptz, ends_at timestamptz, time_zone text)
language sql stable security definer set search_path = public, pg_temp as
$$ select m.id, b.code, m.starts_at, m.ends_at, b.time_zone
   from meeting m join body b on b.id = m.body_id and b.exercise_id is null join marking k on k.id = m.marking_id
   where m.published_at is not null and m.cancelled_at is null and m.ends_at > now() - interval '90 days'
     and concord.marking_allows(k.level, k.releasable_to, k.only_for, k.caveats,
       concord.level(), concord.party_id(), concord.caveats())
     and exists (select 1 from appointment o where o.person_id = concord.person_id() and o.scope = 'body'
       and o.scope_id = m.body_id and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()))
   order by m.starts_at, m.id $$;
--> statement-breakpoint
-- What hangs on rows rather than on who sits where: bodies, seats in them, and what the record says.
create policy body_world on body as restrictive for select to concord_app
  using (course_id is not null or exercise_id is not distinct from (select concord.world()));
--> statement-breakpoint
create policy appointment_world on appointment as restrictive for select to concord_app
  using (scope <> 'body' or (select concord.mode()) = 'auth' or scope_id in (select id from body));
--> statement-breakpoint
create policy record_world on record_entry as restrictive for select to concord_app
  using (coalesce(details->>'exercise', '') = coalesce((select concord.world())::text, ''));
--> statement-breakpoint
-- The copy an exercise has, for those in it, wherever they stand.
create function concord.twin(wanted uuid) returns table (id uuid, code text, made_at timestamptz, rounds integer)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query select b.id, b.code, b.created_at,
    (select count(*)::int from body n where n.exercise_id = wanted) from body b
  where b.exercise_id = wanted and b.retired_at is null
    and (wanted = any(concord.exercises()) or wanted = any(concord.exercise_seats())); end $$;
--> statement-breakpoint
create function concord.twin_people(wanted uuid) returns table (person_id uuid, role text)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query select o.person_id, o.role from appointment o join concord.twin(wanted) t on t.id = o.scope_id
  where o.scope = 'body' and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()); end $$;
--> statement-breakpoint
-- Makes the copy of an exercise, or makes it anew: the one before it is set back, so that nobody sits in it any more and
-- nothing of it is there. People as given: who sits for a nation sits for the own.
create function concord.make_twin(wanted uuid, made uuid, people jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as
$$ declare given text; rounds integer; old uuid;
begin
  if not wanted = any(concord.exercises_controlled()) then
    raise exception 'not of this exercise' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(wanted::text, 6));
  select count(*) into rounds from body b where b.exercise_id = wanted;
  select b.id into old from body b where b.exercise_id = wanted and b.retired_at is null;
  update body set retired_at = now() where id = old;
  update appointment set valid_until = now() where scope = 'body' and scope_id = old and valid_until is null;
  select 'EXERCISE-' || e.code || case when rounds > 0 then '-' || (rounds + 1) else '' end into given
    from exercise e where e.id = wanted;
  insert into body (id, code, name_en, name_fr, time_zone, minimum_silence_hours, urgent_silence_hours, crisis_silence_hours,
    working_hours, exercise_id)
  select made, given, 'EXERCISE ' || e.name_en, 'EXERCICE ' || e.name_fr, e.time_zone, 0, 0, 0,
    '{"from": "00:00", "to": "23:59", "days": [1, 2, 3, 4, 5, 6, 7]}', e.id from exercise e where e.id = wanted;
  insert into appointment (id, person_id, role, scope, scope_id, valid_from, appointed_by)
  select (p->>'id')::uuid, (p->>'personId')::uuid, p->>'role', 'body', made, now(), concord.person_id()
    from jsonb_array_elements(people) p
    where (p->>'personId')::uuid = any(concord.exercise_everybody(wanted));
  insert into body_member (body_id, party_id, valid_from)
  select distinct made, n.id, now() from appointment o join person p on p.id = o.person_id join party y on y.id = p.party_id
    join party n on n.id = coalesce(y.nation_id, y.id) and n.kind = 'nation'
    where o.scope_id = made and o.role in ('headOfDelegation', 'delegate');
  return given;
end $$;
--> statement-breakpoint
-- Puts the session of this request into an exercise's world, where the person sits in its copy; null takes it out again.
create function concord.step_into(of_session uuid, wanted uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as
$$ begin
  if wanted is not null and not exists (select from concord.twin_people(wanted) t where t.person_id = concord.person_id()) then
    return false;
  end if;
  update session x set exercise_id = wanted where x.id = of_session and x.person_id = concord.person_id();
  return true;
end $$;
--> statement-breakpoint
do $$ begin
  if not exists (select 1 from pg_policies where tablename = 'exercise' and 'concord_reader' = any(roles)) then
    create policy reader_all on exercise for select to concord_reader using (true);
    grant select on exercise to concord_reader;
  end if;
  if not exists (select 1 from pg_policies where tablename = 'body_member' and 'concord_reader' = any(roles) and cmd in ('SELECT', 'ALL')) then
    create policy reader_all on body_member for select to concord_reader using (true);
    grant select on body_member to concord_reader;
  end if;
end $$;
--> statement-breakpoint
grant insert on appointment, body_member to concord_reader;
--> statement-breakpoint
grant update (retired_at) on body to concord_reader;
--> statement-breakpoint
grant update (valid_until) on appointment to concord_reader;
--> statement-breakpoint
grant update (exercise_id) on session to concord_reader;
--> statement-breakpoint
create policy reader_twin on body for insert to concord_reader with check (exercise_id is not null);
--> statement-breakpoint
create policy reader_twin_back on body for update to concord_reader
  using (exercise_id is not null) with check (exercise_id is not null);
--> statement-breakpoint
create policy reader_twin on body_member for insert to concord_reader
  with check (body_id in (select id from body where exercise_id is not null));
--> statement-breakpoint
create policy reader_twin on appointment for insert to concord_reader
  with check (scope = 'body' and scope_id in (select id from body where exercise_id is not null));
--> statement-breakpoint
create policy reader_twin_end on appointment for update to concord_reader
  using (scope = 'body' and scope_id in (select id from body where exercise_id is not null))
  with check (scope = 'body' and scope_id in (select id from body where exercise_id is not null));
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['twin(uuid)', 'twin_people(uuid)', 'make_twin(uuid, uuid, jsonb)', 'step_into(uuid, uuid)'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
    execute format('grant execute on function concord.%s to concord_app, concord_reader', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
