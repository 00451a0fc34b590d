-- Functions that look past row security, each for one narrow question. Their owners are no superusers.
grant select on session, person, account, party, appointment, attestation, level, system_setting, thread, thread_member,
  contribution, marking to concord_reader;
--> statement-breakpoint
grant update on session to concord_reader;
--> statement-breakpoint
grant select on marking, thread to concord_search;
--> statement-breakpoint
grant select, insert, update, delete on search_entry to concord_search;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['session', 'person', 'account', 'party', 'appointment', 'attestation', 'level', 'system_setting',
    'thread', 'thread_member', 'contribution', 'marking'] loop
    execute format('create policy reader_all on %I to concord_reader using (true)', t);
  end loop;
  foreach t in array array['marking', 'thread', 'search_entry'] loop
    execute format('create policy search_all on %I to concord_search using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- What people may see now: acting party, attested level under the ceiling, caveats. A person who has ended has no row.
create function concord.person_access(wanted uuid[])
returns table (person_id uuid, party_id uuid, level integer, caveats text[])
language sql stable security definer set search_path = public, pg_temp as
$$ select p.id, coalesce(y.nation_id, y.id),
     least((select ceiling from system_setting), coalesce(max(a.level), 0)),
     coalesce(array_agg(distinct c) filter (where c is not null), '{}')
   from person p
   join party y on y.id = p.party_id
   left join attestation a on a.person_id = p.id and a.revoked_at is null
     and a.valid_from <= now() and a.valid_until > now()
   left join lateral unnest(a.caveats) c on true
   where p.id = any(wanted) and (p.ended_at is null or p.ended_at > now())
   group by p.id, y.id $$;
--> statement-breakpoint
-- The level left to somebody signed in this strongly.
create function concord.level_for(attested integer, strength integer) returns integer
language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(max(rank), -1) from level where rank <= attested and needs_strength <= strength
     and not exists (select 1 from level lower where lower.rank < level.rank and lower.needs_strength > strength) $$;
--> statement-breakpoint
-- First statement of each request: finds the session, loads the actor, sets the context of row security.
-- Answers { now, actor: null } to anybody it does not know.
create function concord.enter(session_token_hash text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as
$$
declare s record; a record; roles jsonb; effective integer;
begin
  select x.id, x.person_id, x.strength, x.verified_at, x.seen_at, p.given_name, p.family_name, p.party_id as own_party,
    c.locale, c.theme, c.time_zone into s
  from session x join person p on p.id = x.person_id join account c on c.person_id = p.id
  where x.token_hash = session_token_hash and x.revoked_at is null and x.expires_at > now()
    and x.seen_at + make_interval(secs => x.idle_seconds) > now();
  if not found then return jsonb_build_object('now', clock_timestamp(), 'actor', null); end if;
  select * into a from concord.person_access(array[s.person_id]);
  if not found then return jsonb_build_object('now', clock_timestamp(), 'actor', null); end if;
  if s.seen_at < now() - interval '1 minute' then
    update session set seen_at = now() where id = s.id and seen_at < now() - interval '1 minute';
  end if;
  effective := concord.level_for(a.level, s.strength);
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'role', o.role, 'scope', o.scope, 'scopeId', o.scope_id) order by o.id), '[]')
    into roles from appointment o
    where o.person_id = s.person_id and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now());
  perform set_config('concord.person', s.person_id::text, true),
    set_config('concord.party', a.party_id::text, true),
    set_config('concord.level', effective::text, true),
    set_config('concord.caveats', a.caveats::text, true),
    set_config('concord.mode', 'person', true),
    set_config('concord.admin', case when s.strength >= 2 and exists (
      select 1 from jsonb_array_elements(roles) r where r->>'role' = 'administrator') then 'yes' else '' end, true),
    set_config('concord.bodies', (select coalesce(array_agg(distinct (r->>'scopeId')::uuid), '{}') from jsonb_array_elements(roles) r where r->>'scope' = 'body')::text, true),
    set_config('concord.parties', (select coalesce(array_agg(distinct (r->>'scopeId')::uuid), '{}') from jsonb_array_elements(roles) r
      where r->>'scope' = 'party' and r->>'role' in ('trainingCoordinator', 'securityOfficer'))::text, true),
    set_config('concord.courses', (select coalesce(array_agg(distinct (r->>'scopeId')::uuid), '{}') from jsonb_array_elements(roles) r where r->>'scope' = 'course')::text, true),
    set_config('concord.threads', (select coalesce(array_agg(m.thread_id), '{}') from thread_member m
      where m.person_id = s.person_id and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now()))::text, true);
  return jsonb_build_object('now', clock_timestamp(), 'actor', jsonb_build_object(
    'personId', s.person_id, 'partyId', a.party_id, 'ownPartyId', s.own_party,
    'name', trim(s.given_name || ' ' || s.family_name), 'locale', s.locale, 'theme', s.theme, 'timeZone', s.time_zone,
    'sessionId', s.id, 'strength', s.strength, 'verifiedAt', s.verified_at, 'level', effective, 'caveats', to_jsonb(a.caveats),
    'appointments', roles));
