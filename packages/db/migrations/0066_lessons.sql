CREATE TABLE "exercise_report" (
	"exercise_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"issued_at" timestamp with time zone,
	"issued_by" uuid
);
--> statement-breakpoint
CREATE TABLE "exercise_hot_wash" (
	"exercise_id" uuid PRIMARY KEY NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	"group_id" uuid,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "lesson_action" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lesson_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"course_id" uuid,
	"unit_key" text,
	"inject_id" uuid,
	"requirement_id" uuid,
	"sealed" "bytea",
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_link_kind" CHECK (("lesson_link"."kind" = 'unit') = ("lesson_link"."course_id" is not null and "lesson_link"."unit_key" is not null)
      and ("lesson_link"."kind" = 'inject') = ("lesson_link"."inject_id" is not null)
      and ("lesson_link"."kind" = 'requirement') = ("lesson_link"."requirement_id" is not null)
      and ("lesson_link"."kind" = 'document') = ("lesson_link"."sealed" is not null))
);
--> statement-breakpoint
CREATE TABLE "lesson_observation" (
	"lesson_id" uuid NOT NULL,
	"observation_id" uuid NOT NULL,
	CONSTRAINT "lesson_observation_lesson_id_observation_id_pk" PRIMARY KEY("lesson_id","observation_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_reminder" (
	"action_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"kind" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_reminder_action_id_due_on_kind_pk" PRIMARY KEY("action_id","due_on","kind")
);
--> statement-breakpoint
CREATE TABLE "lesson_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lesson_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"action_id" uuid,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_step_of" CHECK (("lesson_step"."kind" in ('done', 'undone', 'dropped', 'changed')) = ("lesson_step"."action_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "lesson" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"marking_id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_observation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"team_id" uuid,
	"objective_id" uuid,
	"inject_id" uuid,
	"sealed" "bytea" NOT NULL,
	"marking_id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"group_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"into_id" uuid,
	CONSTRAINT "exercise_observation_into" CHECK ("exercise_observation"."into_id" <> "exercise_observation"."id")
);
--> statement-breakpoint
CREATE TABLE "exercise_wash_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_survey_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"survey_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_survey_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"survey_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"words_en" text NOT NULL,
	"words_fr" text NOT NULL,
	"choices_en" text[] DEFAULT '{}' NOT NULL,
	"choices_fr" text[] DEFAULT '{}' NOT NULL,
	"required" boolean DEFAULT true NOT NULL,
	CONSTRAINT "exercise_survey_question_choices" CHECK (("exercise_survey_question"."kind" = 'choice') = (cardinality("exercise_survey_question"."choices_en") > 1)),
	CONSTRAINT "exercise_survey_question_pairs" CHECK (cardinality("exercise_survey_question"."choices_en") = cardinality("exercise_survey_question"."choices_fr"))
);
--> statement-breakpoint
CREATE TABLE "exercise_survey_taker" (
	"survey_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "exercise_survey_taker_survey_id_person_id_pk" PRIMARY KEY("survey_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "exercise_survey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"title_en" text NOT NULL,
	"title_fr" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"threshold" integer DEFAULT 5 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_survey_order" CHECK ("exercise_survey"."closes_at" > "exercise_survey"."opens_at"),
	CONSTRAINT "exercise_survey_threshold" CHECK ("exercise_survey"."threshold" between 3 and 100)
);
--> statement-breakpoint
ALTER TABLE "exercise_report" ADD CONSTRAINT "exercise_report_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_report" ADD CONSTRAINT "exercise_report_issued_by_person_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_hot_wash" ADD CONSTRAINT "exercise_hot_wash_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_hot_wash" ADD CONSTRAINT "exercise_hot_wash_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_hot_wash" ADD CONSTRAINT "exercise_hot_wash_group_id_exercise_wash_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."exercise_wash_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_action" ADD CONSTRAINT "lesson_action_lesson_id_lesson_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lesson"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_action" ADD CONSTRAINT "lesson_action_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_action" ADD CONSTRAINT "lesson_action_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_action" ADD CONSTRAINT "lesson_action_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_link" ADD CONSTRAINT "lesson_link_action_id_lesson_action_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."lesson_action"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_link" ADD CONSTRAINT "lesson_link_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_link" ADD CONSTRAINT "lesson_link_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_link" ADD CONSTRAINT "lesson_link_inject_id_exercise_inject_id_fk" FOREIGN KEY ("inject_id") REFERENCES "public"."exercise_inject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_link" ADD CONSTRAINT "lesson_link_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_link" ADD CONSTRAINT "lesson_link_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_observation" ADD CONSTRAINT "lesson_observation_lesson_id_lesson_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lesson"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_observation" ADD CONSTRAINT "lesson_observation_observation_id_exercise_observation_id_fk" FOREIGN KEY ("observation_id") REFERENCES "public"."exercise_observation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_reminder" ADD CONSTRAINT "lesson_reminder_action_id_lesson_action_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."lesson_action"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_step" ADD CONSTRAINT "lesson_step_lesson_id_lesson_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lesson"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_step" ADD CONSTRAINT "lesson_step_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_step" ADD CONSTRAINT "lesson_step_action_id_lesson_action_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."lesson_action"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_step" ADD CONSTRAINT "lesson_step_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_observation" ADD CONSTRAINT "exercise_observation_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_observation" ADD CONSTRAINT "exercise_observation_team_id_exercise_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."exercise_team"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_observation" ADD CONSTRAINT "exercise_observation_objective_id_exercise_objective_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."exercise_objective"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_observation" ADD CONSTRAINT "exercise_observation_inject_id_exercise_inject_id_fk" FOREIGN KEY ("inject_id") REFERENCES "public"."exercise_inject"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_observation" ADD CONSTRAINT "exercise_observation_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_observation" ADD CONSTRAINT "exercise_observation_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_observation" ADD CONSTRAINT "exercise_observation_group_id_exercise_wash_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."exercise_wash_group"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_observation" ADD CONSTRAINT "exercise_observation_into_id_exercise_observation_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."exercise_observation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_wash_group" ADD CONSTRAINT "exercise_wash_group_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_survey_answer" ADD CONSTRAINT "exercise_survey_answer_survey_id_exercise_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."exercise_survey"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_survey_question" ADD CONSTRAINT "exercise_survey_question_survey_id_exercise_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."exercise_survey"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_survey_taker" ADD CONSTRAINT "exercise_survey_taker_survey_id_exercise_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."exercise_survey"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_survey_taker" ADD CONSTRAINT "exercise_survey_taker_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_survey" ADD CONSTRAINT "exercise_survey_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_survey" ADD CONSTRAINT "exercise_survey_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lesson_action_lesson" ON "lesson_action" USING btree ("lesson_id","id");--> statement-breakpoint
CREATE INDEX "lesson_action_person" ON "lesson_action" USING btree ("person_id","due_on");--> statement-breakpoint
CREATE INDEX "lesson_link_action" ON "lesson_link" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "lesson_link_course" ON "lesson_link" USING btree ("course_id","unit_key");--> statement-breakpoint
CREATE INDEX "lesson_link_inject" ON "lesson_link" USING btree ("inject_id");--> statement-breakpoint
CREATE INDEX "lesson_link_requirement" ON "lesson_link" USING btree ("requirement_id");--> statement-breakpoint
CREATE INDEX "lesson_observation_of" ON "lesson_observation" USING btree ("observation_id");--> statement-breakpoint
CREATE INDEX "lesson_step_lesson" ON "lesson_step" USING btree ("lesson_id","id");--> statement-breakpoint
CREATE INDEX "lesson_step_action" ON "lesson_step" USING btree ("action_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "lesson_number" ON "lesson" USING btree ("exercise_id","number");--> statement-breakpoint
CREATE INDEX "lesson_marking" ON "lesson" USING btree ("marking_id");--> statement-breakpoint
CREATE INDEX "exercise_observation_exercise" ON "exercise_observation" USING btree ("exercise_id","at");--> statement-breakpoint
CREATE INDEX "exercise_observation_marking" ON "exercise_observation" USING btree ("marking_id");--> statement-breakpoint
CREATE INDEX "exercise_wash_group_exercise" ON "exercise_wash_group" USING btree ("exercise_id","position");--> statement-breakpoint
CREATE INDEX "exercise_survey_answer_survey" ON "exercise_survey_answer" USING btree ("survey_id");--> statement-breakpoint
CREATE INDEX "exercise_survey_question_survey" ON "exercise_survey_question" USING btree ("survey_id","position");--> statement-breakpoint
CREATE INDEX "exercise_survey_taker_person" ON "exercise_survey_taker" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "exercise_survey_exercise" ON "exercise_survey" USING btree ("exercise_id","id");
--> statement-breakpoint
-- The exercises a person took part in whose hot wash was opened: from then on they read what was seen and what follows.
create function concord.exercises_debriefed() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct s.exercise_id) from exercise_seat s
  join exercise_hot_wash w on w.exercise_id = s.exercise_id where s.person_id = concord.person_id()), '{}'); end $$;
