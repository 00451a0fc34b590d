-- Row-level security on every table, forced for owners too. The application's role owns nothing.
do $$
declare t record;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t.tablename);
    execute format('alter table %I force row level security', t.tablename);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t.tablename, current_user);
    if t.tablename not in ('record_seal', 'record_head') then
      execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t.tablename);
      execute format('grant select, insert, update, delete on %I to concord_worker', t.tablename);
    end if;
    if t.tablename not in ('record_entry', 'record_seal', 'record_head', 'search_entry') then
      execute format('grant select, insert, update, delete on %I to concord_app', t.tablename);
    end if;
  end loop;
end $$;
--> statement-breakpoint
revoke update, delete on record_entry from concord_worker;
--> statement-breakpoint
grant usage on all sequences in schema public to concord_app, concord_worker;
--> statement-breakpoint
grant select, insert on record_entry to concord_app;
--> statement-breakpoint
grant select on record_seal, record_head to concord_app, concord_worker;
--> statement-breakpoint
grant select on record_entry to concord_sealer;
--> statement-breakpoint
grant select, insert on record_seal, record_head to concord_sealer;
--> statement-breakpoint
create policy sealer_read on record_entry for select to concord_sealer using (true);
--> statement-breakpoint
create policy sealer_all on record_seal to concord_sealer using (true) with check (true);
--> statement-breakpoint
create policy sealer_all on record_head to concord_sealer using (true) with check (true);
--> statement-breakpoint
create policy seal_read on record_seal for select to concord_app, concord_worker using (true);
--> statement-breakpoint
create policy head_read on record_head for select to concord_app, concord_worker using (true);
--> statement-breakpoint
-- Open to every connection of the application: no content, needed before there is a person.
create policy read_all on level for select to concord_app using (true);
--> statement-breakpoint
create policy read_all on system_setting for select to concord_app using (true);
--> statement-breakpoint
create policy read_all on party for select to concord_app using (true);
--> statement-breakpoint
create policy read_all on credential_proof for select to concord_app using (true);
--> statement-breakpoint
create policy write_proof on credential_proof for insert to concord_app with check ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy change_proof on credential_proof for update to concord_app using ((select concord.is_admin()));
--> statement-breakpoint
create policy admin_party on party to concord_app using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
-- People
create policy person_read on person for select to concord_app
  using ((select concord.person_id()) is not null or (select concord.mode()) = 'auth');
--> statement-breakpoint
create policy person_write on person to concord_app
  using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
create policy account_all on account to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin()) or (select concord.mode()) = 'auth'
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])))
  with check (person_id = (select concord.person_id()) or (select concord.is_admin()) or (select concord.mode()) = 'auth');
--> statement-breakpoint
create policy secret_all on account_secret to concord_app
  using (person_id = (select concord.person_id()) or (select concord.mode()) = 'auth');
--> statement-breakpoint
create policy secret_new on account_secret for insert to concord_app with check ((select concord.is_admin()));
--> statement-breakpoint
create policy recovery_all on recovery_code to concord_app
  using (person_id = (select concord.person_id()) or (select concord.mode()) = 'auth');
--> statement-breakpoint
create policy link_all on mail_link to concord_app
  using ((select concord.mode()) = 'auth' or (select concord.is_admin()));
--> statement-breakpoint
create policy limit_all on rate_limit to concord_app using (true) with check (true);
--> statement-breakpoint
create policy session_all on session to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin()) or (select concord.mode()) = 'auth');
--> statement-breakpoint
create policy appointment_read on appointment for select to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin()) or (select concord.mode()) = 'auth'
    or (scope = 'body' and scope_id = any((select concord.bodies())::uuid[]))
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
create policy appointment_write on appointment to concord_app
  using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
create policy attestation_all on attestation to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin())
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])))
  with check (party_id = any((select concord.parties())::uuid[]));
--> statement-breakpoint
create policy import_all on people_import to concord_app
  using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
create policy import_row_all on people_import_row to concord_app
  using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
