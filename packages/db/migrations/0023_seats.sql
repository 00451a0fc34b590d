-- Whose agreement a request for a seat waits for: training coordinators of these parties, and who decides over the cohort.
create function concord.seat_deciders(wanted uuid, parties uuid[], director boolean)
returns table (person_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select distinct o.person_id from appointment o join person p on p.id = o.person_id
   where o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
     and (p.ended_at is null or p.ended_at > now())
     and ((o.role = 'trainingCoordinator' and o.scope_id = any(parties))
       or (director and ((o.role = 'cohortManager' and o.scope_id = wanted)
         or (o.role = 'courseDirector' and o.scope_id = (select c.course_id from cohort c where c.id = wanted))))) $$;
--> statement-breakpoint
grant select on cohort to concord_reader;
--> statement-breakpoint
create policy reader_all on cohort for select to concord_reader using (true);
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.seat_deciders(uuid, uuid[], boolean) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.seat_deciders(uuid, uuid[], boolean) from public;
--> statement-breakpoint
grant execute on function concord.seat_deciders(uuid, uuid[], boolean) to concord_app, concord_worker;
--> statement-breakpoint
-- One person's leaving gives another the seat: whoever acts on the ledger may write the holders it says, and only
-- people who asked can be holders. Names are for those who look after them; the ledger itself is for all to read.
create policy cohort_member_asked on cohort_member to concord_app
  using (exists (select 1 from seat_entry s where s.cohort_id = cohort_member.cohort_id and s.person_id = cohort_member.person_id
    and s.kind = 'request'))
  with check (exists (select 1 from seat_entry s where s.cohort_id = cohort_member.cohort_id and s.person_id = cohort_member.person_id
    and s.kind = 'request'));
