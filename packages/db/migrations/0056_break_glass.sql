CREATE TABLE "thread_glass" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "thread_glass_span" CHECK ("thread_glass"."until" > "thread_glass"."opened_at" and "thread_glass"."until" <= "thread_glass"."opened_at" + interval '24 hours'),
	CONSTRAINT "thread_glass_ended" CHECK (("thread_glass"."ended_at" is null) = ("thread_glass"."ended_by" is null))
);
--> statement-breakpoint
ALTER TABLE "system_setting" ADD COLUMN "break_glass" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_glass" ADD CONSTRAINT "thread_glass_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_glass" ADD CONSTRAINT "thread_glass_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_glass" ADD CONSTRAINT "thread_glass_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_glass_person" ON "thread_glass" USING btree ("person_id","until");--> statement-breakpoint
CREATE INDEX "thread_glass_thread" ON "thread_glass" USING btree ("thread_id","until");
--> statement-breakpoint
alter table thread_glass enable row level security;
--> statement-breakpoint
alter table thread_glass force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on thread_glass to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on thread_glass to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on thread_glass to concord_worker;
--> statement-breakpoint
grant select, insert, update (ended_at, ended_by) on thread_glass to concord_app;
--> statement-breakpoint
grant select on thread_glass to concord_reader;
--> statement-breakpoint
create policy reader_all on thread_glass for select to concord_reader using (true);
--> statement-breakpoint
-- Who reads a thread by broken glass now: while it lasts, while the setting is on, and while they administer. The one place
-- it is told in SQL; it opens need to know alone, and every marking is asked besides.
create function concord.glass_readers(wanted uuid[]) returns table (thread_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select g.thread_id, g.person_id from thread_glass g
   where (wanted is null or g.thread_id = any(wanted))
     and g.opened_at <= now() and g.until > now() and (g.ended_at is null or g.ended_at > now())
     and (select s.break_glass from system_setting s)
     and exists (select 1 from appointment o where o.person_id = g.person_id and o.role = 'administrator'
       and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())) $$;
--> statement-breakpoint
-- The threads this transaction's person reads so; signed in with the second factor, as an administrator has to be.
create function concord.glass() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as
$$ select case when concord.is_admin() then coalesce((select array_agg(g.thread_id) from concord.glass_readers(null) g
     where g.person_id = concord.person_id()), '{}') else '{}'::uuid[] end $$;
--> statement-breakpoint
-- Whether the glass of a thread can be broken by this transaction's person: it is a committee's, they are no member of it, and
-- its marking lets them read. What is not so is answered like a thread that does not exist.
create function concord.may_break_glass(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as
$$ select concord.is_admin() and (select s.break_glass from system_setting s) and exists (
     select 1 from thread t join marking m on m.id = t.marking_id join body b on b.id = t.body_id
     where t.id = wanted and b.course_id is null
       and not (t.need_to_know = 'body' and t.body_id = any(concord.bodies())) and not t.id = any(concord.threads())
       and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
         concord.level(), concord.party_id(), concord.caveats())) $$;
--> statement-breakpoint
create policy glass_read on thread_glass for select to concord_app
  using (person_id = (select concord.person_id()) or thread_id in (select id from thread));
--> statement-breakpoint
create policy glass_new on thread_glass for insert to concord_app
  with check (person_id = (select concord.person_id()) and ended_at is null and concord.may_break_glass(thread_id));
--> statement-breakpoint
-- Ended early by whoever broke it, or by who leads the body.
create policy glass_end on thread_glass for update to concord_app
  using (person_id = (select concord.person_id())
    or thread_id in (select id from thread where body_id = any((select concord.led())::uuid[])))
  with check (ended_by = (select concord.person_id()));
--> statement-breakpoint
drop policy thread_read on thread;
--> statement-breakpoint
create policy thread_read on thread for select to concord_app
  using (marking_id in (select id from marking)
    and ((need_to_know = 'body' and body_id = any((select concord.member_bodies())::uuid[]))
      or id = any((select concord.threads())::uuid[]) or id = any((select concord.glass())::uuid[])));
--> statement-breakpoint
-- Reading is all it opens.
create policy contribution_not_by_glass on contribution as restrictive for insert to concord_app
  with check (not thread_id = any((select concord.glass())::uuid[]));
--> statement-breakpoint
create policy contribution_kept_from_glass on contribution as restrictive for update to concord_app
  using (not thread_id = any((select concord.glass())::uuid[]));
--> statement-breakpoint
-- Live events, for whoever reads so now.
create or replace function concord.readers_of(wanted uuid[], people uuid[], strengths integer[])
returns table (contribution_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as
$$ with asked as materialized (
     select x.person_id, min(x.strength) as strength from unnest(people, strengths) as x(person_id, strength)
     group by x.person_id),
   known as materialized (
     select a.person_id, a.party_id, a.level, a.caveats, s.strength
     from concord.person_access(people) a join asked s on s.person_id = a.person_id),
   allowed as materialized (
     select d.level, d.strength, concord.level_for(d.level, d.strength) as effective
     from (select distinct level, strength from known) d),
   item as materialized (
     select c.id, c.thread_id, c.marking_id, t.body_id, t.need_to_know, t.marking_id as thread_marking_id,
       case when t.activity_key is not null and t.need_to_know = 'body'
         then (select b.course_id from body b where b.id = t.body_id) end as course_id
     from contribution c join thread t on t.id = c.thread_id where c.id = any(wanted)),
   member as (
     select i.id, o.person_id from item i join appointment o on o.scope = 'body' and o.scope_id = i.body_id
       where i.need_to_know = 'body' and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
     union
     select i.id, n.person_id from item i join thread_member n on n.thread_id = i.thread_id
       where n.valid_from <= now() and (n.valid_until is null or n.valid_until > now())
     union
     select i.id, g.person_id from item i
       join concord.glass_readers((select coalesce(array_agg(distinct x.thread_id), '{}') from item x)) g on g.thread_id = i.thread_id
       join known w on w.person_id = g.person_id and w.strength >= 2
     union
     select i.id, p.person_id from item i join concord.course_people((select coalesce(array_agg(distinct x.course_id), '{}')
         from item x where x.course_id is not null)) p on p.course_id = i.course_id)
   select b.id, k.person_id
   from member b
   join item i on i.id = b.id
   join known k on k.person_id = b.person_id
   join allowed l on l.level = k.level and l.strength = k.strength
   join marking m on m.id = i.marking_id
   join marking tm on tm.id = i.thread_marking_id
   where concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats, l.effective, k.party_id, k.caveats)
     and concord.marking_allows(tm.level, tm.releasable_to, tm.only_for, tm.caveats, l.effective, k.party_id, k.caveats) $$;
--> statement-breakpoint
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
  select s.contribution_id from search_entry s
  where s.words @@ query
    and s.contribution_id < last
    and s.marking_id = any(readable_markings)
    and s.thread_id = any(readable_threads)
    and (of_party is null or s.party_id = of_party)
    and (since is null or s.created_at >= since)
  order by s.contribution_id desc
  limit least(most, 100);
end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.glass_readers(uuid[]) owner to concord_reader;
--> statement-breakpoint
alter function concord.glass() owner to concord_reader;
--> statement-breakpoint
alter function concord.may_break_glass(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.glass_readers(uuid[]), concord.glass(), concord.may_break_glass(uuid) from public;
--> statement-breakpoint
grant execute on function concord.glass_readers(uuid[]) to concord_reader, concord_worker;
--> statement-breakpoint
grant execute on function concord.glass(), concord.may_break_glass(uuid) to concord_app, concord_worker, concord_reader, concord_search;
