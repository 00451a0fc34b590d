CREATE TABLE "exercise_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "exercise_key_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "exercise_key_order" CHECK ("exercise_key"."expires_at" > "exercise_key"."made_at")
);
--> statement-breakpoint
CREATE TABLE "exercise_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" text,
	"points" integer,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"reference" text NOT NULL,
	"digest" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "exercise_check_says" CHECK ("exercise_check"."state" is not null or "exercise_check"."points" is not null)
);
--> statement-breakpoint
CREATE TABLE "exercise_criterion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"objective_id" uuid,
	"title_en" text NOT NULL,
	"title_fr" text NOT NULL,
	"levels" jsonb NOT NULL,
	"open" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_score_act" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_score" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"response_id" uuid,
	"kind" text NOT NULL,
	"revision" integer NOT NULL,
	"level" integer,
	"points" integer,
	"sealed" "bytea" NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_score_level" CHECK ("exercise_score"."revision" > 0 and coalesce("exercise_score"."level", 0) >= 0 and ("exercise_score"."level" is not null or "exercise_score"."points" is null)
      and ("exercise_score"."kind" = 'official' or "exercise_score"."response_id" is null))
);
--> statement-breakpoint
ALTER TABLE "exercise_key" ADD CONSTRAINT "exercise_key_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_key" ADD CONSTRAINT "exercise_key_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_key" ADD CONSTRAINT "exercise_key_revoked_by_person_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_check" ADD CONSTRAINT "exercise_check_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_check" ADD CONSTRAINT "exercise_check_key_id_exercise_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."exercise_key"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_check" ADD CONSTRAINT "exercise_check_team_id_exercise_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."exercise_team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_criterion" ADD CONSTRAINT "exercise_criterion_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_criterion" ADD CONSTRAINT "exercise_criterion_objective_id_exercise_objective_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."exercise_objective"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_score_act" ADD CONSTRAINT "exercise_score_act_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_score_act" ADD CONSTRAINT "exercise_score_act_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_score" ADD CONSTRAINT "exercise_score_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_score" ADD CONSTRAINT "exercise_score_team_id_exercise_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."exercise_team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_score" ADD CONSTRAINT "exercise_score_criterion_id_exercise_criterion_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."exercise_criterion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_score" ADD CONSTRAINT "exercise_score_response_id_exercise_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."exercise_response"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_score" ADD CONSTRAINT "exercise_score_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exercise_key_exercise" ON "exercise_key" USING btree ("exercise_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_check_reference" ON "exercise_check" USING btree ("key_id","reference");--> statement-breakpoint
CREATE INDEX "exercise_check_exercise" ON "exercise_check" USING btree ("exercise_id","team_id","received_at");--> statement-breakpoint
CREATE INDEX "exercise_criterion_exercise" ON "exercise_criterion" USING btree ("exercise_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_score_act_place" ON "exercise_score_act" USING btree ("exercise_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_score_revision" ON "exercise_score" USING btree ("team_id","criterion_id","kind",coalesce("response_id", "criterion_id"),"revision");--> statement-breakpoint
CREATE INDEX "exercise_score_exercise" ON "exercise_score" USING btree ("exercise_id","at");
--> statement-breakpoint
create policy reader_scores on exercise for select to concord_reader using (true);
--> statement-breakpoint
create policy reader_scores on exercise_team for select to concord_reader using (true);
--> statement-breakpoint
grant select on exercise, exercise_team to concord_reader;
--> statement-breakpoint
-- The exercises a person judges: its evaluators and its director, but nobody who plays in one of its teams.
create function concord.exercises_judged() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.scope_id) from appointment o
  where o.person_id = concord.person_id() and o.scope = 'exercise' and o.role in ('exerciseDirector', 'evaluator')
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    and not exists (select 1 from exercise_seat s where s.exercise_id = o.scope_id
      and s.person_id = o.person_id and s.team_id is not null)), '{}'); end $$;
--> statement-breakpoint
create function concord.exercises_directed() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct o.scope_id) from appointment o
  where o.person_id = concord.person_id() and o.scope = 'exercise' and o.role = 'exerciseDirector'
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())), '{}'); end $$;
--> statement-breakpoint
-- The exercises in which a person plays and whose scores the director has released.
create function concord.scores_released() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct s.exercise_id) from exercise_seat s
  where s.person_id = concord.person_id() and s.team_id is not null
    and exists (select 1 from exercise_score_act a where a.exercise_id = s.exercise_id and a.kind = 'release')), '{}'); end $$;
--> statement-breakpoint
-- The key that a request of automatic checks has shown, as long as it holds.
create function concord.check_key() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return (select k.id from exercise_key k
  where k.id::text = current_setting('concord.check_key', true) and k.revoked_at is null and k.expires_at > now()); end $$;