--> statement-breakpoint
-- Lessons of which a person has an action to do, or had.
create function concord.lessons_mine() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct a.lesson_id) from lesson_action a
  where a.person_id = concord.person_id()), '{}'); end $$;
--> statement-breakpoint
-- Everybody in an exercise, its staff and who sits in it, for one of them; and for who manages training.
create function concord.exercise_everybody(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct h.person_id) from (
    select o.person_id from appointment o where o.scope = 'exercise' and o.scope_id = wanted
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    union all select s.person_id from exercise_seat s where s.exercise_id = wanted) h
  join person p on p.id = h.person_id and (p.ended_at is null or p.ended_at > now())
  where wanted = any(concord.exercises()) or wanted = any(concord.exercise_seats()) or concord.manages_training()), '{}'); end $$;
--> statement-breakpoint
-- Whom an action of a lesson can be given to: who is in its exercise or manages training, and may read the lesson.
create function concord.lesson_owners(wanted uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(distinct a.person_id) from lesson l join marking m on m.id = l.marking_id
  cross join lateral concord.audience_of(null, null, concord.exercise_everybody(l.exercise_id) || array(
      select o.person_id from appointment o where o.role = 'trainingManager'
        and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())),
    m.level, m.releasable_to, m.only_for, m.caveats) a
  where l.id = wanted and (l.exercise_id = any(concord.exercises_written()) or concord.manages_training())), '{}'); end $$;
