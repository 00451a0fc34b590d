ALTER TABLE "live_event" ADD COLUMN "hearers" text;--> statement-breakpoint
ALTER TABLE "live_event" ADD COLUMN "exercise_id" uuid;--> statement-breakpoint
ALTER TABLE "live_event" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "live_event" ADD COLUMN "marking_id" uuid;--> statement-breakpoint
ALTER TABLE "live_event" ADD CONSTRAINT "live_event_hearers" CHECK ("live_event"."hearers" in ('staff', 'team', 'wash', 'everybody'));--> statement-breakpoint
ALTER TABLE "live_event" ADD CONSTRAINT "live_event_exercise" CHECK (("live_event"."hearers" is null) = ("live_event"."exercise_id" is null));--> statement-breakpoint
ALTER TABLE "live_event" ADD CONSTRAINT "live_event_team" CHECK (("live_event"."hearers" is not distinct from 'team') = ("live_event"."team_id" is not null));
--> statement-breakpoint
grant select on live_event to concord_reader;
--> statement-breakpoint
create policy reader_all on live_event for select to concord_reader using (true);
--> statement-breakpoint
-- Which of the people connected may hear of which event of an exercise: those it is for by their part in it now, who may read
-- the exercise and, where the event is of an item that is marked for itself, that item. One query, however many people.
create function concord.exercise_hearers_of(wanted bigint[], people uuid[], strengths integer[])
returns table (event_id bigint, person_id uuid)
language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as
$$ with event as materialized (
     select e.id, e.hearers, e.exercise_id, e.team_id, e.person_id, x.marking_id as exercise_marking, e.marking_id as own_marking
     from live_event e join exercise x on x.id = e.exercise_id where e.id = any(wanted)),
   concerned as materialized (
     select e.id, o.person_id from event e join appointment o on o.scope = 'exercise' and o.scope_id = e.exercise_id
       where e.hearers <> 'team' and o.person_id = any(people)
         and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
     union
     select e.id, s.person_id from event e join exercise_seat s on s.exercise_id = e.exercise_id
       where s.person_id = any(people) and case e.hearers when 'team' then s.team_id = e.team_id
         when 'wash' then e.exercise_id in (select w.exercise_id from exercise_hot_wash w) else e.hearers = 'everybody' end
     union
     select e.id, e.person_id from event e where e.person_id = any(people)),
   asked as materialized (
     select x.person_id, min(x.strength) as strength from unnest(people, strengths) as x(person_id, strength)
     group by x.person_id),
   known as materialized (
     select a.person_id, a.party_id, a.level, a.caveats, s.strength
     from concord.person_access((select coalesce(array_agg(distinct c.person_id), '{}') from concerned c)) a
     join asked s on s.person_id = a.person_id),
   allowed as materialized (
     select d.level, d.strength, concord.level_for(d.level, d.strength) as effective
     from (select distinct k.level, k.strength from known k) d)
   select c.id, c.person_id
   from concerned c join event e on e.id = c.id
   join known k on k.person_id = c.person_id
   join allowed l on l.level = k.level and l.strength = k.strength
   join marking m on m.id = e.exercise_marking
   left join marking n on n.id = e.own_marking
   where concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats, l.effective, k.party_id, k.caveats)
     and (n.id is null
       or concord.marking_allows(n.level, n.releasable_to, n.only_for, n.caveats, l.effective, k.party_id, k.caveats)) $$;
--> statement-breakpoint
-- Whether those who play hear that scores have moved: once these are released, or the scoreboard is open and not frozen.
create function concord.scores_heard(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return (wanted = any(concord.exercises()) or wanted = concord.check_exercise())
  and (select 'release' = any(a.kinds) or 'open' = any(a.kinds) and coalesce(a.last, 'unfreeze') = 'unfreeze'
    from (select coalesce(array_agg(s.kind), '{}') as kinds,
        (array_agg(s.kind order by s.place desc) filter (where s.kind in ('freeze', 'unfreeze')))[1] as last
      from exercise_score_act s where s.exercise_id = wanted) a); end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['exercise_hearers_of(bigint[], uuid[], integer[])', 'scores_heard(uuid)'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
    execute format('grant execute on function concord.%s to concord_app, concord_worker', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
