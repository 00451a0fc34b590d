ALTER TABLE "seat_entry" ADD COLUMN "rule_id" uuid;--> statement-breakpoint
ALTER TABLE "seat_entry" ADD CONSTRAINT "seat_entry_rule_id_cohort_rule_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."cohort_rule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seat_entry_rule" ON "seat_entry" USING btree ("rule_id") WHERE "seat_entry"."rule_id" is not null;--> statement-breakpoint
-- Why a rule placed somebody stands in the ledger, which everybody who may read the cohort reads.
alter policy cohort_rule_read on cohort_rule using (cohort_id in (select id from cohort));
--> statement-breakpoint
-- What the standing rules ask for and the ledger does not say yet. Join: who matches, has never asked here or was let go by a
-- rule, and whose party may have a seat. Leave: whom a standing rule placed, who matches none any more, before the start.
create function concord.rule_moves(wanted_cohort uuid default null)
returns table (cohort_id uuid, rule_id uuid, person_id uuid, what text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin return query
  with standing as (
    select r.id, r.cohort_id, r.work_role_id, r.role, r.party_id, r.created_at, c.starts_at, c.shared_seats
    from cohort_rule r join cohort c on c.id = r.cohort_id
    where r.ended_at is null and c.archived_at is null and coalesce(c.ends_at, c.due_at, c.starts_at) > now()
      and (wanted_cohort is null or r.cohort_id = wanted_cohort)
  ), matching as materialized (
    select s.id, s.cohort_id, s.created_at, s.shared_seats, m.person_id, m.party_id, m.nation_id
    from standing s cross join lateral concord.people_of_rule(s.work_role_id, s.role, s.party_id) m
  ), last_entry as materialized (
    select distinct on (e.cohort_id, e.person_id) e.cohort_id, e.person_id, e.kind, e.rule_id
    from seat_entry e where e.person_id is not null and e.cohort_id in (select cohort_id from standing)
      and e.kind in ('request', 'refused', 'withdrawn')
    order by e.cohort_id, e.person_id, e.place desc
  ), joining as (
    select distinct on (m.cohort_id, m.person_id) m.cohort_id, m.id, m.person_id
    from matching m left join last_entry l on l.cohort_id = m.cohort_id and l.person_id = m.person_id
    where (l.person_id is null or l.kind = 'withdrawn' and l.rule_id is not null)
      and not exists (select 1 from cohort_member k where k.cohort_id = m.cohort_id and k.person_id = m.person_id)
      and (m.shared_seats > 0 or exists (select 1 from cohort_party q where q.cohort_id = m.cohort_id and q.seats > 0
        and (q.party_id = m.party_id or q.party_id = m.nation_id)))
    order by m.cohort_id, m.person_id, m.created_at, m.id
  )
  select j.cohort_id, j.id, j.person_id, 'join'::text from joining j
  union all
  select l.cohort_id, l.rule_id, l.person_id, 'leave'::text
  from last_entry l join standing s on s.id = l.rule_id
  where l.kind = 'request' and s.starts_at > now()
    and not exists (select 1 from matching m where m.cohort_id = l.cohort_id and m.person_id = l.person_id); end $$;
--> statement-breakpoint
do $$
begin
  grant create on schema concord to concord_reader;
  alter function concord.rule_moves(uuid) owner to concord_reader;
  revoke execute on function concord.rule_moves(uuid) from public;
  revoke create on schema concord from concord_reader;
end $$;
--> statement-breakpoint
grant execute on function concord.rule_moves(uuid) to concord_worker;
-- Whom a message went to, for who looks after its cohort.
create function concord.message_readers(wanted_message uuid)
returns table (person_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin return query
  select r.person_id from cohort_message_reader r join cohort_message m on m.id = r.message_id
  where r.message_id = wanted_message and concord.may_manage_cohort(m.cohort_id); end $$;
--> statement-breakpoint
grant select on cohort_message, cohort_message_reader to concord_reader;
--> statement-breakpoint
create policy reader_all on cohort_message for select to concord_reader using (true);
--> statement-breakpoint
create policy reader_all on cohort_message_reader for select to concord_reader using (true);
--> statement-breakpoint
do $$
begin
  grant create on schema concord to concord_reader;
  alter function concord.message_readers(uuid) owner to concord_reader;
  revoke execute on function concord.message_readers(uuid) from public;
  revoke create on schema concord from concord_reader;
end $$;
--> statement-breakpoint
grant execute on function concord.message_readers(uuid) to concord_app;
