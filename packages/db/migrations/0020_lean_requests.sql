-- What every request asks is asked in fewer steps.
--
-- The marking half of READ, as before, but told so that PostgreSQL takes it into the query that asks instead of
-- calling it for each marking: for that, the reader's party may stand in it only once.
create function concord.common(one uuid[], other uuid[]) returns uuid[] language sql immutable as
$$ select array(select unnest(one) intersect select unnest(other)) $$;
--> statement-breakpoint
revoke execute on function concord.common(uuid[], uuid[]) from public;
--> statement-breakpoint
grant execute on function concord.common(uuid[], uuid[]) to concord_app, concord_worker, concord_reader, concord_search;
--> statement-breakpoint
create or replace function concord.marking_allows(
  item_level integer, item_releasable uuid[], item_only uuid[], item_caveats text[],
  reader_level integer, reader_party uuid, reader_caveats text[]
) returns boolean language sql immutable as
$$ select item_level <= reader_level
     and reader_party = any(case when cardinality(item_only) = 0 then item_releasable
       else concord.common(item_releasable, item_only) end)
     and item_caveats <@ reader_caveats $$;
--> statement-breakpoint
-- First statement of each request, as before: one query finds the session and all that hangs on it, one writes the
-- context of row security.
create or replace function concord.enter(session_token_hash text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as
$$
declare s record; a record; effective integer;
begin
  select x.id, x.person_id, x.strength, x.verified_at, x.seen_at < now() - interval '1 minute' as unseen,
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
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'course'), '{}') as courses,
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'cohort'), '{}') as cohorts
    from appointment o
    where o.person_id = x.person_id and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())) held
  cross join lateral (
    select coalesce(array_agg(m.thread_id), '{}') as threads from thread_member m
    where m.person_id = x.person_id and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())) named
  where x.token_hash = session_token_hash and x.revoked_at is null and x.expires_at > now()
    and x.seen_at + make_interval(secs => x.idle_seconds) > now();
  if not found then return jsonb_build_object('now', clock_timestamp(), 'actor', null); end if;
  select * into a from concord.person_access(array[s.person_id]);
  if not found then return jsonb_build_object('now', clock_timestamp(), 'actor', null); end if;
  if s.unseen then
    update session set seen_at = now() where id = s.id and seen_at < now() - interval '1 minute';
  end if;
  effective := concord.level_for(a.level, s.strength);
  perform set_config('concord.person', s.person_id::text, true),
    set_config('concord.party', a.party_id::text, true),
    set_config('concord.level', effective::text, true),
    set_config('concord.caveats', a.caveats::text, true),
    set_config('concord.mode', 'person', true),
    set_config('concord.admin', case when s.strength >= 2 and s.administers then 'yes' else '' end, true),
    set_config('concord.bodies', s.bodies::text, true),
    set_config('concord.parties', s.parties::text, true),
    set_config('concord.courses', s.courses::text, true),
    set_config('concord.cohorts', s.cohorts::text, true),
    set_config('concord.trains', case when s.trains then 'yes' else '' end, true),
    set_config('concord.threads', s.threads::text, true);
  return jsonb_build_object('now', clock_timestamp(), 'actor', jsonb_build_object(
    'personId', s.person_id, 'partyId', a.party_id, 'ownPartyId', s.party_id, 'name', s.name, 'locale', s.locale,
    'theme', s.theme, 'timeZone', s.time_zone, 'sessionId', s.id, 'strength', s.strength, 'verifiedAt', s.verified_at,
    'level', effective, 'caveats', to_jsonb(a.caveats), 'appointments', s.appointments));
end $$;
--> statement-breakpoint
-- What an appointment opens stands in the context too, and is not looked up for each statement.
create or replace function concord.manages_training() returns boolean language sql stable as
$$ select concord.is_admin() or coalesce(current_setting('concord.trains', true), '') = 'yes' $$;
--> statement-breakpoint
create or replace function concord.cohorts() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('concord.cohorts', true), ''), '{}')::uuid[] $$;
--> statement-breakpoint
-- Every subquery of a policy is set up again for each statement, whether it is asked or not. A policy on rows that are
-- found by key therefore calls functions, in the order of cheapness; one on rows that are scanned asks sets, as before.
drop policy person_read on person;
--> statement-breakpoint
create policy person_read on person for select to concord_app
  using ((select concord.person_id() is not null or concord.mode() = 'auth'));
--> statement-breakpoint
drop policy person_write on person;
--> statement-breakpoint
create policy person_new on person for insert to concord_app with check ((select concord.is_admin()));
--> statement-breakpoint
create policy person_change on person for update to concord_app
  using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
create policy person_remove on person for delete to concord_app using ((select concord.is_admin()));
--> statement-breakpoint
-- Whether an enrolment is in a course the person is staff of.
create function concord.teaches(enrolment uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return cardinality(concord.courses()) > 0 and exists (
  select 1 from enrolment e where e.id = teaches.enrolment and e.course_id = any(concord.courses())); end $$;
--> statement-breakpoint
drop policy attempt_manage on attempt;
--> statement-breakpoint
drop policy attempt_read on attempt;
--> statement-breakpoint
create policy attempt_read on attempt for select to concord_app
  using (person_id = concord.person_id() or concord.manages_training() or concord.teaches(enrolment_id));
--> statement-breakpoint
drop policy attempt_mark on attempt;
--> statement-breakpoint
create policy attempt_mark on attempt for update to concord_app using (concord.teaches(enrolment_id));
--> statement-breakpoint
drop policy attempt_write on attempt;
--> statement-breakpoint
create policy attempt_write on attempt to concord_app
  using (person_id = concord.person_id()) with check (person_id = concord.person_id());
--> statement-breakpoint
-- Activities are listed by version: whether it may be read is asked through its own policy, where the planner chooses
-- between one look for each row and one set for all.
drop policy activity_read on activity;
--> statement-breakpoint
create policy activity_read on activity for select to concord_app
  using (exists (select 1 from course_version v where v.id = version_id));
--> statement-breakpoint
-- Whether a course may be read: asked for one file at a time.
create function concord.may_read_course(wanted uuid) returns boolean language plpgsql stable as
$$ begin return exists (select 1 from course c where c.id = wanted); end $$;
--> statement-breakpoint
drop policy file_read on file;
--> statement-breakpoint
create policy file_read on file for select to concord_app
  using (case container
    when 'course' then concord.may_read_course(container_id)
    when 'thread' then case when contribution_id is null then created_by = concord.person_id()
      else concord.may_read_files_of(contribution_id) end
    else created_by = concord.person_id() end);
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.teaches(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.teaches(uuid), concord.may_read_course(uuid) from public;
--> statement-breakpoint
grant execute on function concord.teaches(uuid), concord.may_read_course(uuid) to concord_app, concord_worker, concord_reader;
--> statement-breakpoint
-- Neither index was of use: the one on threads drew the planner away from the index of words, the other could not
-- give the order that search asks for.
DROP INDEX "search_entry_recent";--> statement-breakpoint
DROP INDEX "search_entry_thread";
--> statement-breakpoint
-- The first unread entry is found where unread ones are counted.
drop index contribution_unread;
--> statement-breakpoint
create index contribution_unread on contribution (thread_id, place) include (id, marking_id, author_id, removed_at);