end $$;
--> statement-breakpoint
-- A person who just made a named thread is among the named for the rest of the transaction.
create function concord.include_thread(made uuid) returns void language sql as
$$ select set_config('concord.threads', array_append(concord.threads(), made)::text, true) $$;
--> statement-breakpoint
-- Who of these people may read which of these contributions now; strengths runs beside people.
create function concord.readers_of(wanted uuid[], people uuid[], strengths integer[])
returns table (contribution_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ with reader as (
     select distinct on (x.person_id) a.person_id, a.party_id, concord.level_for(a.level, x.strength) as level, a.caveats
     from unnest(people, strengths) as x(person_id, strength)
     join concord.person_access(people) a on a.person_id = x.person_id
     order by x.person_id, x.strength)
   select c.id, r.person_id
   from contribution c
   join thread t on t.id = c.thread_id
   join marking m on m.id = c.marking_id
   join marking tm on tm.id = t.marking_id
   join reader r on concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats, r.level, r.party_id, r.caveats)
     and concord.marking_allows(tm.level, tm.releasable_to, tm.only_for, tm.caveats, r.level, r.party_id, r.caveats)
   where c.id = any(wanted) and (
     (t.need_to_know = 'body' and exists (select 1 from appointment o where o.person_id = r.person_id and o.scope = 'body'
        and o.scope_id = t.body_id and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())))
     or exists (select 1 from thread_member n where n.thread_id = t.id and n.person_id = r.person_id
        and n.valid_from <= now() and (n.valid_until is null or n.valid_until > now()))) $$;
--> statement-breakpoint
-- Who will be able to read an item so marked: in a thread that exists, or among a body's people or these people.
create function concord.audience_of(
  in_thread uuid, in_body uuid, among uuid[],
  item_level integer, item_releasable uuid[], item_only uuid[], item_caveats text[])
returns table (person_id uuid, party_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ with candidate as (
     select o.person_id as id from appointment o
       where o.scope = 'body' and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
         and o.scope_id = coalesce((select t.body_id from thread t where t.id = in_thread and t.need_to_know = 'body'),
           case when in_thread is null and among is null then in_body end)
     union
     select n.person_id from thread_member n where n.thread_id = in_thread
       and n.valid_from <= now() and (n.valid_until is null or n.valid_until > now())
     union
     select unnest(among) where in_thread is null)
   select a.person_id, a.party_id
   from concord.person_access((select coalesce(array_agg(id), '{}') from candidate)) a
   where concord.marking_allows(item_level, item_releasable, item_only, item_caveats, a.level, a.party_id, a.caveats) $$;
--> statement-breakpoint
create function concord.index_words(
  contribution uuid, thread uuid, marking uuid, party uuid, written timestamptz, content text) returns void
language sql security definer set search_path = public, pg_temp as
$$ insert into search_entry (contribution_id, thread_id, marking_id, party_id, created_at, words)
   values (contribution, thread, marking, party, written, to_tsvector('simple', unaccent(content)))
   on conflict (contribution_id) do update set marking_id = excluded.marking_id, words = excluded.words $$;
--> statement-breakpoint
create function concord.unindex_words(contribution uuid) returns void
language sql security definer set search_path = public, pg_temp as
$$ delete from search_entry e where e.contribution_id = unindex_words.contribution $$;
--> statement-breakpoint
-- Search: ids only, newest first, under READ as of this transaction's context. `before` is the last id already shown.
create function concord.search(words_wanted text, before uuid, in_body uuid, of_party uuid, since timestamptz, most integer)
returns table (contribution_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare query tsquery := websearch_to_tsquery('simple', unaccent(words_wanted));
begin
  return query
  select s.contribution_id from search_entry s
  where s.words @@ query
    and s.contribution_id < coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    and s.marking_id in (select m.id from marking m where concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
      concord.level(), concord.party_id(), concord.caveats()))
    and s.thread_id in (select t.id from thread t
      join marking m on m.id = t.marking_id and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
        concord.level(), concord.party_id(), concord.caveats())
      where ((t.need_to_know = 'body' and t.body_id = any(concord.bodies())) or t.id = any(concord.threads()))
        and (in_body is null or t.body_id = in_body))
    and (of_party is null or s.party_id = of_party)
    and (since is null or s.created_at >= since)
  order by s.contribution_id desc
  limit least(most, 100);
end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader, concord_search;
--> statement-breakpoint
alter function concord.person_access(uuid[]) owner to concord_reader;
--> statement-breakpoint
alter function concord.level_for(integer, integer) owner to concord_reader;
--> statement-breakpoint
alter function concord.enter(text) owner to concord_reader;
--> statement-breakpoint
alter function concord.readers_of(uuid[], uuid[], integer[]) owner to concord_reader;
--> statement-breakpoint
alter function concord.audience_of(uuid, uuid, uuid[], integer, uuid[], uuid[], text[]) owner to concord_reader;
--> statement-breakpoint
alter function concord.index_words(uuid, uuid, uuid, uuid, timestamptz, text) owner to concord_search;
--> statement-breakpoint
alter function concord.unindex_words(uuid) owner to concord_search;
--> statement-breakpoint
alter function concord.search(text, uuid, uuid, uuid, timestamptz, integer) owner to concord_search;
--> statement-breakpoint
revoke create on schema concord from concord_reader, concord_search;
--> statement-breakpoint
revoke execute on all functions in schema concord from public;
--> statement-breakpoint
grant execute on all functions in schema concord to concord_app, concord_worker, concord_reader, concord_search;
