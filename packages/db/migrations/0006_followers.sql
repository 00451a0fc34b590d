CREATE INDEX "thread_reading_followers" ON "thread_reading" USING btree ("thread_id") WHERE "thread_reading"."following" = 'following';--> statement-breakpoint
grant select on thread_reading to concord_reader;
--> statement-breakpoint
create policy reader_all on thread_reading to concord_reader using (true);
--> statement-breakpoint
-- Those who follow the thread of a contribution and may read it now.
create function concord.followers_of(wanted uuid) returns table (person_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ with follower as (
     select coalesce(array_agg(r.person_id), '{}') as ids, coalesce(array_agg(2), '{}') as strengths
     from contribution c join thread_reading r on r.thread_id = c.thread_id and r.following = 'following'
     where c.id = wanted)
   select o.person_id from follower f, concord.readers_of(array[wanted], f.ids, f.strengths) o $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.followers_of(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.followers_of(uuid) from public;
--> statement-breakpoint
grant execute on function concord.followers_of(uuid) to concord_app, concord_worker, concord_reader;
