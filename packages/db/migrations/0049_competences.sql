CREATE TABLE "person_aim" (
	"person_id" uuid NOT NULL,
	"work_role_id" uuid NOT NULL,
	"aimed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_aim_person_id_work_role_id_pk" PRIMARY KEY("person_id","work_role_id")
);
--> statement-breakpoint
ALTER TABLE "competency_map" ADD COLUMN "said" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "framework_item" ADD COLUMN "dropped" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person_aim" ADD CONSTRAINT "person_aim_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_aim" ADD CONSTRAINT "person_aim_work_role_id_work_role_id_fk" FOREIGN KEY ("work_role_id") REFERENCES "public"."work_role"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- The words a mapping was made of are those there are now.
update competency_map m set said = i.title || E'\n' || i.description from framework_item i where i.id = m.item_id;
--> statement-breakpoint
alter policy competency_map_read on competency_map
  using ((select concord.person_id()) is not null
    and (subject not in ('question', 'questionCategory') or (select concord.writes_courses())));
--> statement-breakpoint
-- Who plans an exercise says what its parts stand for.
create policy competency_map_of_exercise on competency_map to concord_app
  using (subject = 'exerciseRole' and subject_id in (select r.id from exercise_role r
    where r.exercise_id = any((select concord.exercises())::uuid[])))
  with check (subject = 'exerciseRole' and subject_id in (select r.id from exercise_role r
    where r.exercise_id = any((select concord.exercises())::uuid[])));
--> statement-breakpoint
alter table person_aim enable row level security;
--> statement-breakpoint
alter table person_aim force row level security;
--> statement-breakpoint
do $$ begin
  execute format('create policy owner_all on person_aim to %I using (true) with check (true)', current_user);
end $$;
--> statement-breakpoint
create policy worker_all on person_aim to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, delete on person_aim to concord_app;
--> statement-breakpoint
grant select, insert, update, delete on person_aim to concord_worker;
--> statement-breakpoint
create policy person_aim_own on person_aim to concord_app
  using (person_id = (select concord.person_id())) with check (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy person_aim_party on person_aim for select to concord_app
  using (person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
-- What questions show of somebody: answered rightly in a quiz that was passed, while the course's credential holds. Neither a
-- learner nor a training coordinator may look at what questions are mapped to, so this names the thing and the course, never
-- the question. It answers for oneself, and who speaks for the person's party in training.
create function concord.questions_shown(wanted uuid)
returns table (item_id uuid, course_id uuid, answered_at timestamptz, valid_until timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if wanted is distinct from concord.person_id() and not exists (
    select 1 from person p join party y on y.id = p.party_id
      join appointment o on o.scope_id in (y.id, y.nation_id) and o.role = 'trainingCoordinator'
    where p.id = wanted and o.person_id = concord.person_id()
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())) then
    return;
  end if;
  return query
  with held as (
    select distinct on (c.course_id) c.course_id, c.valid_until from credential c
    where c.person_id = wanted and c.revoked_at is null and (c.valid_until is null or c.valid_until > now())
    order by c.course_id, c.valid_until desc nulls first
  )
  select m.item_id, h.course_id, min(a.submitted_at), h.valid_until
  from held h join enrolment e on e.person_id = wanted and e.course_id = h.course_id
    join attempt a on a.enrolment_id = e.id and a.passed and a.submitted_at is not null
    join attempt_response r on r.attempt_id = a.id and r.score >= 1
    join bank_question_version v on v.id = r.version_id join bank_question q on q.id = v.question_id
    join competency_map m on (m.subject = 'question' and m.subject_id = q.id)
      or (m.subject = 'questionCategory' and m.subject_id = q.category_id)
  group by m.item_id, h.course_id, h.valid_until; end $$;
--> statement-breakpoint
grant select on competency_map, attempt, attempt_response, bank_question, bank_question_version, enrolment, credential, person,
  party, appointment to concord_reader;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['competency_map', 'attempt', 'attempt_response', 'bank_question', 'bank_question_version',
    'enrolment', 'credential', 'person', 'party', 'appointment'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles) and cmd in ('SELECT', 'ALL')) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
  grant create on schema concord to concord_reader;
  alter function concord.questions_shown(uuid) owner to concord_reader;
  revoke create on schema concord from concord_reader;
end $$;
--> statement-breakpoint
revoke execute on function concord.questions_shown(uuid) from public;
--> statement-breakpoint
grant execute on function concord.questions_shown(uuid) to concord_app, concord_worker;
