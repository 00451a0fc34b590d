CREATE TABLE "draft_removal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"titles" jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activity_text" ADD COLUMN "saved_by" uuid;--> statement-breakpoint
ALTER TABLE "activity_text" ADD COLUMN "saved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "draft_removal" ADD CONSTRAINT "draft_removal_version_id_course_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_removal" ADD CONSTRAINT "draft_removal_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_removal_version" ON "draft_removal" USING btree ("version_id","removed_at");--> statement-breakpoint
ALTER TABLE "activity_text" ADD CONSTRAINT "activity_text_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
alter table draft_removal enable row level security;
--> statement-breakpoint
alter table draft_removal force row level security;
--> statement-breakpoint
do $$ begin
  execute format('create policy owner_all on draft_removal to %I using (true) with check (true)', current_user);
end $$;
--> statement-breakpoint
create policy worker_all on draft_removal to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on draft_removal to concord_worker, concord_app;
--> statement-breakpoint
create policy removal_edit on draft_removal to concord_app
  using (concord.may_edit_version(version_id)) with check (concord.may_edit_version(version_id));
--> statement-breakpoint
-- Managers of training appoint the staff of courses; the staff see each other.
create policy appointment_course_read on appointment for select to concord_app
  using (scope = 'course' and ((select concord.manages_training()) or scope_id = any((select concord.courses())::uuid[])));
--> statement-breakpoint
create policy appointment_course_new on appointment for insert to concord_app
  with check (scope = 'course' and role in ('courseDirector', 'instructor') and (select concord.manages_training()));
--> statement-breakpoint
create policy appointment_course_end on appointment for update to concord_app
  using (scope = 'course' and (select concord.manages_training()))
  with check (scope = 'course' and role in ('courseDirector', 'instructor') and (select concord.manages_training()));
--> statement-breakpoint
-- Publishing a version that takes learners along carries their progress over.
create policy progress_move on activity_progress to concord_app
  using ((select concord.manages_training()) and exists (select 1 from enrolment e where e.id = enrolment_id))
  with check ((select concord.manages_training()) and exists (select 1 from enrolment e where e.id = enrolment_id));
