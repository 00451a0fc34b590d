-- Row-level security for what learning adds. First the questions that policies ask of the person.
create function concord.manages_training() returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return concord.is_admin() or exists (
  select 1 from appointment o where o.person_id = concord.person_id() and o.role = 'trainingManager'
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())); end $$;
--> statement-breakpoint
-- Who may see the question bank: staff of any course, and who manages training.
create function concord.writes_courses() returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return cardinality(concord.courses()) > 0 or concord.manages_training(); end $$;
--> statement-breakpoint
-- Cohorts the person looks after.
create function concord.cohorts() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return coalesce((select array_agg(o.scope_id) from appointment o
  where o.person_id = concord.person_id() and o.scope = 'cohort'
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())), '{}'); end $$;
--> statement-breakpoint
-- The questions an attempt asks, with what is right: the one door through which a learner's request reaches the bank.
-- Open to who makes the attempt, to the staff of its course and to who manages training.
create function concord.attempt_questions(wanted uuid)
returns table (place integer, key text, version_id uuid, question_id uuid, kind text, points double precision, body jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return query
  select d.place::integer, d.item->>'key', v.id, v.question_id, q.kind, (d.item->>'points')::double precision, v.body
  from attempt a
  join enrolment e on e.id = a.enrolment_id
  cross join lateral jsonb_array_elements(a.drawn) with ordinality d(item, place)
  join bank_question_version v on v.id = (d.item->>'versionId')::uuid
  join bank_question q on q.id = v.question_id
  where a.id = wanted and (a.person_id = concord.person_id() or e.course_id = any(concord.courses()) or concord.manages_training())
  order by d.place; end $$;
--> statement-breakpoint
grant select on attempt, bank_question, bank_question_version to concord_reader;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.manages_training() owner to concord_reader;
--> statement-breakpoint
alter function concord.writes_courses() owner to concord_reader;
--> statement-breakpoint
alter function concord.cohorts() owner to concord_reader;
--> statement-breakpoint
alter function concord.attempt_questions(uuid) owner to concord_reader;
--> statement-breakpoint
-- A draft is nobody's to see but its course's staff and who manages training.
create or replace function concord.may_read_version(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return exists (
  select 1 from course_version v join course c on c.id = v.course_id join marking m on m.id = c.marking_id
  where v.id = wanted
    and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
      concord.level(), concord.party_id(), concord.caveats())
    and (c.archived_at is null or concord.is_admin() or c.id = any(concord.courses()))
    and (v.published_at is not null or c.id = any(concord.courses()) or concord.manages_training())); end $$;
--> statement-breakpoint
create or replace function concord.may_open_activity(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return exists (
  select 1 from activity a join course_version v on v.id = a.version_id join course c on c.id = v.course_id
    join marking m on m.id = c.marking_id
  where a.id = wanted
    and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
      concord.level(), concord.party_id(), concord.caveats())
    and (concord.is_admin() or c.id = any(concord.courses())
      or (c.archived_at is null and exists (select 1 from enrolment e where e.person_id = concord.person_id()
        and e.version_id = v.id and e.withdrawn_at is null))
      or concord.manages_training())); end $$;
--> statement-breakpoint
-- May write into this version: a draft of a course the person is staff of, or any draft for who manages training.
create function concord.may_edit_version(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return exists (
  select 1 from course_version v join course c on c.id = v.course_id join marking m on m.id = c.marking_id
  where v.id = wanted and v.published_at is null
    and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
      concord.level(), concord.party_id(), concord.caveats())
    and (c.id = any(concord.courses()) or concord.manages_training())); end $$;
--> statement-breakpoint
create function concord.may_edit_activity(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return exists (select 1 from activity a where a.id = wanted and concord.may_edit_version(a.version_id)); end $$;
--> statement-breakpoint
alter function concord.may_edit_version(uuid) owner to concord_reader;
--> statement-breakpoint
alter function concord.may_edit_activity(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.manages_training(), concord.writes_courses(), concord.cohorts(),
  concord.attempt_questions(uuid), concord.may_edit_version(uuid), concord.may_edit_activity(uuid) from public;
--> statement-breakpoint
grant execute on function concord.manages_training(), concord.writes_courses(), concord.cohorts(),
  concord.attempt_questions(uuid), concord.may_edit_version(uuid), concord.may_edit_activity(uuid)
  to concord_app, concord_worker, concord_reader;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['course_prerequisite', 'attempt_response', 'activity_extension', 'question_category',
    'bank_question', 'bank_question_version', 'submission', 'assessment', 'assessment_remark', 'live_session', 'attendance',
    'study_note', 'calendar_feed', 'framework', 'framework_item', 'framework_link', 'work_role', 'person_work_role',
    'competency_map', 'learning_path', 'learning_path_step', 'path_follower', 'requirement', 'requirement_need', 'renewal',
    'credential_template', 'seat_entry', 'cohort_rule', 'cohort_deadline', 'cohort_message', 'grade_decision',
    'digest_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker, concord_app', t);
  end loop;
  foreach t in array array['attempt', 'bank_question', 'bank_question_version'] loop
    execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- Append-only: who was given a seat and why, and what was decided over a result.
revoke update, delete on seat_entry, grade_decision, bank_question_version from concord_app;
--> statement-breakpoint
revoke update, delete on seat_entry, grade_decision from concord_worker;
--> statement-breakpoint
grant usage on all sequences in schema public to concord_app, concord_worker;
--> statement-breakpoint
-- Courses and their drafts
create policy course_manage on course to concord_app
  using ((id = any((select concord.courses())::uuid[]) or (select concord.manages_training())) and marking_id in (select id from marking))
  with check ((id = any((select concord.courses())::uuid[]) or (select concord.manages_training())) and marking_id in (select id from marking));
--> statement-breakpoint
alter policy version_read on course_version using (course_id in (select id from course)
  and (published_at is not null or course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training())));
--> statement-breakpoint
create policy version_new on course_version for insert to concord_app
  with check (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()));
--> statement-breakpoint
create policy version_change on course_version for update to concord_app
  using (published_at is null and (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training())))
  with check (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()));