-- Markings: exactly those the person may read under; everything marked hangs on this.
create policy marking_read on marking for select to concord_app
  using (concord.marking_allows(level, releasable_to, only_for, caveats,
    (select concord.level()), (select concord.party_id()), (select concord.caveats())));
--> statement-breakpoint
create policy marking_new on marking for insert to concord_app with check ((select concord.person_id()) is not null);
--> statement-breakpoint
-- Consultation
create policy body_read on body for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy body_write on body to concord_app using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
create policy body_member_read on body_member for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy body_member_write on body_member to concord_app using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
create policy thread_read on thread for select to concord_app
  using (marking_id in (select id from marking)
    and ((need_to_know = 'body' and body_id = any((select concord.bodies())::uuid[]))
      or id = any((select concord.threads())::uuid[])));
--> statement-breakpoint
create policy thread_new on thread for insert to concord_app
  with check (created_by = (select concord.person_id()) and body_id = any((select concord.bodies())::uuid[])
    and marking_id in (select id from marking));
--> statement-breakpoint
create policy thread_change on thread for update to concord_app
  using (marking_id in (select id from marking)
    and ((need_to_know = 'body' and body_id = any((select concord.bodies())::uuid[]))
      or id = any((select concord.threads())::uuid[])));
--> statement-breakpoint
create policy thread_member_all on thread_member to concord_app
  using (person_id = (select concord.person_id()) or thread_id = any((select concord.threads())::uuid[]))
  with check (thread_id = any((select concord.threads())::uuid[]));
--> statement-breakpoint
create policy contribution_read on contribution for select to concord_app
  using (marking_id in (select id from marking) and thread_id in (select id from thread));
--> statement-breakpoint
create policy contribution_new on contribution for insert to concord_app
  with check (author_id = (select concord.person_id()) and party_id = (select concord.party_id())
    and marking_id in (select id from marking) and thread_id in (select id from thread));
--> statement-breakpoint
create policy contribution_change on contribution for update to concord_app
  using (marking_id in (select id from marking) and thread_id in (select id from thread));
--> statement-breakpoint
-- Asked row by row, through the contribution's own policy: a set over all contributions would be read each time.
create function concord.may_read_contribution(wanted uuid) returns boolean language plpgsql stable as
$$ begin return exists (select 1 from contribution c where c.id = wanted); end $$;
--> statement-breakpoint
create policy revision_all on contribution_revision to concord_app
  using (concord.may_read_contribution(contribution_id) and marking_id in (select id from marking));
--> statement-breakpoint
create policy quote_all on contribution_quote to concord_app
  using (concord.may_read_contribution(contribution_id) and concord.may_read_contribution(quoted_id));
--> statement-breakpoint
create policy mention_all on contribution_mention to concord_app using (concord.may_read_contribution(contribution_id));
--> statement-breakpoint
create policy reading_all on thread_reading to concord_app using (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy draft_all on draft to concord_app using (person_id = (select concord.person_id()));
--> statement-breakpoint
-- Courses
create policy course_read on course for select to concord_app
  using (marking_id in (select id from marking)
    and (archived_at is null or (select concord.is_admin()) or id = any((select concord.courses())::uuid[])));
--> statement-breakpoint
create policy course_write on course to concord_app
  using ((select concord.is_admin()) and marking_id in (select id from marking))
  with check ((select concord.is_admin()) and marking_id in (select id from marking));
--> statement-breakpoint
create policy version_read on course_version for select to concord_app using (course_id in (select id from course));
--> statement-breakpoint
create policy version_text_read on course_text for select to concord_app using (version_id in (select id from course_version));
--> statement-breakpoint
create policy unit_read on unit for select to concord_app using (version_id in (select id from course_version));
--> statement-breakpoint
create policy activity_read on activity for select to concord_app using (version_id in (select id from course_version));
--> statement-breakpoint
-- An activity's content: an enrolment in its version, or staff of the course.
create function concord.may_open_activity(wanted uuid) returns boolean language plpgsql stable as
$$ begin return exists (
  select 1 from activity a join course_version v on v.id = a.version_id
  where a.id = wanted and (concord.is_admin() or v.course_id = any(concord.courses())
    or exists (select 1 from enrolment e where e.version_id = a.version_id
      and e.person_id = concord.person_id() and e.withdrawn_at is null))); end $$;
--> statement-breakpoint
create policy activity_text_read on activity_text for select to concord_app using (concord.may_open_activity(activity_id));
--> statement-breakpoint
create policy question_read on question for select to concord_app using (concord.may_open_activity(activity_id));
--> statement-breakpoint
-- Learning
create policy cohort_read on cohort for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy cohort_write on cohort to concord_app using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
create policy cohort_party_read on cohort_party for select to concord_app using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy cohort_party_write on cohort_party to concord_app using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
create policy cohort_member_read on cohort_member for select to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin())
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
create policy cohort_member_write on cohort_member to concord_app
  using ((select concord.is_admin())) with check ((select concord.is_admin()));
