-- What a course asks for before it is begun, and whether the person holds it now. One look for one course, by key: through
-- the tables' own policies it would read every course and every marking on each page of a course.
create function concord.prerequisites(wanted uuid)
returns table (course_id uuid, met boolean)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query
  select p.required_course_id, exists (select 1 from credential c
    where c.person_id = concord.person_id() and c.course_id = p.required_course_id and c.revoked_at is null
      and (c.valid_until is null or c.valid_until > now()))
  from course_prerequisite p where p.course_id = wanted
  order by p.required_course_id; end $$;
--> statement-breakpoint
-- A calendar comes without a sign-in, by its secret address. It is entered as its person, who has to be here still, at the
-- lowest level and without any appointment: row security then names nothing stronger.
create function concord.enter_calendar(secret_hash text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as
$$
declare f record;
begin
  select x.person_id, x.used_at, c.locale, c.time_zone, coalesce(y.nation_id, y.id) as party_id, y.id as own_party_id into f
  from calendar_feed x join person p on p.id = x.person_id join party y on y.id = p.party_id join account c on c.person_id = p.id
  where x.token_hash = secret_hash and (p.ended_at is null or p.ended_at > now());
  if not found then return null; end if;
  if f.used_at is null or f.used_at < now() - interval '1 hour' then
    update calendar_feed set used_at = now() where person_id = f.person_id;
  end if;
  perform set_config('concord.person', f.person_id::text, true),
    set_config('concord.party', f.party_id::text, true),
    set_config('concord.level', '0', true), set_config('concord.caveats', '{}', true),
    set_config('concord.mode', 'person', true), set_config('concord.admin', '', true), set_config('concord.trains', '', true),
    set_config('concord.bodies', '{}', true), set_config('concord.parties', '{}', true),
    set_config('concord.courses', '{}', true), set_config('concord.cohorts', '{}', true),
    set_config('concord.threads', '{}', true);
  return jsonb_build_object('now', clock_timestamp(), 'personId', f.person_id, 'partyId', f.party_id, 'locale', f.locale,
    'timeZone', f.time_zone);
end $$;
--> statement-breakpoint
grant select on course_prerequisite, credential, calendar_feed, account, person, party to concord_reader;
--> statement-breakpoint
grant update (used_at) on calendar_feed to concord_reader;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['course_prerequisite', 'credential', 'account', 'person', 'party'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles)) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
end $$;
--> statement-breakpoint
create policy reader_all on calendar_feed to concord_reader using (true) with check (true);
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.prerequisites(uuid) owner to concord_reader;
--> statement-breakpoint
alter function concord.enter_calendar(text) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.prerequisites(uuid), concord.enter_calendar(text) from public;
--> statement-breakpoint
grant execute on function concord.prerequisites(uuid), concord.enter_calendar(text) to concord_app, concord_worker;
