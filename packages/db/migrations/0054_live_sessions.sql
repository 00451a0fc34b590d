CREATE TABLE "attendance_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"live_session_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "live_session" ADD COLUMN "host_id" uuid;--> statement-breakpoint
ALTER TABLE "live_session" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "live_session" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance_entry" ADD CONSTRAINT "attendance_entry_live_session_id_live_session_id_fk" FOREIGN KEY ("live_session_id") REFERENCES "public"."live_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_entry" ADD CONSTRAINT "attendance_entry_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_entry" ADD CONSTRAINT "attendance_entry_noted_by_person_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_entry_of" ON "attendance_entry" USING btree ("live_session_id","enrolment_id","id");--> statement-breakpoint
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_host_id_person_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "live_session_host" ON "live_session" USING btree ("host_id","starts_at");--> statement-breakpoint
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_capacity" CHECK ("live_session"."capacity" > 0);--> statement-breakpoint
alter table attendance_entry enable row level security;
--> statement-breakpoint
alter table attendance_entry force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on attendance_entry to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on attendance_entry to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on attendance_entry to concord_worker;
--> statement-breakpoint
grant select, insert on attendance_entry to concord_app;
--> statement-breakpoint
revoke delete on live_session, attendance from concord_app;
--> statement-breakpoint
-- A date with its link is for who takes the course (in that cohort, where it is for one) and for who runs it; whoever
-- only finds the course in the catalogue does not see it.
alter policy live_session_read on live_session using (course_id in (select id from course) and (
  (cohort_id is null and course_id in (select e.course_id from enrolment e
    where e.person_id = (select concord.person_id()) and e.withdrawn_at is null))
  or cohort_id in (select e.cohort_id from enrolment e
    where e.person_id = (select concord.person_id()) and e.withdrawn_at is null)));
--> statement-breakpoint
alter policy live_session_write on live_session
  using (course_id in (select id from course) and (course_id = any((select concord.courses())::uuid[])
    or (select concord.manages_training()) or cohort_id = any((select concord.cohorts())::uuid[])))
  with check (course_id in (select id from course) and (course_id = any((select concord.courses())::uuid[])
    or (select concord.manages_training()) or cohort_id = any((select concord.cohorts())::uuid[])));
--> statement-breakpoint
-- Attendance is noted by who runs the session, and by nobody of themselves.
alter policy attendance_write on attendance
  using (exists (select 1 from live_session l where l.id = live_session_id
    and (l.course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training())
      or l.cohort_id = any((select concord.cohorts())::uuid[]))))
  with check (exists (select 1 from live_session l join enrolment e on e.course_id = l.course_id
    where l.id = live_session_id and e.id = enrolment_id and e.person_id <> (select concord.person_id())
    and (l.course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training())
      or l.cohort_id = any((select concord.cohorts())::uuid[]))));
--> statement-breakpoint
create policy attendance_entry_read on attendance_entry for select to concord_app
  using (exists (select 1 from live_session l where l.id = live_session_id
    and (l.course_id = any((select concord.courses())::uuid[]) or (select concord.manages_training())
      or l.cohort_id = any((select concord.cohorts())::uuid[]))));
--> statement-breakpoint
create policy attendance_entry_new on attendance_entry for insert to concord_app
  with check (noted_by = (select concord.person_id()) and exists (select 1 from attendance a
    where a.live_session_id = attendance_entry.live_session_id and a.enrolment_id = attendance_entry.enrolment_id));
--> statement-breakpoint
-- Who looks after a cohort notes attendance, and with it completes what the session completes.
create policy progress_cohort_new on activity_progress for insert to concord_app
  with check (exists (select 1 from enrolment e where e.id = enrolment_id
    and ((select concord.manages_training()) or e.cohort_id = any((select concord.cohorts())::uuid[]))));
--> statement-breakpoint
create policy progress_cohort_change on activity_progress for update to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id
    and ((select concord.manages_training()) or e.cohort_id = any((select concord.cohorts())::uuid[]))))
  with check (exists (select 1 from enrolment e where e.id = enrolment_id
    and ((select concord.manages_training()) or e.cohort_id = any((select concord.cohorts())::uuid[]))));
--> statement-breakpoint
create policy credential_cohort on credential to concord_app
  using (exists (select 1 from enrolment e where e.id = enrolment_id and e.cohort_id = any((select concord.cohorts())::uuid[])))
  with check (exists (select 1 from enrolment e where e.id = enrolment_id and e.person_id = credential.person_id
    and e.cohort_id = any((select concord.cohorts())::uuid[])));
--> statement-breakpoint
-- Who plans a session chooses who leads it among the staff of the course and of its cohorts.
create policy appointment_cohort_read on appointment for select to concord_app
  using ((scope = 'cohort' and (scope_id = any((select concord.cohorts())::uuid[])
      or scope_id in (select c.id from cohort c where c.course_id = any((select concord.courses())::uuid[]))))
    or (scope = 'course' and scope_id in (select c.course_id from cohort c where c.id = any((select concord.cohorts())::uuid[]))));
