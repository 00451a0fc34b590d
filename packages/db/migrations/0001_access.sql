-- The ground of row-level security: who the transaction acts for, as settings local to the transaction that
-- concord.enter writes, read through small functions so that policies stay readable.
create extension if not exists unaccent with schema public;
--> statement-breakpoint
create schema if not exists concord;
--> statement-breakpoint
grant usage on schema concord, public to concord_app, concord_worker, concord_sealer, concord_reader, concord_search;
--> statement-breakpoint
create function concord.person_id() returns uuid language sql stable as
$$ select nullif(current_setting('concord.person', true), '')::uuid $$;
--> statement-breakpoint
create function concord.party_id() returns uuid language sql stable as
$$ select nullif(current_setting('concord.party', true), '')::uuid $$;
--> statement-breakpoint
create function concord.level() returns integer language sql stable as
$$ select coalesce(nullif(current_setting('concord.level', true), '')::integer, -1) $$;
--> statement-breakpoint
create function concord.caveats() returns text[] language sql stable as
$$ select coalesce(nullif(current_setting('concord.caveats', true), ''), '{}')::text[] $$;
--> statement-breakpoint
-- 'auth' while sign-in itself works, before there is a person.
create function concord.mode() returns text language sql stable as
$$ select coalesce(current_setting('concord.mode', true), '') $$;
--> statement-breakpoint
create function concord.is_admin() returns boolean language sql stable as
$$ select coalesce(current_setting('concord.admin', true), '') = 'yes' $$;
--> statement-breakpoint
-- Bodies the person is appointed in now.
create function concord.bodies() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('concord.bodies', true), ''), '{}')::uuid[] $$;
--> statement-breakpoint
-- Threads with named need to know that name the person now.
create function concord.threads() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('concord.threads', true), ''), '{}')::uuid[] $$;
--> statement-breakpoint
-- Parties whose people's pages the person may see: as training coordinator or security officer.
create function concord.parties() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('concord.parties', true), ''), '{}')::uuid[] $$;
--> statement-breakpoint
-- Courses the person is staff of.
create function concord.courses() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('concord.courses', true), ''), '{}')::uuid[] $$;
--> statement-breakpoint
-- The marking half of READ (DESIGN 2), the one place it is written in SQL.
create function concord.marking_allows(
  item_level integer, item_releasable uuid[], item_only uuid[], item_caveats text[],
  reader_level integer, reader_party uuid, reader_caveats text[]
) returns boolean language sql immutable as
$$ select item_level <= reader_level
     and reader_party = any(item_releasable)
     and (cardinality(item_only) = 0 or reader_party = any(item_only))
     and item_caveats <@ reader_caveats $$;
--> statement-breakpoint
create function concord.refuse_above_ceiling() returns trigger language plpgsql as
$$ begin
  if new.level > (select ceiling from system_setting) then
    raise exception 'marking above the system ceiling' using errcode = 'check_violation', constraint = 'marking_ceiling';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger marking_ceiling before insert or update on marking for each row execute function concord.refuse_above_ceiling();
--> statement-breakpoint
create function concord.refuse_change() returns trigger language plpgsql as
$$ begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;
--> statement-breakpoint
create trigger record_entry_append_only before update or delete on record_entry for each row execute function concord.refuse_change();
--> statement-breakpoint
create trigger record_entry_no_truncate before truncate on record_entry for each statement execute function concord.refuse_change();
--> statement-breakpoint
create trigger record_seal_append_only before update or delete on record_seal for each row execute function concord.refuse_change();
--> statement-breakpoint
create trigger record_seal_no_truncate before truncate on record_seal for each statement execute function concord.refuse_change();
--> statement-breakpoint
create trigger record_head_append_only before update or delete on record_head for each row execute function concord.refuse_change();
--> statement-breakpoint
create trigger record_head_no_truncate before truncate on record_head for each statement execute function concord.refuse_change();
--> statement-breakpoint
insert into level (rank, code, name_en, name_fr, needs_strength, search_index) values
  (0, 'U', 'ALLIANCE UNCLASSIFIED', 'ALLIANCE SANS CLASSIFICATION', 1, true),
  (1, 'R', 'ALLIANCE RESTRICTED', 'ALLIANCE DIFFUSION RESTREINTE', 2, true);
--> statement-breakpoint
insert into system_setting ("only", ceiling) values (true, 1);
