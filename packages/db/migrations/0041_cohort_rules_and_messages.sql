-- Who a message went to read it, and who looks after the cohort; members it did not go to do not.
alter table cohort_message_reader enable row level security;
--> statement-breakpoint
alter table cohort_message_reader force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on cohort_message_reader to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on cohort_message_reader to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on cohort_message_reader to concord_worker;
--> statement-breakpoint
grant select, insert on cohort_message_reader to concord_app;
--> statement-breakpoint
revoke update, delete on cohort_message from concord_app;
--> statement-breakpoint
create policy cohort_message_reader_own on cohort_message_reader for select to concord_app
  using (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy cohort_message_reader_new on cohort_message_reader for insert to concord_app
  with check (message_id in (select m.id from cohort_message m where m.author_id = (select concord.person_id())));
--> statement-breakpoint
alter policy cohort_message_read on cohort_message using (concord.may_manage_cohort(cohort_id)
  or id in (select r.message_id from cohort_message_reader r where r.person_id = (select concord.person_id())));
--> statement-breakpoint
-- Rules are made and ended by who looks after the cohort; who looks after a party reads the ones about it.
drop policy cohort_rule_all on cohort_rule;
--> statement-breakpoint
create policy cohort_rule_read on cohort_rule for select to concord_app
  using (concord.may_manage_cohort(cohort_id) or party_id = any((select concord.parties())::uuid[]));
--> statement-breakpoint
create policy cohort_rule_new on cohort_rule for insert to concord_app
  with check (concord.may_manage_cohort(cohort_id) and created_by = (select concord.person_id()));
--> statement-breakpoint
create policy cohort_rule_end on cohort_rule for update to concord_app
  using (concord.may_manage_cohort(cohort_id)) with check (concord.may_manage_cohort(cohort_id));
--> statement-breakpoint
revoke delete on cohort_rule from concord_app;
--> statement-breakpoint
-- Everybody here who does this work, or is appointed to this role, in a party or (for a nation) in one of its own.
create function concord.people_of_rule(wanted_work uuid, wanted_role text, wanted_party uuid)
returns table (person_id uuid, party_id uuid, nation_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin return query
  select p.id, p.party_id, y.nation_id from person p join party y on y.id = p.party_id
  where (p.ended_at is null or p.ended_at > now())
    and (wanted_party is null or p.party_id = wanted_party or y.nation_id = wanted_party)
    and p.id in (
      select w.person_id from person_work_role w where w.work_role_id = wanted_work
        and w.valid_from <= now() and (w.valid_until is null or w.valid_until > now())
      union all
      select o.person_id from appointment o where o.role = wanted_role
        and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())); end $$;
--> statement-breakpoint
-- The same for who looks after the cohort a rule is for, and for nobody else.
create function concord.rule_candidates(wanted_cohort uuid, wanted_work uuid, wanted_role text, wanted_party uuid)
returns table (person_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not concord.may_manage_cohort(wanted_cohort) then return; end if;
  return query select m.person_id from concord.people_of_rule(wanted_work, wanted_role, wanted_party) m;
end $$;
--> statement-breakpoint
-- Whom the standing rules have not placed yet: who has never asked in the cohort, and whose party may have a seat in it.
create function concord.rules_due()
returns table (cohort_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin return query
  select distinct r.cohort_id, m.person_id
  from cohort_rule r join cohort c on c.id = r.cohort_id
  cross join lateral concord.people_of_rule(r.work_role_id, r.role, r.party_id) m
  where r.ended_at is null and c.archived_at is null and coalesce(c.ends_at, c.due_at, c.starts_at) > now()
    and not exists (select 1 from seat_entry s where s.cohort_id = r.cohort_id and s.person_id = m.person_id)
    and not exists (select 1 from cohort_member k where k.cohort_id = r.cohort_id and k.person_id = m.person_id)
    and (c.shared_seats > 0 or exists (select 1 from cohort_party q where q.cohort_id = c.id and q.seats > 0
      and (q.party_id = m.party_id or q.party_id = m.nation_id))); end $$;
--> statement-breakpoint
grant select on person, party, person_work_role, appointment, cohort_rule, cohort, cohort_party, cohort_member, seat_entry
  to concord_reader;
--> statement-breakpoint
do $$
declare t text; f text;
begin
  foreach t in array array['person', 'party', 'person_work_role', 'appointment', 'cohort_rule', 'cohort', 'cohort_party',
    'cohort_member', 'seat_entry'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles) and cmd in ('SELECT', 'ALL')) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
  grant create on schema concord to concord_reader;
  foreach f in array array['people_of_rule(uuid, text, uuid)', 'rule_candidates(uuid, uuid, text, uuid)', 'rules_due()'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
  end loop;
  revoke create on schema concord from concord_reader;
end $$;
--> statement-breakpoint
grant execute on function concord.may_manage_cohort(uuid), concord.people_of_rule(uuid, text, uuid) to concord_reader;
--> statement-breakpoint
grant execute on function concord.rule_candidates(uuid, uuid, text, uuid) to concord_app;
--> statement-breakpoint
grant execute on function concord.rules_due() to concord_worker;
