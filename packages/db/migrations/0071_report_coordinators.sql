-- A party's security officer looks after its people too, but its training is not theirs: reports are the coordinators'.
create or replace function concord.seats_reported() returns table (exercise_id uuid, team_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin
  if cardinality(concord.parties()) = 0 then return; end if;
  return query select s.exercise_id, s.team_id from exercise_seat s join party y on y.id = s.party_id
    join exercise_report r on r.exercise_id = s.exercise_id and r.issued_at is not null
    where exists (select from appointment o where o.person_id = concord.person_id() and o.scope = 'party'
      and o.role = 'trainingCoordinator' and o.scope_id in (y.id, y.nation_id)
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())); end $$;