--> statement-breakpoint
-- The number the next lesson of an exercise gets: those the person cannot read count too, and say no more by that.
create function concord.next_lesson(wanted uuid) returns integer
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return (select coalesce(max(l.number), 0) + 1 from lesson l where l.exercise_id = wanted
  and (wanted = any(concord.exercises_written()) or concord.manages_training())); end $$;
--> statement-breakpoint
-- What reached teams and was answered, exercise by exercise: of the teams of one's own party, and of all teams (whole) where
-- one is of the staff. Minutes: until half of the answers were there. Never of another party's teams.
create function concord.own_exercise_figures()
returns table (exercise_id uuid, whole boolean, sent integer, answered integer, minutes integer)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query
  select d.exercise_id, o.whole, count(*)::int, count(a.at)::int,
    round(extract(epoch from percentile_disc(0.5) within group (order by a.at - d.at)) / 60)::int
  from exercise_delivery d join exercise_team t on t.id = d.team_id
  join (values (true), (false)) o (whole) on case when o.whole then d.exercise_id = any(concord.exercises())
    else concord.party_id() = any(t.party_ids) and (d.exercise_id = any(concord.exercises())
      or d.exercise_id = any(concord.exercise_seats())) end
  left join lateral (select min(r.at) as at from exercise_response r
    where r.inject_id = d.inject_id and r.team_id = d.team_id and r.kind = 'answer') a on true
  group by d.exercise_id, o.whole; end $$;
--> statement-breakpoint
-- How many have answered a survey, for whoever is in the exercise.
create function concord.survey_count(wanted uuid) returns integer
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return (select count(*)::int from exercise_survey_taker t join exercise_survey v on v.id = t.survey_id
  where t.survey_id = wanted and (v.exercise_id = any(concord.exercises()) or v.exercise_id = any(concord.exercise_seats()))); end $$;