--> statement-breakpoint
create policy version_drop on course_version for delete to concord_app
  using (published_at is null and (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training())));
--> statement-breakpoint
create policy version_text_edit on course_text to concord_app
  using (concord.may_edit_version(version_id)) with check (concord.may_edit_version(version_id));
--> statement-breakpoint
create policy unit_edit on unit to concord_app
  using (concord.may_edit_version(version_id)) with check (concord.may_edit_version(version_id));
--> statement-breakpoint
create policy activity_edit on activity to concord_app
  using (concord.may_edit_version(version_id)) with check (concord.may_edit_version(version_id));
--> statement-breakpoint
create policy activity_text_edit on activity_text to concord_app
  using (concord.may_edit_activity(activity_id)) with check (concord.may_edit_activity(activity_id));
--> statement-breakpoint
create policy question_edit on question to concord_app
  using (concord.may_edit_activity(activity_id)) with check (concord.may_edit_activity(activity_id));
--> statement-breakpoint
create policy prerequisite_read on course_prerequisite for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy prerequisite_edit on course_prerequisite to concord_app
  using (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()))
  with check (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()));
--> statement-breakpoint
-- Files of a course: its staff put them there.
create policy file_course_new on file for insert to concord_app
  with check (container = 'course' and created_by = (select concord.person_id())
    and (container_id = any((select concord.courses())::uuid[]) or (select concord.manages_training())));
--> statement-breakpoint
-- The question bank
create policy category_all on question_category to concord_app
  using ((select concord.writes_courses())) with check ((select concord.writes_courses()));
--> statement-breakpoint
create policy bank_question_all on bank_question to concord_app
  using ((select concord.writes_courses())) with check ((select concord.writes_courses()));
--> statement-breakpoint
create policy bank_version_all on bank_question_version to concord_app
  using ((select concord.writes_courses())) with check ((select concord.writes_courses()));
--> statement-breakpoint
-- Attempts: managers of training read them too; markers write points and comments.
create policy attempt_manage on attempt for select to concord_app using ((select concord.manages_training()));
--> statement-breakpoint
create policy attempt_mark on attempt for update to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id and e.course_id = any((select concord.courses())::uuid[])));
--> statement-breakpoint
create policy response_read on attempt_response for select to concord_app
  using (exists (select 1 from attempt a where a.id = attempt_id));
--> statement-breakpoint
create policy response_write on attempt_response to concord_app
  using (exists (select 1 from attempt a where a.id = attempt_id and a.person_id = (select concord.person_id())))
  with check (exists (select 1 from attempt a where a.id = attempt_id and a.person_id = (select concord.person_id())));
--> statement-breakpoint
create policy response_mark on attempt_response for update to concord_app
  using (exists (select 1 from attempt a join enrolment e on e.id = a.enrolment_id
    where a.id = attempt_id and e.course_id = any((select concord.courses())::uuid[])));
--> statement-breakpoint
create policy extension_read on activity_extension for select to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id));
--> statement-breakpoint
create policy extension_write on activity_extension to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id
    and (e.course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()) or e.cohort_id = any((select concord.cohorts())::uuid[]))))
  with check (given_by = (select concord.person_id()) and exists (select 1 from enrolment e where e.id = enrolment_id
    and (e.course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()) or e.cohort_id = any((select concord.cohorts())::uuid[]))));
--> statement-breakpoint
-- Work handed in: its author and the staff of the course. Managing training alone does not open it.
create policy submission_read on submission for select to concord_app
  using (person_id = (select concord.person_id())
    or (submitted_at is not null and course_id = any((select concord.courses())::uuid[])));
