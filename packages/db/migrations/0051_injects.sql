CREATE TABLE "exercise_inject_columns" (
	"exercise_id" uuid PRIMARY KEY NOT NULL,
	"columns" jsonb NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_inject_version" (
	"inject_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"exercise_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_inject_version_inject_id_revision_pk" PRIMARY KEY("inject_id","revision")
);
--> statement-breakpoint
CREATE TABLE "exercise_inject" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"move" integer DEFAULT 1 NOT NULL,
	"storyline_id" uuid,
	"minute" integer NOT NULL,
	"trigger" text DEFAULT 'clock' NOT NULL,
	"team_ids" uuid[] DEFAULT '{}' NOT NULL,
	"objective_id" uuid,
	"after_id" uuid,
	"responsible_id" uuid,
	"status" text DEFAULT 'draft' NOT NULL,
	"sealed" "bytea" NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "exercise_inject_own" UNIQUE("exercise_id","id"),
	CONSTRAINT "exercise_inject_minute_range" CHECK ("exercise_inject"."minute" between -20160 and 525600),
	CONSTRAINT "exercise_inject_move_range" CHECK ("exercise_inject"."move" between 1 and 99),
	CONSTRAINT "exercise_inject_not_after_itself" CHECK ("exercise_inject"."after_id" <> "exercise_inject"."id")
);
--> statement-breakpoint
CREATE TABLE "exercise_storyline" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "exercise_storyline_own" UNIQUE("exercise_id","id")
);
--> statement-breakpoint
ALTER TABLE "exercise_inject_columns" ADD CONSTRAINT "exercise_inject_columns_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_inject_columns" ADD CONSTRAINT "exercise_inject_columns_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_inject_version" ADD CONSTRAINT "exercise_inject_version_inject_id_exercise_inject_id_fk" FOREIGN KEY ("inject_id") REFERENCES "public"."exercise_inject"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_inject_version" ADD CONSTRAINT "exercise_inject_version_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_inject_version" ADD CONSTRAINT "exercise_inject_version_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_inject" ADD CONSTRAINT "exercise_inject_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_inject" ADD CONSTRAINT "exercise_inject_storyline_id_exercise_storyline_id_fk" FOREIGN KEY ("storyline_id") REFERENCES "public"."exercise_storyline"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_inject" ADD CONSTRAINT "exercise_inject_objective_id_exercise_objective_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."exercise_objective"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_inject" ADD CONSTRAINT "exercise_inject_responsible_id_person_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_inject" ADD CONSTRAINT "exercise_inject_after_own" FOREIGN KEY ("exercise_id","after_id") REFERENCES "public"."exercise_inject"("exercise_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_storyline" ADD CONSTRAINT "exercise_storyline_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exercise_inject_version_exercise" ON "exercise_inject_version" USING btree ("exercise_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_inject_number" ON "exercise_inject" USING btree ("exercise_id","number");--> statement-breakpoint
CREATE INDEX "exercise_inject_minute" ON "exercise_inject" USING btree ("exercise_id","minute","number");--> statement-breakpoint
CREATE INDEX "exercise_inject_after" ON "exercise_inject" USING btree ("after_id");--> statement-breakpoint
CREATE INDEX "exercise_storyline_exercise" ON "exercise_storyline" USING btree ("exercise_id","position");
--> statement-breakpoint
-- The exercises a person directs, plans or controls: who judges reads of them and writes nothing of their events.
create function concord.exercises_written() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.scope_id) from appointment o
  where o.person_id = concord.person_id() and o.scope = 'exercise'
    and o.role in ('exerciseDirector', 'exercisePlanner', 'exerciseControl')
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())), '{}'); end $$;
--> statement-breakpoint
-- Who is of an exercise's staff, for whoever is of it too, and with what part.
create function concord.exercise_staff(wanted uuid) returns table (person_id uuid, role text)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query select o.person_id, o.role from appointment o join person p on p.id = o.person_id
  where o.scope = 'exercise' and o.scope_id = wanted
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    and (p.ended_at is null or p.ended_at > now())
    and wanted = any(concord.exercises()); end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['exercise_storyline', 'exercise_inject', 'exercise_inject_version', 'exercise_inject_columns'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker, concord_app', t);
    -- To everybody who is not of the staff, whatever else they are, nothing of it exists.
    execute format('create policy %I on %I for select to concord_app
      using (exercise_id = any((select concord.exercises())::uuid[]) and exercise_id in (select id from exercise))',
      t || '_read', t);
    execute format('create policy %I on %I for insert to concord_app
      with check (exercise_id = any((select concord.exercises_written())::uuid[]))', t || '_new', t);
    execute format('create policy %I on %I for update to concord_app
      using (exercise_id = any((select concord.exercises_written())::uuid[]))
      with check (exercise_id = any((select concord.exercises_written())::uuid[]))', t || '_change', t);
  end loop;
end $$;
--> statement-breakpoint
create policy exercise_storyline_gone on exercise_storyline for delete to concord_app
  using (exercise_id = any((select concord.exercises_written())::uuid[]));
--> statement-breakpoint
-- Injects are withdrawn, never taken away, and what they were stays as it was.
revoke delete on exercise_inject from concord_app, concord_worker;
--> statement-breakpoint
revoke update, delete on exercise_inject_version from concord_app, concord_worker;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.exercises_written() owner to concord_reader;
--> statement-breakpoint
alter function concord.exercise_staff(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.exercises_written(), concord.exercise_staff(uuid) from public;
--> statement-breakpoint
grant execute on function concord.exercises_written(), concord.exercise_staff(uuid) to concord_app, concord_worker;