--> statement-breakpoint
-- The answers of a survey, from as many on as it asks: for the exercise's staff, and once its report is issued for those
-- who took part. In the order of their ids, which are of chance. Below the number nobody reads any.
create function concord.survey_answers(wanted uuid) returns table (id uuid, sealed bytea)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query select a.id, a.sealed from exercise_survey_answer a join exercise_survey v on v.id = a.survey_id
  where a.survey_id = wanted
    and (select count(*) from exercise_survey_answer n where n.survey_id = wanted) >= v.threshold
    and (v.exercise_id = any(concord.exercises()) or (v.exercise_id = any(concord.exercise_seats())
      and exists (select from exercise_report r where r.exercise_id = v.exercise_id and r.issued_at is not null)))
  order by a.id; end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['exercise_hot_wash', 'exercise_wash_group', 'exercise_observation', 'lesson', 'lesson_observation',
    'lesson_action', 'lesson_step', 'lesson_link', 'lesson_reminder', 'exercise_report', 'exercise_survey',
    'exercise_survey_question', 'exercise_survey_answer', 'exercise_survey_taker'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker', t);
  end loop;
  foreach t in array array['exercise_hot_wash', 'exercise_report', 'exercise_survey', 'exercise_survey_answer',
    'exercise_survey_taker', 'lesson_action', 'lesson'] loop
    execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    execute format('grant select on %I to concord_reader', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on exercise_hot_wash, exercise_wash_group, exercise_observation, lesson, lesson_action,
  exercise_report, exercise_survey to concord_app;
--> statement-breakpoint
grant select, insert, delete on lesson_observation, lesson_link, exercise_survey_question to concord_app;
--> statement-breakpoint
grant delete on exercise_wash_group to concord_app;
--> statement-breakpoint
-- What was decided stays as it was decided, and an answer as it was given; whose it is can be read by nobody.
grant select, insert on lesson_step, exercise_survey_taker to concord_app;
--> statement-breakpoint
grant insert on exercise_survey_answer to concord_app;
--> statement-breakpoint
revoke update, delete on lesson_step, exercise_survey_answer, exercise_survey_taker from concord_worker;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['exercise_hot_wash', 'exercise_wash_group'] loop
    execute format('create policy %I on %I for select to concord_app
      using (exercise_id = any((select concord.exercises())::uuid[]) or exercise_id = any((select concord.exercise_seats())::uuid[]))',
      t || '_read', t);
    execute format('create policy %I on %I to concord_app
      using (exercise_id = any((select concord.exercises_written())::uuid[]))
      with check (exercise_id = any((select concord.exercises_written())::uuid[]))', t || '_lead', t);
  end loop;
end $$;
--> statement-breakpoint
create policy exercise_observation_read on exercise_observation for select to concord_app
  using (exercise_id in (select id from exercise) and marking_id in (select id from marking)
    and (by = (select concord.person_id()) or exercise_id = any((select concord.exercises())::uuid[])
      or exercise_id = any((select concord.exercises_debriefed())::uuid[])));
--> statement-breakpoint
create policy exercise_observation_new on exercise_observation for insert to concord_app
  with check (by = (select concord.person_id()) and marking_id in (select id from marking)
    and (exercise_id = any((select concord.exercises())::uuid[]) or exercise_id = any((select concord.exercise_seats())::uuid[])));
--> statement-breakpoint
create policy exercise_observation_change on exercise_observation for update to concord_app
  using (marking_id in (select id from marking)
    and (by = (select concord.person_id()) or exercise_id = any((select concord.exercises_written())::uuid[])))
  with check (marking_id in (select id from marking));
--> statement-breakpoint
create policy lesson_read on lesson for select to concord_app
  using (exercise_id in (select id from exercise) and marking_id in (select id from marking)
    and (exercise_id = any((select concord.exercises())::uuid[]) or (select concord.manages_training())
      or exercise_id = any((select concord.exercises_debriefed())::uuid[]) or id = any((select concord.lessons_mine())::uuid[])));
--> statement-breakpoint
create policy lesson_new on lesson for insert to concord_app
  with check (by = (select concord.person_id()) and marking_id in (select id from marking)
    and (exercise_id = any((select concord.exercises_written())::uuid[]) or (select concord.manages_training())));
--> statement-breakpoint
create policy lesson_change on lesson for update to concord_app
  using (exercise_id = any((select concord.exercises_written())::uuid[]) or (select concord.manages_training()))
  with check (marking_id in (select id from marking));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['lesson_observation', 'lesson_action', 'lesson_step'] loop
    execute format('create policy %I on %I for select to concord_app using (lesson_id in (select id from lesson))',
      t || '_read', t);
  end loop;
end $$;
--> statement-breakpoint
create policy lesson_observation_lead on lesson_observation to concord_app
  using (lesson_id in (select id from lesson where exercise_id = any((select concord.exercises_written())::uuid[])
    or (select concord.manages_training())))
  with check (lesson_id in (select id from lesson where exercise_id = any((select concord.exercises_written())::uuid[])
    or (select concord.manages_training())));
--> statement-breakpoint
create policy lesson_action_lead on lesson_action to concord_app
  using (exercise_id = any((select concord.exercises_written())::uuid[]) or (select concord.manages_training()))
  with check (lesson_id in (select id from lesson)
    and (exercise_id = any((select concord.exercises_written())::uuid[]) or (select concord.manages_training())));
--> statement-breakpoint
create policy lesson_step_new on lesson_step for insert to concord_app
  with check (by = (select concord.person_id()) and lesson_id in (select id from lesson)
    and (exercise_id = any((select concord.exercises_written())::uuid[]) or (select concord.manages_training())
      or (kind in ('done', 'undone') and action_id in (select id from lesson_action where person_id = (select concord.person_id())))));
--> statement-breakpoint
create policy lesson_link_read on lesson_link for select to concord_app
  using (action_id in (select id from lesson_action));
--> statement-breakpoint
create policy lesson_link_new on lesson_link for insert to concord_app
  with check (by = (select concord.person_id()) and action_id in (select id from lesson_action
    where person_id = (select concord.person_id()) or exercise_id = any((select concord.exercises_written())::uuid[])
      or (select concord.manages_training())));
--> statement-breakpoint
create policy exercise_report_read on exercise_report for select to concord_app
  using (exercise_id = any((select concord.exercises())::uuid[])
    or (issued_at is not null and exercise_id = any((select concord.exercise_seats())::uuid[])));
--> statement-breakpoint
create policy exercise_report_write on exercise_report to concord_app
  using (exercise_id = any((select concord.exercises_written())::uuid[]))
  with check (exercise_id = any((select concord.exercises_written())::uuid[]));
--> statement-breakpoint
create policy exercise_survey_read on exercise_survey for select to concord_app
  using (exercise_id = any((select concord.exercises())::uuid[]) or exercise_id = any((select concord.exercise_seats())::uuid[]));
--> statement-breakpoint
create policy exercise_survey_write on exercise_survey to concord_app
  using (exercise_id = any((select concord.exercises_written())::uuid[]))
  with check (exercise_id = any((select concord.exercises_written())::uuid[]));
--> statement-breakpoint
create policy exercise_survey_question_read on exercise_survey_question for select to concord_app
  using (survey_id in (select id from exercise_survey));
--> statement-breakpoint
create policy exercise_survey_question_write on exercise_survey_question to concord_app
  using (survey_id in (select id from exercise_survey where exercise_id = any((select concord.exercises_written())::uuid[])))
  with check (survey_id in (select id from exercise_survey where exercise_id = any((select concord.exercises_written())::uuid[])));
--> statement-breakpoint
create policy exercise_survey_answer_new on exercise_survey_answer for insert to concord_app
  with check (survey_id in (select id from exercise_survey where opens_at <= now() and closes_at > now()));
--> statement-breakpoint
create policy exercise_survey_taker_own on exercise_survey_taker to concord_app
  using (person_id = (select concord.person_id()))
  with check (person_id = (select concord.person_id())
    and survey_id in (select id from exercise_survey where opens_at <= now() and closes_at > now()));
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['exercises_debriefed()', 'lessons_mine()', 'exercise_everybody(uuid)', 'lesson_owners(uuid)', 'next_lesson(uuid)', 'own_exercise_figures()', 'survey_count(uuid)',
    'survey_answers(uuid)'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
    execute format('grant execute on function concord.%s to concord_app, concord_worker', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