--> statement-breakpoint
create policy enrolment_read on enrolment for select to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin())
    or course_id = any((select concord.courses())::uuid[])
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
create policy enrolment_write on enrolment to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin()))
  with check (person_id = (select concord.person_id()) or (select concord.is_admin()));
--> statement-breakpoint
create policy progress_read on activity_progress for select to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id));
--> statement-breakpoint
create policy progress_write on activity_progress to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id and e.person_id = (select concord.person_id())))
  with check (exists (select 1 from enrolment e where e.id = enrolment_id and e.person_id = (select concord.person_id())));
--> statement-breakpoint
create policy attempt_read on attempt for select to concord_app
  using (person_id = (select concord.person_id()) or exists (select 1 from enrolment e where e.id = enrolment_id
    and ((select concord.is_admin()) or e.course_id = any((select concord.courses())::uuid[]))));
--> statement-breakpoint
create policy attempt_write on attempt to concord_app
  using (person_id = (select concord.person_id())) with check (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy answer_read on attempt_answer for select to concord_app
  using (exists (select 1 from attempt a where a.id = attempt_id));
--> statement-breakpoint
create policy answer_write on attempt_answer to concord_app
  using (exists (select 1 from attempt a where a.id = attempt_id and a.person_id = (select concord.person_id())))
  with check (exists (select 1 from attempt a where a.id = attempt_id and a.person_id = (select concord.person_id())));
--> statement-breakpoint
create policy credential_read on credential for select to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin())
    or course_id = any((select concord.courses())::uuid[])
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
create policy credential_write on credential to concord_app
  using ((select concord.is_admin())) with check (person_id = (select concord.person_id()) or (select concord.is_admin()));
--> statement-breakpoint
-- Files, notices, events, commands, record
create policy file_read on file for select to concord_app
  using (case container
    when 'course' then container_id in (select id from course)
    when 'thread' then case when contribution_id is null then created_by = (select concord.person_id())
      else concord.may_read_contribution(contribution_id) end
    else created_by = (select concord.person_id()) end);
--> statement-breakpoint
create policy file_write on file to concord_app
  using (created_by = (select concord.person_id()) or ((select concord.is_admin()) and container = 'course'))
  with check (created_by = (select concord.person_id()) or ((select concord.is_admin()) and container = 'course'));
--> statement-breakpoint
create policy key_read on container_key for select to concord_app using (true);
--> statement-breakpoint
create policy key_new on container_key for insert to concord_app with check (true);
--> statement-breakpoint
create policy notification_own on notification to concord_app
  using (person_id = (select concord.person_id())
    and (contribution_id is null or concord.may_read_contribution(contribution_id)))
  with check (true);
--> statement-breakpoint
create policy event_read on live_event for select to concord_app using (true);
--> statement-breakpoint
create policy event_new on live_event for insert to concord_app with check (true);
--> statement-breakpoint
create policy command_own on command to concord_app using (person_id = (select concord.person_id()));
--> statement-breakpoint
create policy record_read on record_entry for select to concord_app
  using (actor_id = (select concord.person_id()) and marking_id is null
    or (select concord.is_admin()) and marking_id is null
    or (marking_id is not null and marking_id in (select id from marking) and thread_id in (select id from thread)));
--> statement-breakpoint
create policy record_new on record_entry for insert to concord_app with check (true);
