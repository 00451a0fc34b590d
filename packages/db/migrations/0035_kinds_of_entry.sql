ALTER TABLE "contribution" ADD COLUMN "kind" text DEFAULT 'entry' NOT NULL;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_kind" CHECK ("contribution"."kind" in ('entry', 'personal', 'statement'));--> statement-breakpoint
-- Who must hear of a spillage: the security officers of the party it came from, and who leads the body. Only a reader
-- of the entry asks.
create function concord.spillage_officers(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.person_id)
  from contribution c join thread t on t.id = c.thread_id
  join appointment o on (o.role = 'securityOfficer' and o.scope_id = c.party_id)
    or (o.role in ('chair', 'secretariat') and o.scope_id = t.body_id)
  join person p on p.id = o.person_id
  where c.id = wanted and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    and (p.ended_at is null or p.ended_at > now())), '{}'); end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.spillage_officers(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.spillage_officers(uuid) from public;
--> statement-breakpoint
grant execute on function concord.spillage_officers(uuid) to concord_app;