--> statement-breakpoint
create function concord.check_exercise() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return (select k.exercise_id from exercise_key k where k.id = concord.check_key()); end $$;
--> statement-breakpoint
-- Enters as a key, which is nobody: null where it is unknown, revoked or expired, or its exercise is cancelled.
create function concord.enter_checks(secret_hash text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as
$$
declare k record;
begin
  select x.id, x.exercise_id, x.used_at, e.marking_id into k from exercise_key x join exercise e on e.id = x.exercise_id
  where x.token_hash = secret_hash and x.revoked_at is null and x.expires_at > now() and e.cancelled_at is null;
  if not found then return null; end if;
  if k.used_at is null or k.used_at < now() - interval '1 minute' then
    update exercise_key set used_at = now() where id = k.id;
  end if;
  perform set_config('concord.check_key', k.id::text, true);
  return jsonb_build_object('now', clock_timestamp(), 'keyId', k.id, 'exerciseId', k.exercise_id, 'markingId', k.marking_id,
    'teams', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name)), '[]') from exercise_team t
      where t.exercise_id = k.exercise_id));
end $$;
--> statement-breakpoint
-- How teams stand: the newest judgement of each line, and what checks gave, without a word of why. To the staff all of it;
-- to whoever sits in the exercise, and to the staff when they ask for what teams see, nothing before the director has
-- opened it, and nothing after the instant at which it was frozen. Exercises that are no competition have none.
create function concord.exercise_points(wanted uuid, as_teams boolean) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare
  staff boolean := wanted = any(concord.exercises());
  opened timestamptz;
  froze timestamptz;
  until timestamptz;
begin
  if not (staff or wanted = any(concord.exercise_seats())) then return null; end if;
  if not exists (select 1 from exercise e where e.id = wanted and e.kind = 'competitive') then return null; end if;
  select min(a.at) into opened from exercise_score_act a where a.exercise_id = wanted and a.kind = 'open';
  select case when last.kind = 'freeze' then last.at end into froze from (select a.kind, a.at from exercise_score_act a
    where a.exercise_id = wanted and a.kind in ('freeze', 'unfreeze') order by a.place desc limit 1) last;
  if as_teams or not staff then
    if opened is null then return null; end if;
    until := froze;
  end if;
  return jsonb_build_object('openedAt', opened, 'frozenAt', froze,
    'scores', (select coalesce(jsonb_agg(jsonb_build_object('teamId', n.team_id, 'criterionId', n.criterion_id,
        'responseId', n.response_id, 'level', n.level, 'points', n.points)), '[]')
      from (select distinct on (s.team_id, s.criterion_id, s.response_id) s.team_id, s.criterion_id, s.response_id, s.level, s.points
        from exercise_score s where s.exercise_id = wanted and s.kind = 'official' and (until is null or s.at <= until)
        order by s.team_id, s.criterion_id, s.response_id, s.revision desc) n where n.level is not null),
    'checks', (select coalesce(jsonb_agg(jsonb_build_object('teamId', c.team_id, 'points', c.points, 'up', c.up,
        'seen', c.seen)), '[]')
      from (select r.team_id, coalesce(sum(r.points), 0) as points, count(*) filter (where r.state = 'up') as up,
          count(*) filter (where r.state is not null) as seen
        from exercise_check r where r.exercise_id = wanted and (until is null or r.received_at <= until) group by 1) c));
