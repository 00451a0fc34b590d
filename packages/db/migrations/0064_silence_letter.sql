CREATE TABLE "silence_letter" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "silence_letter" ADD CONSTRAINT "silence_letter_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_letter" ADD CONSTRAINT "silence_letter_event_id_silence_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."silence_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "silence_letter_event" ON "silence_letter" USING btree ("event_id");--> statement-breakpoint
alter table silence_letter enable row level security;
--> statement-breakpoint
alter table silence_letter force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on silence_letter to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on silence_letter to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on silence_letter to concord_worker;
--> statement-breakpoint
-- Added to and never changed, as the break itself.
grant select, insert on silence_letter to concord_app;
--> statement-breakpoint
create policy silence_letter_read on silence_letter for select to concord_app
  using (event_id in (select event_id from silence_author));
--> statement-breakpoint
create policy silence_letter_new on silence_letter for insert to concord_app
  with check (event_id in (select event_id from silence_author
    where on_behalf and person_id = (select concord.person_id())));
--> statement-breakpoint
create function concord.may_read_letter(wanted uuid) returns boolean language plpgsql stable as
$$ begin return exists (select 1 from silence_letter l where l.file_id = wanted); end $$;
--> statement-breakpoint
revoke execute on function concord.may_read_letter(uuid) from public;
--> statement-breakpoint
grant execute on function concord.may_read_letter(uuid) to concord_app, concord_worker, concord_reader;
--> statement-breakpoint
drop policy file_read on file;
--> statement-breakpoint
create policy file_read on file for select to concord_app
  using (case container
    when 'course' then concord.may_read_course(container_id)
    when 'meeting' then concord.may_read_meeting_file(id)
    when 'text' then concord.may_read_letter(id)
    when 'thread' then case when contribution_id is null then created_by = concord.person_id()
      else concord.may_read_files_of(contribution_id) end
    else created_by = concord.person_id() end);
