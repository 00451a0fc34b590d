-- After an exercise its report is read by who coordinates the training of a party that held a seat in it, as far as that
-- party's own teams go; and the part somebody played counts for their profile where they came. Nobody learns more of another
-- party by it than its own players did.
create function concord.exercises_reported() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin
  if cardinality(concord.parties()) = 0 then return '{}'; end if;
  return coalesce((select array_agg(distinct s.exercise_id) from exercise_seat s
    join exercise_report r on r.exercise_id = s.exercise_id and r.issued_at is not null
    where s.party_id = any(concord.parties())), '{}'); end $$;
--> statement-breakpoint
-- The teams in which people of those parties sat.
create function concord.teams_reported() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin
  if cardinality(concord.parties()) = 0 then return '{}'; end if;
  return coalesce((select array_agg(distinct s.team_id) from exercise_seat s
    join exercise_report r on r.exercise_id = s.exercise_id and r.issued_at is not null
    where s.team_id is not null and s.party_id = any(concord.parties())), '{}'); end $$;
--> statement-breakpoint
-- Those of the exercises whose scores were given to the teams too.
create function concord.scores_reported() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct a.exercise_id) from exercise_score_act a
  where a.kind = 'release' and a.exercise_id = any(concord.exercises_reported())), '{}'); end $$;
--> statement-breakpoint
-- Who coordinates the training of parties that hold seats in an exercise, for who leads it: they are told of its report.
create function concord.exercise_coordinators(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.person_id) from exercise_seat s
  join appointment o on o.scope = 'party' and o.scope_id = s.party_id and o.role = 'trainingCoordinator'
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
  join person p on p.id = o.person_id and (p.ended_at is null or p.ended_at > now())
  where s.exercise_id = wanted and wanted = any(concord.exercises_written())), '{}'); end $$;
--> statement-breakpoint
-- The parts somebody played in exercises, for themselves and who speaks for their party in training: they held the seat, and
-- came through the door or said something in the play. Which exercises these are is read under their own rules.
create function concord.parts_played(wanted uuid) returns table (role_id uuid, exercise_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if wanted is distinct from concord.person_id() and not exists (
    select 1 from person p join party y on y.id = p.party_id
      join appointment o on o.scope_id in (y.id, y.nation_id) and o.role = 'trainingCoordinator'
    where p.id = wanted and o.person_id = concord.person_id()
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())) then
    return;
  end if;
  return query select s.role_id, s.exercise_id from exercise_seat s where s.person_id = wanted
    and (exists (select from exercise_check_in c where c.exercise_id = s.exercise_id and c.person_id = wanted and c.kind = 'in')
      or exists (select from exercise_response r where r.exercise_id = s.exercise_id and r.by = wanted and r.kind <> 'reply'));
end $$;
--> statement-breakpoint
create or replace function concord.own_exercise_figures()
returns table (exercise_id uuid, whole boolean, sent integer, answered integer, minutes integer)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query
  select d.exercise_id, o.whole, count(*)::int, count(a.at)::int,
    round(extract(epoch from percentile_disc(0.5) within group (order by a.at - d.at)) / 60)::int
  from exercise_delivery d join exercise_team t on t.id = d.team_id
  join (values (true), (false)) o (whole) on case when o.whole then d.exercise_id = any(concord.exercises())
    else t.id = any(concord.teams_reported()) or (concord.party_id() = any(t.party_ids)
      and (d.exercise_id = any(concord.exercises()) or d.exercise_id = any(concord.exercise_seats()))) end
  left join lateral (select min(r.at) as at from exercise_response r
    where r.inject_id = d.inject_id and r.team_id = d.team_id and r.kind = 'answer') a on true
  group by d.exercise_id, o.whole; end $$;
--> statement-breakpoint
create or replace function concord.survey_answers(wanted uuid) returns table (id uuid, sealed bytea)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query select a.id, a.sealed from exercise_survey_answer a join exercise_survey v on v.id = a.survey_id
  where a.survey_id = wanted
    and (select count(*) from exercise_survey_answer n where n.survey_id = wanted) >= v.threshold
    and (v.exercise_id = any(concord.exercises()) or v.exercise_id = any(concord.exercises_reported())
      or (v.exercise_id = any(concord.exercise_seats())
        and exists (select from exercise_report r where r.exercise_id = v.exercise_id and r.issued_at is not null)))
  order by a.id; end $$;
--> statement-breakpoint
create policy reader_all on exercise_check_in for select to concord_reader using (true);
--> statement-breakpoint
grant select on exercise_check_in to concord_reader;
--> statement-breakpoint
create policy exercise_report_party on exercise_report for select to concord_app
  using (issued_at is not null and exercise_id = any((select concord.exercises_reported())::uuid[]));
--> statement-breakpoint
create policy exercise_delivery_party on exercise_delivery for select to concord_app
  using (team_id = any((select concord.teams_reported())::uuid[]) and exercise_id in (select id from exercise));
--> statement-breakpoint
create policy exercise_response_party on exercise_response for select to concord_app
  using (team_id = any((select concord.teams_reported())::uuid[]) and kind in ('acknowledged', 'answer')
    and exercise_id in (select id from exercise));
--> statement-breakpoint
create policy exercise_criterion_party on exercise_criterion for select to concord_app
  using (exercise_id = any((select concord.exercises_reported())::uuid[]) and exercise_id in (select id from exercise)
    and (open or exercise_id = any((select concord.scores_reported())::uuid[])));
--> statement-breakpoint
create policy exercise_score_party on exercise_score for select to concord_app
  using (team_id = any((select concord.teams_reported())::uuid[]) and exercise_id in (select id from exercise)
    and (kind = 'self' or exercise_id = any((select concord.scores_reported())::uuid[])));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['exercise_hot_wash', 'exercise_wash_group', 'exercise_survey'] loop
    execute format('create policy %I on %I for select to concord_app
      using (exercise_id = any((select concord.exercises_reported())::uuid[]))', t || '_party', t);
  end loop;
end $$;
--> statement-breakpoint
-- What was seen of everybody and of the own teams: of another team its own people speak.
create policy exercise_observation_party on exercise_observation for select to concord_app
  using (exercise_id = any((select concord.exercises_reported())::uuid[]) and exercise_id in (select id from exercise)
    and marking_id in (select id from marking)
    and (team_id is null or team_id = any((select concord.teams_reported())::uuid[])));
--> statement-breakpoint
create policy lesson_party on lesson for select to concord_app
  using (exercise_id = any((select concord.exercises_reported())::uuid[]) and exercise_id in (select id from exercise)
    and marking_id in (select id from marking));
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['exercises_reported()', 'teams_reported()', 'scores_reported()', 'exercise_coordinators(uuid)',
    'parts_played(uuid)'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
    execute format('grant execute on function concord.%s to concord_app, concord_worker', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
