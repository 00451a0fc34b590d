CREATE TABLE "thread_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"person_id" uuid,
	"may_write" integer,
	"until" timestamp with time zone,
	"contribution_id" uuid,
	"from_marking_id" uuid,
	"to_marking_id" uuid,
	"sealed" "bytea",
	CONSTRAINT "thread_event_person" CHECK (("thread_event"."kind" in ('named', 'changed', 'removed')) = ("thread_event"."person_id" is not null)),
	CONSTRAINT "thread_event_marking" CHECK ("thread_event"."kind" <> 'narrowed' or "thread_event"."to_marking_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "thread_event" ADD CONSTRAINT "thread_event_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_event" ADD CONSTRAINT "thread_event_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_event" ADD CONSTRAINT "thread_event_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_event" ADD CONSTRAINT "thread_event_from_marking_id_marking_id_fk" FOREIGN KEY ("from_marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_event" ADD CONSTRAINT "thread_event_to_marking_id_marking_id_fk" FOREIGN KEY ("to_marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_event_thread" ON "thread_event" USING btree ("thread_id","id");
--> statement-breakpoint
alter table thread_event enable row level security;
--> statement-breakpoint
alter table thread_event force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on thread_event to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on thread_event to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on thread_event to concord_worker;
--> statement-breakpoint
-- Added to and never changed. What happened to an entry is for those who may read the entry.
grant select, insert on thread_event to concord_app;
--> statement-breakpoint
create policy event_read on thread_event for select to concord_app
  using (thread_id in (select id from thread)
    and (contribution_id is null or concord.may_read_contribution(contribution_id)));
--> statement-breakpoint
create policy event_new on thread_event for insert to concord_app
  with check (by_id = (select concord.person_id()) and thread_id in (select id from thread)
    and (contribution_id is null or concord.may_read_contribution(contribution_id)));
--> statement-breakpoint
-- Those who were named before there was a history.
insert into thread_event (id, thread_id, kind, at, by_id, person_id, may_write, until)
select gen_random_uuid(), m.thread_id, 'named', m.valid_from, coalesce(m.added_by, t.created_by), m.person_id, m.may_write, m.valid_until
from thread_member m join thread t on t.id = m.thread_id;
--> statement-breakpoint
-- A notification that one was named is there as long as the thread may be read.
drop policy notification_own on notification;
--> statement-breakpoint
create policy notification_own on notification to concord_app
  using (person_id = (select concord.person_id())
    and (contribution_id is null or concord.may_read_contribution(contribution_id))
    and (kind <> 'named' or exists (select 1 from thread t where t.id = subject_id)))
  with check (true);
--> statement-breakpoint
-- The record tells of an entry only to those who may read the entry now: a marking narrowed later hides what was
-- written down before.
drop policy record_read on record_entry;
--> statement-breakpoint
create policy record_read on record_entry for select to concord_app
  using (actor_id = (select concord.person_id()) and marking_id is null
    or (select concord.is_admin()) and marking_id is null
    or (marking_id is not null and marking_id in (select id from marking) and thread_id in (select id from thread)
      and (subject <> 'contribution' or concord.may_read_contribution(subject_id))));
--> statement-breakpoint
-- The words and files of an entry take on its marking when that is narrowed; a level without an index keeps no words.
create function concord.mark_words(contribution uuid) returns void
language sql security definer set search_path = public, pg_temp as
$$ update search_entry e set marking_id = c.marking_id from contribution c where c.id = mark_words.contribution
     and e.contribution_id = c.id;
   delete from search_entry e using contribution c, marking m, level l
     where c.id = mark_words.contribution and e.contribution_id = c.id and m.id = c.marking_id and l.rank = m.level
       and not l.search_index $$;
--> statement-breakpoint
create function concord.mark_thread_words(wanted uuid) returns void
language sql security definer set search_path = public, pg_temp as
$$ delete from search_entry e using thread t, marking m, level l
     where t.id = wanted and e.thread_id = t.id and m.id = t.marking_id and l.rank = m.level and not l.search_index $$;
--> statement-breakpoint
create function concord.mark_files(contribution uuid) returns void
language sql security definer set search_path = public, pg_temp as
$$ update file f set marking_id = c.marking_id from contribution c
     where c.id = mark_files.contribution and f.contribution_id = c.id $$;
--> statement-breakpoint
-- Who may read a thread now.
create function concord.thread_audience(wanted uuid) returns table (person_id uuid, party_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select a.person_id, a.party_id from thread t join marking m on m.id = t.marking_id,
     concord.audience_of(t.id, null, null, m.level, m.releasable_to, m.only_for, m.caveats) a
   where t.id = wanted $$;
--> statement-breakpoint
grant select on contribution, level to concord_search;
--> statement-breakpoint
create policy search_all on contribution for select to concord_search using (true);
--> statement-breakpoint
create policy search_read on level for select to concord_search using (true);
--> statement-breakpoint
grant select (id, contribution_id), update (marking_id) on file to concord_reader;
--> statement-breakpoint
create policy reader_mark on file to concord_reader using (true) with check (true);
--> statement-breakpoint
grant create on schema concord to concord_reader, concord_search;
--> statement-breakpoint
alter function concord.mark_words(uuid) owner to concord_search;
--> statement-breakpoint
alter function concord.mark_thread_words(uuid) owner to concord_search;
--> statement-breakpoint
alter function concord.mark_files(uuid) owner to concord_reader;
--> statement-breakpoint
alter function concord.thread_audience(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader, concord_search;
--> statement-breakpoint
revoke execute on function concord.mark_words(uuid), concord.mark_thread_words(uuid), concord.mark_files(uuid),
  concord.thread_audience(uuid) from public;
--> statement-breakpoint
grant execute on function concord.mark_words(uuid), concord.mark_thread_words(uuid), concord.mark_files(uuid)
  to concord_app, concord_worker;
--> statement-breakpoint
grant execute on function concord.thread_audience(uuid) to concord_app, concord_worker, concord_reader;
