-- A nation's coordinator speaks for its organisations too: their seats and teams are in the nation's report.
create function concord.seats_reported() returns table (exercise_id uuid, team_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin
  if cardinality(concord.parties()) = 0 then return; end if;
  return query select s.exercise_id, s.team_id from exercise_seat s join party y on y.id = s.party_id
    join exercise_report r on r.exercise_id = s.exercise_id and r.issued_at is not null
    where s.party_id = any(concord.parties()) or y.nation_id = any(concord.parties()); end $$;
--> statement-breakpoint
create or replace function concord.exercises_reported() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct s.exercise_id) from concord.seats_reported() s), '{}'); end $$;
--> statement-breakpoint
create or replace function concord.teams_reported() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct s.team_id) from concord.seats_reported() s
  where s.team_id is not null), '{}'); end $$;
--> statement-breakpoint
create or replace function concord.exercise_coordinators(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.person_id) from exercise_seat s
  join party y on y.id = s.party_id
  join appointment o on o.scope = 'party' and o.scope_id in (y.id, y.nation_id) and o.role = 'trainingCoordinator'
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
  join person p on p.id = o.person_id and (p.ended_at is null or p.ended_at > now())
  where s.exercise_id = wanted and wanted = any(concord.exercises_written())), '{}'); end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.seats_reported() owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.seats_reported() from public;
--> statement-breakpoint
grant execute on function concord.seats_reported() to concord_app, concord_worker;
