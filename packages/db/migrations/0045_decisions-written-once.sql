CREATE TABLE "decision_reference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_key" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"first_used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "public_decision" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "decision_reference" ADD CONSTRAINT "decision_reference_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_reference" ADD CONSTRAINT "decision_reference_decision_id_decision_number_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision_number"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_reference" ADD CONSTRAINT "decision_reference_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "decision_reference_text" ON "decision_reference" USING btree ("text_id","decision_id");--> statement-breakpoint
CREATE INDEX "decision_reference_decision" ON "decision_reference" USING btree ("decision_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_version" ON "decision" USING btree ("version_id");--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['decision_reference', 'signing_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker', t);
    execute format('grant select on %I to concord_app', t);
  end loop;
end $$;
--> statement-breakpoint
create trigger signing_key_append_only before update or delete on signing_key
  for each row execute function concord.refuse_change();
--> statement-breakpoint
-- A decision is written by the worker's role alone, whoever came first: it sees every reservation and every break, and
-- so writes the same sheet whoever looked. The application's role cannot put one in, nor call a silence settled.
drop policy decision_number_new on decision_number;
--> statement-breakpoint
drop policy decision_new on decision;
--> statement-breakpoint
revoke insert on decision_number, decision from concord_app;
--> statement-breakpoint
revoke update (settled_at) on silence from concord_app;
--> statement-breakpoint
-- Settled once, and never again open.
create function concord.refuse_resettling() returns trigger language plpgsql as
$$ begin
  if old.settled_at is not null and new.settled_at is distinct from old.settled_at then
    raise exception 'a silence is settled once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger silence_settled before update on silence for each row execute function concord.refuse_resettling();
--> statement-breakpoint
-- A sheet names who had a reservation and who broke silence: for whoever sits in the body, as those are.
drop policy decision_read on decision;
--> statement-breakpoint
create policy decision_read on decision for select to concord_app
  using (marking_id in (select id from marking) and body_id = any((select concord.seated())::uuid[])
    and text_id in (select id from text));
--> statement-breakpoint
create policy key_read on signing_key for select to concord_app using (true);
--> statement-breakpoint
grant insert, delete on decision_reference to concord_app;
--> statement-breakpoint
create policy reference_read on decision_reference for select to concord_app
  using (text_id in (select id from text) and decision_id in (select id from decision_number));
--> statement-breakpoint
create policy reference_new on decision_reference for insert to concord_app
  with check (added_by = (select concord.person_id()) and decision_id in (select id from decision)
    and text_id in (select id from text where body_id = any((select concord.led())::uuid[])));
--> statement-breakpoint
-- What a decision was adopted with stands.
create policy reference_drop on decision_reference for delete to concord_app
  using (text_id in (select id from text where body_id = any((select concord.led())::uuid[]))
    and text_id not in (select text_id from decision));
--> statement-breakpoint
-- The public reads what the chair chose to publish, of the lowest level and kept from nobody, until it is taken back.
drop policy public_read on public_decision;
--> statement-breakpoint
create policy public_read on public_decision for select to concord_app
  using (withdrawn_at is null or id in (select id from decision));
--> statement-breakpoint
drop policy public_new on public_decision;
--> statement-breakpoint
create policy public_new on public_decision for insert to concord_app
  with check (published_by = (select concord.person_id())
    and id in (select d.id from decision d join marking m on m.id = d.marking_id
      where m.level = 0 and m.only_for = '{}' and m.caveats = '{}'
        and d.body_id = any((select concord.bodies_as('chair'))::uuid[])));
--> statement-breakpoint
grant update (sheet, published_by, published_at, withdrawn_at) on public_decision to concord_app;
--> statement-breakpoint
create policy public_change on public_decision for update to concord_app
  using (id in (select id from decision where body_id = any((select concord.bodies_as('chair'))::uuid[])))
  with check (published_by = (select concord.person_id()));
