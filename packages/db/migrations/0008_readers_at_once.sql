-- As before, but asked by set: a thousand connected people cost a few joins, not a thousand probes.
create or replace function concord.readers_of(wanted uuid[], people uuid[], strengths integer[])
returns table (contribution_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as
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
     select c.id, c.thread_id, c.marking_id, t.body_id, t.need_to_know, t.marking_id as thread_marking_id
     from contribution c join thread t on t.id = c.thread_id where c.id = any(wanted)),
   member as (
     select i.id, o.person_id from item i join appointment o on o.scope = 'body' and o.scope_id = i.body_id
       where i.need_to_know = 'body' and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
     union
     select i.id, n.person_id from item i join thread_member n on n.thread_id = i.thread_id
       where n.valid_from <= now() and (n.valid_until is null or n.valid_until > now()))
   select b.id, k.person_id
   from member b
   join item i on i.id = b.id
   join known k on k.person_id = b.person_id
   join allowed l on l.level = k.level and l.strength = k.strength
   join marking m on m.id = i.marking_id
   join marking tm on tm.id = i.thread_marking_id
   where concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats, l.effective, k.party_id, k.caveats)
     and concord.marking_allows(tm.level, tm.releasable_to, tm.only_for, tm.caveats, l.effective, k.party_id, k.caveats) $$;