--> statement-breakpoint
create policy submission_own on submission to concord_app
  using (person_id = (select concord.person_id())) with check (person_id = (select concord.person_id()));
--> statement-breakpoint
-- A marker sees the other's judgement once both are decided; the author, once it is decided.
create policy assessment_read on assessment for select to concord_app
  using (marker_id = (select concord.person_id())
    or (decided_at is not null and submission_id in (select id from submission)));
--> statement-breakpoint
create policy assessment_write on assessment to concord_app
  using (marker_id = (select concord.person_id()))
  with check (marker_id = (select concord.person_id()) and submission_id in (select s.id from submission s
    where s.course_id = any((select concord.courses())::uuid[]) and s.person_id <> (select concord.person_id())));
--> statement-breakpoint
create policy remark_read on assessment_remark for select to concord_app
  using (assessment_id in (select id from assessment));
--> statement-breakpoint
create policy remark_write on assessment_remark to concord_app
  using (assessment_id in (select a.id from assessment a where a.marker_id = (select concord.person_id())))
  with check (assessment_id in (select a.id from assessment a where a.marker_id = (select concord.person_id())));
--> statement-breakpoint
create policy live_session_read on live_session for select to concord_app using (course_id in (select id from course));
--> statement-breakpoint
create policy live_session_write on live_session to concord_app
  using (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()))
  with check (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()));
--> statement-breakpoint
create policy attendance_read on attendance for select to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id));
--> statement-breakpoint
create policy attendance_write on attendance to concord_app
  using (exists (select 1 from live_session l where l.id = live_session_id
    and (l.course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()))))
  with check (exists (select 1 from live_session l where l.id = live_session_id
    and (l.course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()))));
