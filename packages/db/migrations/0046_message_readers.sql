-- Whether a message is the person's own. The policy of who it went to cannot ask the message's own policy, which asks it back.
create function concord.wrote_message(wanted_message uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin return exists (select 1 from cohort_message m
  where m.id = wanted_message and m.author_id = concord.person_id()); end $$;
--> statement-breakpoint
do $$
begin
  grant create on schema concord to concord_reader;
  alter function concord.wrote_message(uuid) owner to concord_reader;
  revoke execute on function concord.wrote_message(uuid) from public;
  revoke create on schema concord from concord_reader;
end $$;
--> statement-breakpoint
grant execute on function concord.wrote_message(uuid) to concord_app;
--> statement-breakpoint
alter policy cohort_message_reader_new on cohort_message_reader with check (concord.wrote_message(message_id));