end $$;
--> statement-breakpoint
-- Who hears that scores have moved: the staff, and who plays once they can see it.
create function concord.score_hearers(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct h.person_id) from (
    select o.person_id from appointment o where o.scope = 'exercise' and o.scope_id = wanted
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    union all select s.person_id from exercise_seat s where s.exercise_id = wanted
      and ('release' in (select a.kind from exercise_score_act a where a.exercise_id = wanted)
        or ('open' in (select a.kind from exercise_score_act a where a.exercise_id = wanted)
          and coalesce((select a.kind from exercise_score_act a where a.exercise_id = wanted and a.kind in ('freeze', 'unfreeze')
            order by a.place desc limit 1), 'unfreeze') = 'unfreeze'))) h
  where wanted = any(concord.exercises()) or wanted = concord.check_exercise()), '{}'); end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['exercise_criterion', 'exercise_score', 'exercise_score_act', 'exercise_key', 'exercise_check'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    -- Only added to; what may change of a criterion and a key is granted below.
    execute format('grant select, insert on %I to concord_worker, concord_app', t);
    execute format('grant select on %I to concord_reader', t);
  end loop;
  foreach t in array array['exercise_criterion', 'exercise_score', 'exercise_score_act', 'exercise_check'] loop
    execute format('create policy %I on %I for select to concord_app
      using (exercise_id = any((select concord.exercises())::uuid[]) and exercise_id in (select id from exercise))', t || '_staff', t);
  end loop;
end $$;
--> statement-breakpoint
create policy exercise_criterion_team on exercise_criterion for select to concord_app
  using (exercise_id = any((select concord.exercise_seats())::uuid[]) and exercise_id in (select id from exercise)
    and (open or exercise_id = any((select concord.scores_released())::uuid[])));
--> statement-breakpoint
create policy exercise_criterion_new on exercise_criterion for insert to concord_app
  with check (exercise_id = any((select concord.exercises_written())::uuid[]));
--> statement-breakpoint
create policy exercise_criterion_change on exercise_criterion for update to concord_app
  using (exercise_id = any((select concord.exercises_written())::uuid[]))
  with check (exercise_id = any((select concord.exercises_written())::uuid[]));
--> statement-breakpoint
-- What somebody was judged by stays.
create policy exercise_criterion_gone on exercise_criterion for delete to concord_app
  using (exercise_id = any((select concord.exercises_written())::uuid[])
    and not exists (select 1 from exercise_score s where s.criterion_id = exercise_criterion.id));
--> statement-breakpoint
grant update, delete on exercise_criterion to concord_app, concord_worker;
--> statement-breakpoint
-- A team reads what it thinks of itself, and what others think of it once that is released: never of another team.
create policy exercise_score_team on exercise_score for select to concord_app
  using (team_id = any((select concord.exercise_teams())::uuid[]) and exercise_id in (select id from exercise)
    and (kind = 'self' or exercise_id = any((select concord.scores_released())::uuid[])));
--> statement-breakpoint
create policy exercise_score_new on exercise_score for insert to concord_app
  with check (by = (select concord.person_id())
    and team_id in (select t.id from exercise_team t where t.exercise_id = exercise_score.exercise_id)
    and criterion_id in (select c.id from exercise_criterion c where c.exercise_id = exercise_score.exercise_id)
    and ((kind = 'official' and exercise_id = any((select concord.exercises_judged())::uuid[]))
      or (kind = 'self' and team_id = any((select concord.exercise_teams())::uuid[]))));
--> statement-breakpoint
create policy exercise_score_act_new on exercise_score_act for insert to concord_app
  with check (by = (select concord.person_id()) and exercise_id = any((select concord.exercises_directed())::uuid[]));
--> statement-breakpoint
-- That there is a scoreboard is known to whoever sits in the exercise, once there is.
create policy exercise_score_act_seat on exercise_score_act for select to concord_app
  using (kind = 'open' and exercise_id = any((select concord.exercise_seats())::uuid[]) and exercise_id in (select id from exercise));
--> statement-breakpoint
create policy exercise_key_read on exercise_key for select to concord_app
  using (exercise_id = any((select concord.exercises_directed())::uuid[]));
--> statement-breakpoint
create policy exercise_key_new on exercise_key for insert to concord_app
  with check (made_by = (select concord.person_id()) and exercise_id = any((select concord.exercises_directed())::uuid[]));
--> statement-breakpoint
create policy exercise_key_revoke on exercise_key for update to concord_app
  using (exercise_id = any((select concord.exercises_directed())::uuid[]) and revoked_at is null)
  with check (revoked_by = (select concord.person_id()));
--> statement-breakpoint
grant update (revoked_at, revoked_by) on exercise_key to concord_app;
--> statement-breakpoint
create policy exercise_key_used on exercise_key for update to concord_reader using (true) with check (true);
--> statement-breakpoint
grant update (used_at) on exercise_key to concord_reader;
--> statement-breakpoint
create policy exercise_check_key on exercise_check for select to concord_app using (key_id = (select concord.check_key()));
--> statement-breakpoint
create policy exercise_check_new on exercise_check for insert to concord_app
  with check (key_id = (select concord.check_key()) and exercise_id = (select concord.check_exercise()));
--> statement-breakpoint
-- Who is told that something has reached their team: those in it whom nothing of this exercise waits for unread already.
create function concord.inject_hearers(wanted uuid, teams uuid[]) returns table (team_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query select s.team_id, s.person_id from exercise_seat s
  where s.exercise_id = wanted and s.team_id = any(teams)
    and (wanted = any(concord.exercises()) or wanted = any(concord.exercise_seats()) or session_user = 'concord_worker')
    and not exists (select 1 from notification n where n.person_id = s.person_id and n.kind = 'exerciseInject'
      and n.subject_id = wanted and n.read_at is null); end $$;
--> statement-breakpoint
create policy reader_injects on notification for select to concord_reader using (kind = 'exerciseInject');
--> statement-breakpoint
grant select on notification to concord_reader;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['exercises_judged()', 'exercises_directed()', 'scores_released()', 'check_key()', 'check_exercise()',
    'enter_checks(text)', 'exercise_points(uuid, boolean)', 'score_hearers(uuid)', 'inject_hearers(uuid, uuid[])'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
    execute format('grant execute on function concord.%s to concord_app, concord_worker', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
