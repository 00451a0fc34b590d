CREATE TABLE "exercise_check_in" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"checked_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"audience" text NOT NULL,
	CONSTRAINT "exercise_event_order" CHECK ("exercise_event"."ends_at" > "exercise_event"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "exercise_objective" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title_en" text NOT NULL,
	"title_fr" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_party" (
	"exercise_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"standing" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"agreed_by" uuid,
	"agreed_at" timestamp with time zone,
	CONSTRAINT "exercise_party_exercise_id_party_id_pk" PRIMARY KEY("exercise_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "exercise_role_party" (
	"role_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"minimum" integer DEFAULT 0 NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "exercise_role_party_role_id_party_id_pk" PRIMARY KEY("role_id","party_id"),
	CONSTRAINT "exercise_role_party_seats" CHECK ("exercise_role_party"."minimum" between 0 and "exercise_role_party"."seats")
);
--> statement-breakpoint
CREATE TABLE "exercise_role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"colour" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"minimum" integer DEFAULT 0 NOT NULL,
	"shared_seats" integer DEFAULT 0 NOT NULL,
	"work_role_id" uuid,
	CONSTRAINT "exercise_role_seats" CHECK ("exercise_role"."minimum" >= 0 and "exercise_role"."shared_seats" >= 0)
);
--> statement-breakpoint
CREATE TABLE "exercise_seat_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"kind" text NOT NULL,
	"party_id" uuid,
	"person_id" uuid,
	"replaces_id" uuid,
	"seats" integer,
	"urgent" boolean DEFAULT false NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_seat_entry_replaces" CHECK (("exercise_seat_entry"."kind" = 'substituted') = ("exercise_seat_entry"."replaces_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "exercise_seat" (
	"role_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"team_id" uuid,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_seat_role_id_person_id_pk" PRIMARY KEY("role_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "exercise_team" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"party_ids" uuid[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"kind" text NOT NULL,
	"summary_en" text DEFAULT '' NOT NULL,
	"summary_fr" text DEFAULT '' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"marking_id" uuid NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone NOT NULL,
	"substitution_until" timestamp with time zone NOT NULL,
	"reoffer_days" integer DEFAULT 42,
	"joining_en" text DEFAULT '' NOT NULL,
	"joining_fr" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "exercise_code_unique" UNIQUE("code"),
	CONSTRAINT "exercise_order" CHECK ("exercise"."ends_at" > "exercise"."starts_at" and "exercise"."closes_at" <= "exercise"."ends_at"
      and "exercise"."substitution_until" <= "exercise"."ends_at"
      and ("exercise"."opens_at" is null or "exercise"."opens_at" < "exercise"."closes_at"))
);
--> statement-breakpoint
ALTER TABLE "exercise_check_in" ADD CONSTRAINT "exercise_check_in_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_check_in" ADD CONSTRAINT "exercise_check_in_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_check_in" ADD CONSTRAINT "exercise_check_in_checked_by_person_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_event" ADD CONSTRAINT "exercise_event_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_objective" ADD CONSTRAINT "exercise_objective_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_party" ADD CONSTRAINT "exercise_party_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_party" ADD CONSTRAINT "exercise_party_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_party" ADD CONSTRAINT "exercise_party_agreed_by_person_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_role_party" ADD CONSTRAINT "exercise_role_party_role_id_exercise_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."exercise_role"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_role_party" ADD CONSTRAINT "exercise_role_party_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_role" ADD CONSTRAINT "exercise_role_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_role" ADD CONSTRAINT "exercise_role_work_role_id_work_role_id_fk" FOREIGN KEY ("work_role_id") REFERENCES "public"."work_role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat_entry" ADD CONSTRAINT "exercise_seat_entry_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat_entry" ADD CONSTRAINT "exercise_seat_entry_role_id_exercise_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."exercise_role"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat_entry" ADD CONSTRAINT "exercise_seat_entry_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat_entry" ADD CONSTRAINT "exercise_seat_entry_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat_entry" ADD CONSTRAINT "exercise_seat_entry_replaces_id_person_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat_entry" ADD CONSTRAINT "exercise_seat_entry_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat" ADD CONSTRAINT "exercise_seat_role_id_exercise_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."exercise_role"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat" ADD CONSTRAINT "exercise_seat_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat" ADD CONSTRAINT "exercise_seat_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat" ADD CONSTRAINT "exercise_seat_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_seat" ADD CONSTRAINT "exercise_seat_team_id_exercise_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."exercise_team"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_team" ADD CONSTRAINT "exercise_team_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise" ADD CONSTRAINT "exercise_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise" ADD CONSTRAINT "exercise_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exercise_check_in_exercise" ON "exercise_check_in" USING btree ("exercise_id","person_id","at");--> statement-breakpoint
CREATE INDEX "exercise_event_exercise" ON "exercise_event" USING btree ("exercise_id","starts_at");--> statement-breakpoint
CREATE INDEX "exercise_objective_exercise" ON "exercise_objective" USING btree ("exercise_id","position");--> statement-breakpoint
CREATE INDEX "exercise_role_exercise" ON "exercise_role" USING btree ("exercise_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_seat_entry_place" ON "exercise_seat_entry" USING btree ("role_id","place");--> statement-breakpoint
CREATE INDEX "exercise_seat_entry_person" ON "exercise_seat_entry" USING btree ("person_id","exercise_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_seat_one" ON "exercise_seat" USING btree ("exercise_id","person_id");--> statement-breakpoint
CREATE INDEX "exercise_seat_person" ON "exercise_seat" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_team_name" ON "exercise_team" USING btree ("exercise_id","name");--> statement-breakpoint
CREATE INDEX "exercise_start" ON "exercise" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "exercise_marking" ON "exercise" USING btree ("marking_id");--> statement-breakpoint
-- Exercises the person plans, directs, controls or judges now; and those they hold a seat in.
create function concord.exercises() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.scope_id) from appointment o
  where o.person_id = concord.person_id() and o.scope = 'exercise'
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())), '{}'); end $$;
--> statement-breakpoint
create function concord.exercise_seats() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(s.exercise_id) from exercise_seat s
  where s.person_id = concord.person_id()), '{}'); end $$;
