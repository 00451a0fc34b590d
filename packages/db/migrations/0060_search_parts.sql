CREATE TABLE "search_part" (
	"portion_id" uuid PRIMARY KEY NOT NULL,
	"contribution_id" uuid NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_agenda" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_part" ADD CONSTRAINT "search_part_portion_id_contribution_portion_id_fk" FOREIGN KEY ("portion_id") REFERENCES "public"."contribution_portion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_part" ADD CONSTRAINT "search_part_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_agenda" ADD CONSTRAINT "search_agenda_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_agenda" ADD CONSTRAINT "search_agenda_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_part_words" ON "search_part" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_part_entry" ON "search_part" USING btree ("contribution_id");--> statement-breakpoint
CREATE INDEX "search_agenda_words" ON "search_agenda" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_agenda_meeting" ON "search_agenda" USING btree ("meeting_id");--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['search_part', 'search_agenda'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker', t);
    execute format('create policy search_all on %I to concord_search using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_search', t);
  end loop;
  foreach t in array array['contribution_portion', 'meeting', 'meeting_item'] loop
    execute format('create policy search_read on %I for select to concord_search using (true)', t);
    execute format('grant select on %I to concord_search', t);
  end loop;
end $$;
--> statement-breakpoint
-- The words of a part stand in the clear where the levels of the part and of its entry let them.
create function concord.index_part(portion uuid, content text) returns void
language sql security definer set search_path = public, pg_temp as
$$ insert into search_part (portion_id, contribution_id, words)
   select p.id, p.contribution_id, to_tsvector('simple', unaccent(content))
   from contribution_portion p join contribution c on c.id = p.contribution_id
     join marking pm on pm.id = p.marking_id join level pl on pl.rank = pm.level
     join marking cm on cm.id = c.marking_id join level cl on cl.rank = cm.level
   where p.id = portion and pl.search_index and cl.search_index
   on conflict (portion_id) do update set words = excluded.words $$;
--> statement-breakpoint
-- Of an entry's parts only these still stand in it.
create function concord.keep_parts(contribution uuid, kept uuid[]) returns void
language sql security definer set search_path = public, pg_temp as
$$ delete from search_part s where s.contribution_id = keep_parts.contribution and not s.portion_id = any(kept) $$;
--> statement-breakpoint
create or replace function concord.unindex_words(contribution uuid) returns void
language sql security definer set search_path = public, pg_temp as
$$ delete from search_part s where s.contribution_id = unindex_words.contribution;
   delete from search_entry e where e.contribution_id = unindex_words.contribution $$;
--> statement-breakpoint
create or replace function concord.mark_words(contribution uuid) returns void
language sql security definer set search_path = public, pg_temp as
$$ update search_entry e set marking_id = c.marking_id from contribution c where c.id = mark_words.contribution
     and e.contribution_id = c.id;
   delete from search_part s using contribution c, marking m, level l
     where c.id = mark_words.contribution and s.contribution_id = c.id and m.id = c.marking_id and l.rank = m.level
       and not l.search_index;
   delete from search_entry e using contribution c, marking m, level l
     where c.id = mark_words.contribution and e.contribution_id = c.id and m.id = c.marking_id and l.rank = m.level
       and not l.search_index $$;
--> statement-breakpoint
create or replace function concord.mark_thread_words(wanted uuid) returns void
language sql security definer set search_path = public, pg_temp as
$$ delete from search_part s using contribution c, thread t, marking m, level l
     where t.id = wanted and c.thread_id = t.id and s.contribution_id = c.id and m.id = t.marking_id and l.rank = m.level
       and not l.search_index;
   delete from search_entry e using thread t, marking m, level l
     where t.id = wanted and e.thread_id = t.id and m.id = t.marking_id and l.rank = m.level and not l.search_index $$;
--> statement-breakpoint
-- A meeting's own words, or an item's, where its level lets them stand in the clear; what is taken off leaves none.
create function concord.index_agenda(meeting uuid, item uuid, content text) returns void
language sql security definer set search_path = public, pg_temp as
$$ delete from search_agenda s where s.id = coalesce(item, meeting);
   insert into search_agenda (id, meeting_id, item_id, words)
   select coalesce(item, meeting), m.id, item, to_tsvector('simple', unaccent(content))
   from meeting m left join meeting_item i on i.id = item
     join marking k on k.id = coalesce(i.marking_id, m.marking_id) join level l on l.rank = k.level
   where m.id = meeting and l.search_index and (item is null or i.removed_at is null) $$;
--> statement-breakpoint
-- Contributions that hold the words, in themselves or in one of their parts: ids only, newest first, under READ of the entry
-- and of the part. What may not be read is left out before anything is counted or cut off.
create or replace function concord.search(words_wanted text, before uuid, in_body uuid, of_party uuid, since timestamptz, most integer)
returns table (contribution_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as
$$
declare
  query tsquery := websearch_to_tsquery('simple', unaccent(words_wanted));
  last uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  readable_bodies uuid[] := concord.member_bodies();
  readable_markings uuid[];
  readable_threads uuid[];
begin
  select coalesce(array_agg(m.id), '{}') into readable_markings from marking m
  where concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
    concord.level(), concord.party_id(), concord.caveats());
  select coalesce(array_agg(t.id), '{}') into readable_threads from thread t
  where t.marking_id = any(readable_markings)
    and ((t.need_to_know = 'body' and t.body_id = any(readable_bodies)) or t.id = any(concord.threads()) or t.id = any(concord.glass()))
    and (in_body is null or t.body_id = in_body);
  return query
  select f.found from (
    (select s.contribution_id as found from search_entry s
     where s.words @@ query
       and s.contribution_id < last
       and s.marking_id = any(readable_markings)
       and s.thread_id = any(readable_threads)
       and (of_party is null or s.party_id = of_party)
       and (since is null or s.created_at >= since)
     order by s.contribution_id desc limit least(most, 100))
    union
    (select c.id from search_part s
       join contribution_portion p on p.id = s.portion_id
       join contribution c on c.id = s.contribution_id
     where s.words @@ query
       and s.contribution_id < last
       and p.marking_id = any(readable_markings)
       and c.marking_id = any(readable_markings)
       and c.thread_id = any(readable_threads)
       and c.removed_at is null
       and (of_party is null or c.party_id = of_party)
       and (since is null or c.created_at >= since)
     order by c.id desc limit least(most, 100))
  ) f order by f.found desc limit least(most, 100);
end $$;
--> statement-breakpoint
-- Meetings and items of agendas that hold the words, under READ of the meeting and of the item; the newest first.
create function concord.search_agenda(words_wanted text, before uuid, in_body uuid, since timestamptz, most integer)
returns table (id uuid, meeting_id uuid, item_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as
$$
declare
  query tsquery := websearch_to_tsquery('simple', unaccent(words_wanted));
  last uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  readable_markings uuid[];
begin
  select coalesce(array_agg(m.id), '{}') into readable_markings from marking m
  where concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
    concord.level(), concord.party_id(), concord.caveats());
  return query
  select s.id, s.meeting_id, s.item_id from search_agenda s
    join meeting m on m.id = s.meeting_id
    left join meeting_item i on i.id = s.item_id
  where s.words @@ query
    and s.id < last
    and m.marking_id = any(readable_markings)
    and ((m.published_at is not null and m.body_id = any(concord.bodies())) or m.body_id = any(concord.led()))
    and (s.item_id is null or (i.removed_at is null and i.marking_id = any(readable_markings)))
    and (in_body is null or m.body_id = in_body)
    and (since is null or coalesce(i.added_at, m.created_at) >= since)
  order by s.id desc limit least(most, 100);
end $$;
--> statement-breakpoint
grant create on schema concord to concord_search;
--> statement-breakpoint
alter function concord.index_part(uuid, text) owner to concord_search;
--> statement-breakpoint
alter function concord.keep_parts(uuid, uuid[]) owner to concord_search;
--> statement-breakpoint
alter function concord.index_agenda(uuid, uuid, text) owner to concord_search;
--> statement-breakpoint
alter function concord.search_agenda(text, uuid, uuid, timestamptz, integer) owner to concord_search;
--> statement-breakpoint
revoke create on schema concord from concord_search;
--> statement-breakpoint
revoke execute on function concord.index_part(uuid, text), concord.keep_parts(uuid, uuid[]),
  concord.index_agenda(uuid, uuid, text), concord.search_agenda(text, uuid, uuid, timestamptz, integer) from public;
--> statement-breakpoint
grant execute on function concord.index_part(uuid, text), concord.keep_parts(uuid, uuid[]),
  concord.index_agenda(uuid, uuid, text), concord.search_agenda(text, uuid, uuid, timestamptz, integer)
  to concord_app, concord_worker;
--> statement-breakpoint
grant execute on function concord.led(), concord.bodies_as(text[]), concord.bodies() to concord_search;
