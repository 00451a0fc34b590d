CREATE TABLE "exercise_clock" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"minute" integer,
	"team_id" uuid,
	"minutes" integer,
	"by" uuid,
	CONSTRAINT "exercise_clock_kind" CHECK (("exercise_clock"."kind" = 'jump') = ("exercise_clock"."minute" is not null) and ("exercise_clock"."kind" = 'extend') = ("exercise_clock"."team_id" is not null)
      and ("exercise_clock"."kind" = 'extend') = ("exercise_clock"."minutes" is not null) and coalesce("exercise_clock"."minutes", 1) > 0)
);
--> statement-breakpoint
CREATE TABLE "exercise_delivery" (
	"inject_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "exercise_delivery_inject_id_team_id_pk" PRIMARY KEY("inject_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "exercise_release" (
	"inject_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "exercise_release_inject_id_team_id_pk" PRIMARY KEY("inject_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "exercise_response" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"inject_id" uuid,
	"kind" text NOT NULL,
	"sealed" "bytea",
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_response_of" CHECK (("exercise_response"."kind" not in ('acknowledged', 'answer') or "exercise_response"."inject_id" is not null)
      and ("exercise_response"."kind" = 'acknowledged') = ("exercise_response"."sealed" is null))
);
--> statement-breakpoint
ALTER TABLE "exercise_clock" ADD CONSTRAINT "exercise_clock_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_clock" ADD CONSTRAINT "exercise_clock_team_id_exercise_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."exercise_team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_clock" ADD CONSTRAINT "exercise_clock_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_delivery" ADD CONSTRAINT "exercise_delivery_inject_id_exercise_inject_id_fk" FOREIGN KEY ("inject_id") REFERENCES "public"."exercise_inject"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_delivery" ADD CONSTRAINT "exercise_delivery_team_id_exercise_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."exercise_team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_delivery" ADD CONSTRAINT "exercise_delivery_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_release" ADD CONSTRAINT "exercise_release_inject_id_exercise_inject_id_fk" FOREIGN KEY ("inject_id") REFERENCES "public"."exercise_inject"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_release" ADD CONSTRAINT "exercise_release_team_id_exercise_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."exercise_team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_release" ADD CONSTRAINT "exercise_release_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_release" ADD CONSTRAINT "exercise_release_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_response" ADD CONSTRAINT "exercise_response_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_response" ADD CONSTRAINT "exercise_response_team_id_exercise_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."exercise_team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_response" ADD CONSTRAINT "exercise_response_inject_id_exercise_inject_id_fk" FOREIGN KEY ("inject_id") REFERENCES "public"."exercise_inject"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_response" ADD CONSTRAINT "exercise_response_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_clock_place" ON "exercise_clock" USING btree ("exercise_id","place");--> statement-breakpoint
CREATE INDEX "exercise_delivery_team" ON "exercise_delivery" USING btree ("team_id","at");--> statement-breakpoint
CREATE INDEX "exercise_delivery_exercise" ON "exercise_delivery" USING btree ("exercise_id");--> statement-breakpoint
CREATE INDEX "exercise_response_exercise" ON "exercise_response" USING btree ("exercise_id","at");--> statement-breakpoint
CREATE INDEX "exercise_response_team" ON "exercise_response" USING btree ("team_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_response_read" ON "exercise_response" USING btree ("inject_id","team_id") WHERE "exercise_response"."kind" = 'acknowledged';
--> statement-breakpoint
-- The teams a person plays in.
create function concord.exercise_teams() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(s.team_id) from exercise_seat s
  where s.person_id = concord.person_id() and s.team_id is not null), '{}'); end $$;