--> statement-breakpoint
-- Those whose agreement a nomination waits for: who directs the exercise, as appointed now.
create function concord.exercise_directors(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.person_id) from appointment o join person p on p.id = o.person_id
  where o.scope = 'exercise' and o.scope_id = wanted and o.role = 'exerciseDirector' and concord.person_id() is not null
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    and (p.ended_at is null or p.ended_at > now())), '{}'); end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['exercise', 'exercise_role', 'exercise_role_party', 'exercise_party', 'exercise_team',
    'exercise_objective', 'exercise_event', 'exercise_seat_entry', 'exercise_seat', 'exercise_check_in'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker, concord_app', t);
  end loop;
end $$;
--> statement-breakpoint
-- Append-only: who was given a seat and why, and who came through the door when.
revoke update, delete on exercise_seat_entry, exercise_check_in from concord_app, concord_worker;
--> statement-breakpoint
create policy reader_all on exercise_seat for select to concord_reader using (true);
--> statement-breakpoint
grant select on exercise_seat to concord_reader;
--> statement-breakpoint
create policy exercise_read on exercise for select to concord_app
  using (marking_id in (select id from marking)
    and (published_at is not null or id = any((select concord.exercises())::uuid[]) or (select concord.manages_training())));
--> statement-breakpoint
create policy exercise_new on exercise for insert to concord_app
  with check (created_by = (select concord.person_id()) and published_at is null and (select concord.manages_training())
    and marking_id in (select id from marking));
--> statement-breakpoint
create policy exercise_change on exercise for update to concord_app
  using (id = any((select concord.exercises())::uuid[]) or (select concord.manages_training()))
  with check (marking_id in (select id from marking));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['exercise_role', 'exercise_party', 'exercise_team', 'exercise_objective'] loop
    execute format('create policy %I on %I for select to concord_app using (exercise_id in (select id from exercise))',
      t || '_read', t);
  end loop;
  foreach t in array array['exercise_role', 'exercise_party', 'exercise_team', 'exercise_objective', 'exercise_event'] loop
    execute format('create policy %I on %I to concord_app
      using (exercise_id = any((select concord.exercises())::uuid[])
        or ((select concord.manages_training()) and exercise_id in (select id from exercise)))
      with check (exercise_id = any((select concord.exercises())::uuid[])
        or ((select concord.manages_training()) and exercise_id in (select id from exercise)))', t || '_write', t);
  end loop;
end $$;
--> statement-breakpoint
create policy exercise_event_read on exercise_event for select to concord_app
  using (exercise_id in (select id from exercise)
    and (audience = 'all' or (audience = 'holders' and exercise_id = any((select concord.exercise_seats())::uuid[]))));
--> statement-breakpoint
create policy exercise_role_party_read on exercise_role_party for select to concord_app
  using (role_id in (select id from exercise_role));
--> statement-breakpoint
create policy exercise_role_party_write on exercise_role_party to concord_app
  using (role_id in (select id from exercise_role where exercise_id = any((select concord.exercises())::uuid[])
    or (select concord.manages_training())))
  with check (role_id in (select id from exercise_role where exercise_id = any((select concord.exercises())::uuid[])
    or (select concord.manages_training())));
--> statement-breakpoint
-- A party's training coordinator agrees for it that it takes part.
create policy exercise_party_agree on exercise_party for update to concord_app
  using (agreed_at is null and party_id = any((select concord.parties())::uuid[]))
  with check (agreed_by = (select concord.person_id()));
--> statement-breakpoint
-- Every line of the ledger with its reason is for all who may read of the exercise; names come under exercise_seat.
create policy exercise_seat_entry_read on exercise_seat_entry for select to concord_app
  using (exercise_id in (select id from exercise));
--> statement-breakpoint
create policy exercise_seat_entry_new on exercise_seat_entry for insert to concord_app
  with check (actor_id = (select concord.person_id()) and exercise_id in (select id from exercise));
--> statement-breakpoint
create policy exercise_seat_read on exercise_seat for select to concord_app
  using (person_id = (select concord.person_id()) or party_id = any((select concord.parties())::uuid[])
    or exercise_id = any((select concord.exercises())::uuid[]) or (select concord.manages_training())
    or exercise_id = any((select concord.exercise_seats())::uuid[]));
--> statement-breakpoint
-- One person's leaving gives another the seat: whoever acts on the ledger may write the holders it says, and only people
-- who were nominated can be holders.
create policy exercise_seat_given on exercise_seat for insert to concord_app
  with check (exists (select 1 from exercise_seat_entry s where s.role_id = exercise_seat.role_id
    and s.person_id = exercise_seat.person_id and s.kind in ('request', 'substituted')));
--> statement-breakpoint
create policy exercise_seat_placed on exercise_seat for update to concord_app
  using (exercise_id = any((select concord.exercises())::uuid[]));
--> statement-breakpoint
create policy exercise_seat_lost on exercise_seat for delete to concord_app
  using (exists (select 1 from exercise_seat_entry s where s.role_id = exercise_seat.role_id
    and s.person_id = exercise_seat.person_id and s.kind in ('request', 'substituted')));
--> statement-breakpoint
create policy exercise_check_in_read on exercise_check_in for select to concord_app
  using (person_id = (select concord.person_id()) or exercise_id = any((select concord.exercises())::uuid[]));
--> statement-breakpoint
create policy exercise_check_in_new on exercise_check_in for insert to concord_app
  with check (checked_by = (select concord.person_id()) and exercise_id = any((select concord.exercises())::uuid[]));
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.exercises() owner to concord_reader;
--> statement-breakpoint
alter function concord.exercise_seats() owner to concord_reader;
--> statement-breakpoint
alter function concord.exercise_directors(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.exercises(), concord.exercise_seats(), concord.exercise_directors(uuid) from public;
--> statement-breakpoint
grant execute on function concord.exercises(), concord.exercise_seats(), concord.exercise_directors(uuid)
  to concord_app, concord_worker;
