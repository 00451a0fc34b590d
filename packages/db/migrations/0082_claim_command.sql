-- A command's id taken for its person: true for the first, false for one that comes again, null where nobody acts. Asked of
-- what `enter` has answered, so that it comes after it in one statement.
create function concord.claim(entered jsonb, wanted uuid, named text, of_input text) returns boolean
language plpgsql set search_path = public, pg_temp as
$$
declare person uuid := entered->'actor'->>'personId';
begin
  if person is null then return null; end if;
  insert into command (person_id, command_id, procedure, input_hash, result) values (person, wanted, named, of_input, '{}')
  on conflict do nothing;
  return found;
end $$;
--> statement-breakpoint
-- The answer of one's own command, kept for when it comes again. Found by its key, however small the table was when this
-- was planned: a plan made in the first minute of an installation would read all of it until its statistics are made.
create function concord.answer(wanted uuid, given jsonb) returns void
language plpgsql set search_path = public, pg_temp set enable_seqscan = off as
$$
begin
  update command set result = given where person_id = concord.person_id() and command_id = wanted;
end $$;
--> statement-breakpoint
revoke execute on function concord.claim(jsonb, uuid, text, text), concord.answer(uuid, jsonb) from public;
--> statement-breakpoint
grant execute on function concord.claim(jsonb, uuid, text, text), concord.answer(uuid, jsonb) to concord_app;
