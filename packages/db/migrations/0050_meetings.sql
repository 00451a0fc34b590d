CREATE TABLE "meeting_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_file" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid
);
--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"wanted" text NOT NULL,
	"minutes" integer,
	"thread_id" uuid,
	"text_id" uuid,
	"marking_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"carried_from" uuid,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "meeting_item_minutes" CHECK ("meeting_item"."minutes" is null or "meeting_item"."minutes" between 1 and 1440)
);
--> statement-breakpoint
CREATE TABLE "meeting_outcome" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"deferred_to" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_outcome_deferred" CHECK ("meeting_outcome"."deferred_to" is null or "meeting_outcome"."outcome" = 'deferred')
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"marking_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"summary_opened_at" timestamp with time zone,
	CONSTRAINT "meeting_ends" CHECK ("meeting"."ends_at" > "meeting"."starts_at"),
	CONSTRAINT "meeting_summary" CHECK ("meeting"."summary_opened_at" is null or "meeting"."published_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_file" ADD CONSTRAINT "meeting_file_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_file" ADD CONSTRAINT "meeting_file_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_file" ADD CONSTRAINT "meeting_file_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_outcome" ADD CONSTRAINT "meeting_outcome_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_outcome" ADD CONSTRAINT "meeting_outcome_deferred_to_meeting_id_fk" FOREIGN KEY ("deferred_to") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_outcome" ADD CONSTRAINT "meeting_outcome_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_event_meeting" ON "meeting_event" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "meeting_file_meeting" ON "meeting_file" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_item_meeting" ON "meeting_item" USING btree ("meeting_id","place");--> statement-breakpoint
CREATE INDEX "meeting_body" ON "meeting" USING btree ("body_id","starts_at","id");
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['meeting', 'meeting_item', 'meeting_outcome', 'meeting_file', 'meeting_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker', t);
    execute format('grant select, insert on %I to concord_app', t);
  end loop;
end $$;
--> statement-breakpoint
create trigger meeting_event_append_only before update or delete on meeting_event
  for each row execute function concord.refuse_change();
--> statement-breakpoint
-- A published meeting is read by whoever is appointed in its body and may read its marking; a draft by those who plan it.
create policy meeting_read on meeting for select to concord_app
  using (marking_id in (select id from marking)
    and ((published_at is not null and body_id = any((select concord.bodies())::uuid[]))
      or body_id = any((select concord.led())::uuid[])));
--> statement-breakpoint
create policy meeting_new on meeting for insert to concord_app
  with check (created_by = (select concord.person_id()) and published_at is null and marking_id in (select id from marking)
    and body_id = any((select concord.led())::uuid[]));
--> statement-breakpoint
create policy meeting_change on meeting for update to concord_app
  using (marking_id in (select id from marking) and body_id = any((select concord.led())::uuid[]));
--> statement-breakpoint
grant update (title, starts_at, ends_at, place, link, marking_id, published_at, cancelled_at, summary_opened_at)
  on meeting to concord_app;
--> statement-breakpoint
-- An item is read by whoever may read its meeting and its own marking.
create policy meeting_item_read on meeting_item for select to concord_app
  using (marking_id in (select id from marking) and meeting_id in (select id from meeting));
--> statement-breakpoint
create policy meeting_item_new on meeting_item for insert to concord_app
  with check (added_by = (select concord.person_id()) and marking_id in (select id from marking)
    and meeting_id in (select id from meeting where body_id = any((select concord.led())::uuid[])));
--> statement-breakpoint
create policy meeting_item_change on meeting_item for update to concord_app
  using (marking_id in (select id from marking)
    and meeting_id in (select id from meeting where body_id = any((select concord.led())::uuid[])));
--> statement-breakpoint
grant update (place, wanted, minutes, thread_id, text_id, marking_id, sealed, removed_at) on meeting_item to concord_app;
--> statement-breakpoint
-- What came of an item is the members' to read once the summary record lies before them.
create policy meeting_outcome_read on meeting_outcome for select to concord_app
  using (item_id in (select i.id from meeting_item i join meeting m on m.id = i.meeting_id
    where m.summary_opened_at is not null or m.body_id = any((select concord.led())::uuid[])));
--> statement-breakpoint
create policy meeting_outcome_new on meeting_outcome for insert to concord_app
  with check (recorded_by = (select concord.person_id())
    and item_id in (select i.id from meeting_item i join meeting m on m.id = i.meeting_id
      where m.body_id = any((select concord.led())::uuid[])));
--> statement-breakpoint
create policy meeting_outcome_change on meeting_outcome for update to concord_app
  using (item_id in (select i.id from meeting_item i join meeting m on m.id = i.meeting_id
    where m.body_id = any((select concord.led())::uuid[])))
  with check (recorded_by = (select concord.person_id()));
--> statement-breakpoint
grant update (outcome, sealed, deferred_to, recorded_by, recorded_at) on meeting_outcome to concord_app;
--> statement-breakpoint
create policy meeting_file_read on meeting_file for select to concord_app
  using (meeting_id in (select id from meeting)
    and (item_id is null or item_id in (select id from meeting_item where removed_at is null)));
--> statement-breakpoint
create policy meeting_file_new on meeting_file for insert to concord_app
  with check (meeting_id in (select id from meeting where body_id = any((select concord.led())::uuid[]))
    and (item_id is null or item_id in (select id from meeting_item)));
--> statement-breakpoint
-- A change of the meeting itself for all who read it; of an item for whoever reads that item now.
create policy meeting_event_read on meeting_event for select to concord_app
  using (meeting_id in (select id from meeting) and (item_id is null or item_id in (select id from meeting_item)));
--> statement-breakpoint
create policy meeting_event_new on meeting_event for insert to concord_app
  with check (by_id = (select concord.person_id())
    and meeting_id in (select id from meeting where body_id = any((select concord.led())::uuid[])));
--> statement-breakpoint
-- The bytes of a document follow its row here, whoever brought it.
create function concord.may_read_meeting_file(wanted uuid) returns boolean language plpgsql stable as
$$ begin return exists (select 1 from meeting_file f where f.file_id = wanted); end $$;
--> statement-breakpoint
revoke execute on function concord.may_read_meeting_file(uuid) from public;
--> statement-breakpoint
grant execute on function concord.may_read_meeting_file(uuid) to concord_app, concord_worker, concord_reader;
--> statement-breakpoint
drop policy file_read on file;
--> statement-breakpoint
create policy file_read on file for select to concord_app
  using (case container
    when 'course' then concord.may_read_course(container_id)
    when 'meeting' then concord.may_read_meeting_file(id)
    when 'thread' then case when contribution_id is null then created_by = concord.person_id()
      else concord.may_read_files_of(contribution_id) end
    else created_by = concord.person_id() end);
--> statement-breakpoint
create policy file_meeting_remove on file for delete to concord_app
  using (container = 'meeting' and container_id in (select id from meeting where body_id = any((select concord.led())::uuid[])));
--> statement-breakpoint
create policy record_of_meeting on record_entry for select to concord_app
  using (subject = 'meeting' and marking_id in (select id from marking) and subject_id in (select id from meeting));
--> statement-breakpoint
-- A calendar is entered without appointments. This one look adds the meetings of the person's bodies, at the level the
-- calendar was entered with: ids and times, no title.
create function concord.calendar_meetings()
returns table (id uuid, body text, starts_at timestamptz, ends_at timestamptz, time_zone text)
language sql stable security definer set search_path = public, pg_temp as
$$ select m.id, b.code, m.starts_at, m.ends_at, b.time_zone
   from meeting m join body b on b.id = m.body_id join marking k on k.id = m.marking_id
   where m.published_at is not null and m.cancelled_at is null and m.ends_at > now() - interval '90 days'
     and concord.marking_allows(k.level, k.releasable_to, k.only_for, k.caveats,
       concord.level(), concord.party_id(), concord.caveats())
     and exists (select 1 from appointment o where o.person_id = concord.person_id() and o.scope = 'body'
       and o.scope_id = m.body_id and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()))
   order by m.starts_at, m.id $$;
--> statement-breakpoint
grant select on meeting, body to concord_reader;
--> statement-breakpoint
create policy reader_all on meeting for select to concord_reader using (true);
--> statement-breakpoint
do $$ begin
  if not exists (select 1 from pg_policies where tablename = 'body' and 'concord_reader' = any(roles)) then
    create policy reader_all on body for select to concord_reader using (true);
  end if;
end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.calendar_meetings() owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.calendar_meetings() from public;
--> statement-breakpoint
grant execute on function concord.calendar_meetings() to concord_app, concord_worker;
