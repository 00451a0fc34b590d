-- The bodies in which the person may act for the nation: its head, or a delegate with the power, of a nation that is a
-- member there now.
create function concord.bodies_with(power text) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(array_agg(distinct a.scope_id), '{}') from appointment a
   join body_member m on m.body_id = a.scope_id and m.party_id = concord.party_id()
     and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())
   join party p on p.id = m.party_id and p.kind = 'nation'
   where a.person_id = concord.person_id() and a.scope = 'body'
     and (a.role = 'headOfDelegation' or (a.role = 'delegate' and power = any(a.powers)))
     and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now()) $$;
--> statement-breakpoint
grant execute on function concord.bodies_with(text) to concord_app, concord_worker;
--> statement-breakpoint
-- A position is read under its marking, in the own delegation too; what is not released is the delegation's alone.
drop policy position_read on position;
--> statement-breakpoint
create policy position_read on position for select to concord_app
  using (marking_id in (select id from marking)
    and ((released_at is not null and text_id in (select id from text where body_id = any((select concord.seated())::uuid[])))
      or (party_id = (select concord.party_id())
        and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])))));
--> statement-breakpoint
drop policy position_new on position;
--> statement-breakpoint
create policy position_new on position for insert to concord_app
  with check (prepared_by = (select concord.person_id()) and party_id = (select concord.party_id())
    and ended_at is null and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[]))
    and (released_at is null or (released_by = (select concord.person_id())
      and text_id in (select id from text where body_id = any((select concord.bodies_with('position'))::uuid[])))));
--> statement-breakpoint
drop policy position_change on position;
--> statement-breakpoint
-- Whoever prepared it may take it back; everything else needs the power.
create policy position_change on position for update to concord_app
  using (party_id = (select concord.party_id()) and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])))
  with check (party_id = (select concord.party_id())
    and ((released_at is null and prepared_by = (select concord.person_id()))
      or text_id in (select id from text where body_id = any((select concord.bodies_with('position'))::uuid[]))));
--> statement-breakpoint
-- Released once, ended once; and where the nation wants four eyes, by another person than prepared it.
create function concord.guard_position() returns trigger language plpgsql as
$$ begin
  if tg_op = 'UPDATE' and ((old.released_at is not null and (new.released_at, new.released_by)
      is distinct from (old.released_at, old.released_by))
    or (old.ended_at is not null and new.ended_at is distinct from old.ended_at)) then
    raise exception 'what was said stands' using errcode = 'check_violation';
  end if;
  if new.released_by = new.prepared_by and (tg_op = 'INSERT' or old.released_at is null) and exists (
    select 1 from delegation_setting s join text t on t.body_id = s.body_id
    where t.id = new.text_id and s.party_id = new.party_id and s.four_eyes) then
    raise exception 'another person releases it' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and old.released_at is null and new.released_at is not null
    and new.released_by is distinct from concord.person_id() then
    raise exception 'released by whoever acts' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger position_guard before insert or update on position for each row execute function concord.guard_position();
--> statement-breakpoint
drop policy reservation_new on reservation;
--> statement-breakpoint
create policy reservation_new on reservation for insert to concord_app
  with check (entered_by = (select concord.person_id()) and party_id = (select concord.party_id())
    and lifted_at is null and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.bodies_with('position'))::uuid[])));
--> statement-breakpoint
drop policy reservation_lift on reservation;
--> statement-breakpoint
create policy reservation_lift on reservation for update to concord_app
  using (party_id = (select concord.party_id()) and lifted_at is null and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.bodies_with('position'))::uuid[])))
  with check (lifted_by = (select concord.person_id()));
--> statement-breakpoint
drop policy statement_new on statement;
--> statement-breakpoint
create policy statement_new on statement for insert to concord_app
  with check (made_by = (select concord.person_id()) and party_id = (select concord.party_id())
    and withdrawn_at is null and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.bodies_with('position'))::uuid[])));
--> statement-breakpoint
drop policy statement_withdraw on statement;
--> statement-breakpoint
create policy statement_withdraw on statement for update to concord_app
  using (party_id = (select concord.party_id()) and withdrawn_at is null and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.bodies_with('position'))::uuid[])))
  with check (withdrawn_at is not null);
--> statement-breakpoint
-- The own delegation's note is written under one's own name.
create function concord.guard_margin() returns trigger language plpgsql as
$$ begin
  if current_user = 'concord_app' and new.written_by is distinct from concord.person_id() then
    raise exception 'a note bears its writer''s name' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger margin_guard before insert on margin_note for each row execute function concord.guard_margin();
--> statement-breakpoint
-- The seat of somebody of the own nation, held for whoever heads its delegation there at this very instant; else none.
create function concord.seat_of_mine(seat uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as
$$ declare held uuid;
begin
  select a.id into held from appointment a
    join person p on p.id = a.person_id join party y on y.id = p.party_id
    where a.id = seat_of_mine.seat and a.scope = 'body' and a.role in ('delegate', 'contributor')
      and coalesce(y.nation_id, y.id) = concord.party_id()
      and (a.valid_until is null or a.valid_until > clock_timestamp())
    for update of a;
  if held is null or not exists (
    select 1 from appointment h join appointment a on a.id = held and a.scope_id = h.scope_id
    where h.person_id = concord.person_id() and h.scope = 'body' and h.role = 'headOfDelegation'
      and h.valid_from <= clock_timestamp() and (h.valid_until is null or h.valid_until > clock_timestamp())) then
    return null;
  end if;
  return held;
end $$;
--> statement-breakpoint
-- Grants and withdraws what a delegate may do for the nation. False where the person does not head the delegation.
create function concord.set_powers(seat uuid, given text[]) returns boolean
language plpgsql security definer set search_path = public, pg_temp as
$$ declare held uuid := concord.seat_of_mine(set_powers.seat);
begin
  update appointment set powers = given, revision = revision + 1 where id = held and role = 'delegate';
  return found;
end $$;
--> statement-breakpoint
-- Ends the seat of somebody of the own delegation at once.
create function concord.end_seat(seat uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as
$$ declare held uuid := concord.seat_of_mine(end_seat.seat);
begin
  update appointment set valid_until = greatest(clock_timestamp(), valid_from), revision = revision + 1
    where id = held;
  return found;
end $$;
--> statement-breakpoint
revoke execute on function concord.seat_of_mine(uuid), concord.set_powers(uuid, text[]), concord.end_seat(uuid)
  from public;
--> statement-breakpoint
grant execute on function concord.set_powers(uuid, text[]), concord.end_seat(uuid) to concord_app;