--> statement-breakpoint
-- The exercises a person runs: its director and its control.
create function concord.exercises_controlled() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.scope_id) from appointment o
  where o.person_id = concord.person_id() and o.scope = 'exercise'
    and o.role in ('exerciseDirector', 'exerciseControl')
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())), '{}'); end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['exercise_clock', 'exercise_release', 'exercise_delivery', 'exercise_response'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    execute format('create policy %I on %I for select to concord_app
      using (exercise_id = any((select concord.exercises())::uuid[]) and exercise_id in (select id from exercise))',
      t || '_staff', t);
    -- Only added to: what happened in an exercise stays as it happened.
    execute format('grant select, insert on %I to concord_worker, concord_app', t);
    execute format('grant select on %I to concord_reader', t);
  end loop;
end $$;
--> statement-breakpoint
create policy reader_all on exercise_inject for select to concord_reader using (true);
--> statement-breakpoint
grant select on exercise_inject to concord_reader;
--> statement-breakpoint
create policy exercise_clock_turn on exercise_clock for insert to concord_app
  with check (by = (select concord.person_id()) and exercise_id = any((select concord.exercises_controlled())::uuid[]));
--> statement-breakpoint
-- How far the clock is, is known to whoever sits in the exercise; which other team has more time is not.
create policy exercise_clock_seat on exercise_clock for select to concord_app
  using (exercise_id = any((select concord.exercise_seats())::uuid[]) and exercise_id in (select id from exercise)
    and (team_id is null or team_id = any((select concord.exercise_teams())::uuid[])));
--> statement-breakpoint
create policy exercise_release_new on exercise_release for insert to concord_app
  with check (by = (select concord.person_id()) and exercise_id = any((select concord.exercises_controlled())::uuid[]));
--> statement-breakpoint
create policy exercise_delivery_team on exercise_delivery for select to concord_app
  using (team_id = any((select concord.exercise_teams())::uuid[]) and exercise_id in (select id from exercise));
--> statement-breakpoint
-- Whoever looks first writes what the rows and the clock say is due.
create policy exercise_delivery_new on exercise_delivery for insert to concord_app
  with check (exercise_id = any((select concord.exercises())::uuid[]) or exercise_id = any((select concord.exercise_seats())::uuid[]));
--> statement-breakpoint
create policy exercise_response_team on exercise_response for select to concord_app
  using (team_id = any((select concord.exercise_teams())::uuid[]) and exercise_id in (select id from exercise));
--> statement-breakpoint
create policy exercise_response_new on exercise_response for insert to concord_app
  with check (by = (select concord.person_id())
    and ((kind <> 'reply' and team_id = any((select concord.exercise_teams())::uuid[]))
      or (kind = 'reply' and exercise_id = any((select concord.exercises_controlled())::uuid[]))));
--> statement-breakpoint
-- What decides over delivery, without a word of what injects say: for whoever sits in the exercise or is of its staff, so
-- that a team's inbox is true though no worker runs.
create function concord.exercise_run(wanted uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin
  if not (wanted = any(concord.exercises()) or wanted = any(concord.exercise_seats())
    or session_user = 'concord_worker') then return null; end if;
  return jsonb_build_object(
    'clock', (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'at', c.at, 'minute', c.minute,
      'teamId', c.team_id, 'minutes', c.minutes) order by c.place), '[]') from exercise_clock c where c.exercise_id = wanted),
    'injects', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'minute', i.minute, 'trigger', i.trigger,
      'afterId', i.after_id, 'teamIds', i.team_ids, 'approved', i.status = 'approved')), '[]')
      from exercise_inject i where i.exercise_id = wanted),
    'releases', (select coalesce(jsonb_agg(jsonb_build_object('injectId', r.inject_id, 'teamId', r.team_id, 'at', r.at)), '[]')
      from exercise_release r where r.exercise_id = wanted),
    'deliveries', (select coalesce(jsonb_agg(jsonb_build_object('injectId', d.inject_id, 'teamId', d.team_id, 'at', d.at)), '[]')
      from exercise_delivery d where d.exercise_id = wanted),
    'answers', (select coalesce(jsonb_agg(jsonb_build_object('injectId', a.inject_id, 'teamId', a.team_id, 'at', a.at)), '[]')
      from (select inject_id, team_id, min(at) as at from exercise_response
        where exercise_id = wanted and kind = 'answer' group by 1, 2) a));
end $$;
--> statement-breakpoint
-- What injects say, for the process that puts them into inboxes: those named, and no others.
create function concord.exercise_sealed(wanted uuid, ids uuid[]) returns table (id uuid, number integer, sealed bytea)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query select i.id, i.number, i.sealed from exercise_inject i
  where i.exercise_id = wanted and i.id = any(ids) and (wanted = any(concord.exercises())
    or wanted = any(concord.exercise_seats()) or session_user = 'concord_worker'); end $$;
--> statement-breakpoint
-- Who hears that something happened in an exercise: its staff, and with a team named, that team.
create function concord.exercise_hearers(wanted uuid, team uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct h.person_id) from (
    select o.person_id from appointment o where team is null and o.scope = 'exercise' and o.scope_id = wanted
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    union all select s.person_id from exercise_seat s where s.exercise_id = wanted and s.team_id = team) h
  where wanted = any(concord.exercises()) or wanted = any(concord.exercise_seats()) or session_user = 'concord_worker'),
  '{}'); end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['exercise_teams()', 'exercises_controlled()', 'exercise_run(uuid)', 'exercise_sealed(uuid, uuid[])',
    'exercise_hearers(uuid, uuid)'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
    execute format('grant execute on function concord.%s to concord_app, concord_worker', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
