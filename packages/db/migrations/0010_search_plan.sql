-- Search finds out first what may be read, as two sets of ids, and then looks for the words. Asked in one statement,
-- the planner takes the tests on a marking's arrays to keep almost nothing: it joined every marking with every thread
-- and sorted all that held a common word. Knowing the sets it walks the newest entries and stops, or takes the word's
-- own index where the word is rare; so it plans anew each time.
create or replace function concord.search(words_wanted text, before uuid, in_body uuid, of_party uuid, since timestamptz, most integer)
returns table (contribution_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as
$$
declare
  query tsquery := websearch_to_tsquery('simple', unaccent(words_wanted));
  last uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  readable_markings uuid[];
  readable_threads uuid[];
begin
  select coalesce(array_agg(m.id), '{}') into readable_markings from marking m
  where concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
    concord.level(), concord.party_id(), concord.caveats());
  select coalesce(array_agg(t.id), '{}') into readable_threads from thread t
  where t.marking_id = any(readable_markings)
    and ((t.need_to_know = 'body' and t.body_id = any(concord.bodies())) or t.id = any(concord.threads()))
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
