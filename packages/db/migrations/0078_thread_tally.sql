-- How many entries of a marking a thread has, and who wrote the newest when: a list of threads adds up what its reader may
-- read, in place of counting each thread from end to end. Kept by the database, so that every way of writing keeps it.
CREATE TABLE "thread_tally" (
	"thread_id" uuid NOT NULL,
	"marking_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"entries" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"author_id" uuid,
	"party_id" uuid,
	CONSTRAINT "thread_tally_thread_id_marking_id_pk" PRIMARY KEY("thread_id","marking_id")
);
--> statement-breakpoint
ALTER TABLE "thread_tally" ADD CONSTRAINT "thread_tally_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_tally" ADD CONSTRAINT "thread_tally_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_tally_newest" ON "thread_tally" USING btree ("body_id","last_at" desc,"thread_id" desc);
--> statement-breakpoint
do $$ begin
  alter table thread_tally enable row level security;
  alter table thread_tally force row level security;
  execute format('create policy owner_all on thread_tally to %I using (true) with check (true)', current_user);
end $$;
--> statement-breakpoint
create policy worker_all on thread_tally to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on thread_tally to concord_worker;
--> statement-breakpoint
create policy reader_all on thread_tally to concord_reader using (true) with check (true);
--> statement-breakpoint
grant select, insert, update on thread_tally to concord_reader;
--> statement-breakpoint
-- As entries are read. OFFSET keeps the thread looked up by its key: as a set, all threads would be read for a list of thirty.
create policy tally_read on thread_tally for select to concord_app
  using (marking_id in (select id from marking) and exists (select 1 from thread t where t.id = thread_id offset 0));
--> statement-breakpoint
grant select on thread_tally to concord_app;
--> statement-breakpoint
create function concord.tally_threads() returns trigger
language plpgsql security definer set search_path = public, pg_temp as
$$ begin
  insert into thread_tally (thread_id, marking_id, body_id, last_at)
  values (new.id, new.marking_id, new.body_id, new.created_at) on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create function concord.tally_entries() returns trigger
language plpgsql security definer set search_path = public, pg_temp as
$$ begin
  insert into thread_tally as y (thread_id, marking_id, body_id, entries, last_at, author_id, party_id)
  select f.thread_id, f.marking_id, t.body_id, count(*) filter (where f.removed_at is null), max(f.created_at),
    (array_agg(f.author_id order by f.place desc))[1], (array_agg(f.party_id order by f.place desc))[1]
  from fresh f join thread t on t.id = f.thread_id group by f.thread_id, f.marking_id, t.body_id
  on conflict (thread_id, marking_id) do update set entries = y.entries + excluded.entries,
    last_at = greatest(y.last_at, excluded.last_at),
    author_id = excluded.author_id, party_id = excluded.party_id;
  return null;
end $$;
--> statement-breakpoint
-- An entry was removed or is marked otherwise now: counted again, with the row held, so that what is written meanwhile is
-- added to what was counted.
create function concord.tally_again(of_thread uuid, of_marking uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as
$$ begin
  insert into thread_tally (thread_id, marking_id, body_id, last_at)
  select t.id, of_marking, t.body_id, t.created_at from thread t where t.id = of_thread on conflict do nothing;
  perform 1 from thread_tally y where y.thread_id = of_thread and y.marking_id = of_marking for update;
  update thread_tally y set entries = n.entries, last_at = coalesce(n.last_at, t.created_at),
    author_id = n.author_id, party_id = n.party_id
  from thread t cross join lateral (
    select count(*) filter (where c.removed_at is null) as entries, max(c.created_at) as last_at,
      (array_agg(c.author_id order by c.place desc))[1] as author_id, (array_agg(c.party_id order by c.place desc))[1] as party_id
    from contribution c where c.thread_id = t.id and c.marking_id = of_marking) n
  where t.id = of_thread and y.thread_id = of_thread and y.marking_id = of_marking;
end $$;
--> statement-breakpoint
create function concord.tally_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as
$$ begin
  perform concord.tally_again(new.thread_id, least(old.marking_id, new.marking_id));
  if old.marking_id <> new.marking_id then
    perform concord.tally_again(new.thread_id, greatest(old.marking_id, new.marking_id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger thread_tallied after insert or update of marking_id on thread
  for each row execute function concord.tally_threads();
--> statement-breakpoint
create trigger contribution_tallied after insert on contribution referencing new table as fresh
  for each statement execute function concord.tally_entries();
--> statement-breakpoint
create trigger contribution_tally_changed after update of marking_id, removed_at on contribution
  for each row when (old.marking_id <> new.marking_id or (old.removed_at is null) <> (new.removed_at is null))
  execute function concord.tally_changed();
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.tally_threads() owner to concord_reader;
--> statement-breakpoint
alter function concord.tally_entries() owner to concord_reader;
--> statement-breakpoint
alter function concord.tally_again(uuid, uuid) owner to concord_reader;
--> statement-breakpoint
alter function concord.tally_changed() owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
-- Nobody asks for them: triggers call them.
revoke execute on function concord.tally_threads(), concord.tally_entries(), concord.tally_again(uuid, uuid), concord.tally_changed() from public;
--> statement-breakpoint
-- The triggers hold writers back until this is committed, so nothing is written in between.
insert into thread_tally (thread_id, marking_id, body_id, last_at) select id, marking_id, body_id, created_at from thread;
--> statement-breakpoint
insert into thread_tally as y (thread_id, marking_id, body_id, entries, last_at, author_id, party_id)
select c.thread_id, c.marking_id, t.body_id, count(*) filter (where c.removed_at is null), max(c.created_at),
  (array_agg(c.author_id order by c.place desc))[1], (array_agg(c.party_id order by c.place desc))[1]
from contribution c join thread t on t.id = c.thread_id group by c.thread_id, c.marking_id, t.body_id
on conflict (thread_id, marking_id) do update set entries = excluded.entries, last_at = excluded.last_at,
  author_id = excluded.author_id, party_id = excluded.party_id;
