-- The portal's role plans each statement once, for ten people where an array may hold a thousand: who may read an event was
-- then found by joining everybody with everybody, 240 ms. This one is planned for those it is asked about, 12 ms.
alter function concord.readers_of(uuid[], uuid[], integer[]) set plan_cache_mode = force_custom_plan;
--> statement-breakpoint
-- Those who follow the thread of a contribution and may read it now, as before; where nobody follows, nobody is asked about.
create or replace function concord.followers_of(wanted uuid) returns table (person_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ with follower as (
     select coalesce(array_agg(r.person_id), '{}') as ids, coalesce(array_agg(2), '{}') as strengths
     from contribution c join thread_reading r on r.thread_id = c.thread_id and r.following = 'following'
     where c.id = wanted)
   select o.person_id from follower f cross join lateral concord.readers_of(array[wanted], f.ids, f.strengths) o
   where cardinality(f.ids) > 0 $$;