--> statement-breakpoint
-- One's own
create policy study_note_own on study_note to concord_app
  using (person_id = (select concord.person_id())) with check (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy calendar_feed_own on calendar_feed to concord_app
  using (person_id = (select concord.person_id())) with check (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy digest_own on digest_item for select to concord_app using (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy digest_new on digest_item for insert to concord_app with check (true);
--> statement-breakpoint
-- Competence
create policy framework_read on framework for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy framework_write on framework to concord_app
  using ((select concord.manages_training())) with check ((select concord.manages_training()));
--> statement-breakpoint
create policy framework_item_read on framework_item for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy framework_item_write on framework_item to concord_app
  using ((select concord.manages_training())) with check ((select concord.manages_training()));
--> statement-breakpoint
create policy framework_link_read on framework_link for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy framework_link_write on framework_link to concord_app
  using ((select concord.manages_training())) with check ((select concord.manages_training()));
--> statement-breakpoint
create policy work_role_read on work_role for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy work_role_write on work_role to concord_app
  using ((select concord.manages_training())) with check ((select concord.manages_training()));
--> statement-breakpoint
create policy person_work_role_all on person_work_role to concord_app
  using ((select concord.manages_training())
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])))
  with check ((select concord.manages_training())
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
create policy person_work_role_own on person_work_role for select to concord_app using (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy competency_map_read on competency_map for select to concord_app
  using ((select concord.person_id()) is not null and (subject <> 'question' or (select concord.writes_courses())));
--> statement-breakpoint
create policy competency_map_write on competency_map to concord_app
  using ((select concord.writes_courses())) with check ((select concord.writes_courses()));
--> statement-breakpoint
create policy learning_path_read on learning_path for select to concord_app
  using (marking_id in (select id from marking) and (archived_at is null or (select concord.manages_training())));
--> statement-breakpoint
create policy learning_path_write on learning_path to concord_app
  using ((select concord.manages_training()) and marking_id in (select id from marking))
  with check ((select concord.manages_training()) and marking_id in (select id from marking));
--> statement-breakpoint
create policy path_step_read on learning_path_step for select to concord_app using (path_id in (select id from learning_path));
--> statement-breakpoint
create policy path_step_write on learning_path_step to concord_app
  using ((select concord.manages_training())) with check ((select concord.manages_training()));
--> statement-breakpoint
create policy path_follower_own on path_follower to concord_app
  using (person_id = (select concord.person_id()))
  with check (person_id = (select concord.person_id()) and path_id in (select id from learning_path));
--> statement-breakpoint
create policy path_follower_party on path_follower to concord_app
  using ((select concord.manages_training())
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])))
  with check ((select concord.manages_training())
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
-- Requirements: everybody signed in may know what is asked; a training coordinator asks it of the own party only.
create policy requirement_read on requirement for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy requirement_write on requirement to concord_app
  using ((select concord.manages_training())
    or (cardinality(party_ids) > 0 and party_ids <@ (select concord.parties())::uuid[]))
  with check ((select concord.manages_training())
    or (cardinality(party_ids) > 0 and party_ids <@ (select concord.parties())::uuid[]));
--> statement-breakpoint
create policy requirement_need_read on requirement_need for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy requirement_need_write on requirement_need to concord_app
  using (exists (select 1 from requirement r where r.id = requirement_id and ((select concord.manages_training())
    or (cardinality(r.party_ids) > 0 and r.party_ids <@ (select concord.parties())::uuid[]))))
  with check (exists (select 1 from requirement r where r.id = requirement_id and ((select concord.manages_training())
    or (cardinality(r.party_ids) > 0 and r.party_ids <@ (select concord.parties())::uuid[]))));
--> statement-breakpoint
create policy renewal_own on renewal for select to concord_app using (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy renewal_party on renewal to concord_app
  using ((select concord.manages_training())
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])))
  with check ((select concord.manages_training())
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
create policy template_read on credential_template for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy template_write on credential_template to concord_app
  using ((select concord.manages_training()) or course_id = any((select concord.courses())::uuid[]))
  with check ((select concord.manages_training()) or course_id = any((select concord.courses())::uuid[]));
--> statement-breakpoint
-- Cohorts: managers of training, staff of the course, and who looks after the cohort.
create policy cohort_manage on cohort to concord_app
  using ((select concord.manages_training()) or course_id = any((select concord.courses())::uuid[]) or id = any((select concord.cohorts())::uuid[]))
  with check ((select concord.manages_training()) or course_id = any((select concord.courses())::uuid[]) or id = any((select concord.cohorts())::uuid[]));
--> statement-breakpoint
create function concord.may_manage_cohort(wanted uuid) returns boolean
language plpgsql stable as
$$ begin return concord.manages_training() or wanted = any(concord.cohorts())
  or exists (select 1 from cohort c where c.id = wanted and c.course_id = any(concord.courses())); end $$;
--> statement-breakpoint
revoke execute on function concord.may_manage_cohort(uuid) from public;
--> statement-breakpoint
grant execute on function concord.may_manage_cohort(uuid) to concord_app, concord_worker;
--> statement-breakpoint
create policy cohort_party_manage on cohort_party to concord_app
  using (concord.may_manage_cohort(cohort_id)) with check (concord.may_manage_cohort(cohort_id));
--> statement-breakpoint
create policy cohort_member_manage on cohort_member to concord_app
  using (concord.may_manage_cohort(cohort_id)) with check (concord.may_manage_cohort(cohort_id));
--> statement-breakpoint
create policy seat_entry_read on seat_entry for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy seat_entry_new on seat_entry for insert to concord_app with check (actor_id = (select concord.person_id()));
--> statement-breakpoint
create policy cohort_rule_all on cohort_rule to concord_app
  using (concord.may_manage_cohort(cohort_id) or party_id = any((select concord.parties())::uuid[]))
  with check (concord.may_manage_cohort(cohort_id) or party_id = any((select concord.parties())::uuid[]));
--> statement-breakpoint
create policy cohort_deadline_read on cohort_deadline for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy cohort_deadline_write on cohort_deadline to concord_app
  using (concord.may_manage_cohort(cohort_id)) with check (concord.may_manage_cohort(cohort_id));
--> statement-breakpoint
create policy cohort_message_read on cohort_message for select to concord_app
  using (concord.may_manage_cohort(cohort_id)
    or cohort_id in (select m.cohort_id from cohort_member m where m.person_id = (select concord.person_id())));
--> statement-breakpoint
create policy cohort_message_new on cohort_message for insert to concord_app
  with check (author_id = (select concord.person_id()) and concord.may_manage_cohort(cohort_id));
--> statement-breakpoint
create policy grade_decision_read on grade_decision for select to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id));
--> statement-breakpoint
create policy grade_decision_new on grade_decision for insert to concord_app
  with check (decided_by = (select concord.person_id()) and exists (select 1 from enrolment e where e.id = enrolment_id
    and e.person_id <> (select concord.person_id())
    and (e.course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()))));
--> statement-breakpoint
-- Enrolments and what follows from them, made by others than the learner.
create policy enrolment_place on enrolment to concord_app
  using ((select concord.manages_training()) or course_id = any((select concord.courses())::uuid[])
    or cohort_id = any((select concord.cohorts())::uuid[])
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])))
  with check ((select concord.manages_training()) or course_id = any((select concord.courses())::uuid[])
    or cohort_id = any((select concord.cohorts())::uuid[])
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
create policy progress_staff on activity_progress to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id and e.course_id = any((select concord.courses())::uuid[])))
  with check (exists (select 1 from enrolment e where e.id = enrolment_id and e.course_id = any((select concord.courses())::uuid[])));
--> statement-breakpoint
create policy credential_staff on credential to concord_app
  using (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()))
  with check (course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training()));
