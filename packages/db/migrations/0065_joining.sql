CREATE TABLE "exercise_document_version" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_document_version_first" CHECK ("exercise_document_version"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "exercise_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"title" text NOT NULL,
	"audience" text NOT NULL,
	"marking_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_joining" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_id" uuid NOT NULL,
	"role_id" uuid,
	"team_id" uuid,
	"place" text DEFAULT '' NOT NULL,
	"report_at" timestamp with time zone,
	"contact" text DEFAULT '' NOT NULL,
	"text_en" text NOT NULL,
	"text_fr" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_language" (
	"person_id" uuid NOT NULL,
	"language" text NOT NULL,
	"level" text NOT NULL,
	"stated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_language_person_id_language_pk" PRIMARY KEY("person_id","language")
);
--> statement-breakpoint
ALTER TABLE "exercise_role" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "exercise_role" ADD COLUMN "language_level" text;--> statement-breakpoint
ALTER TABLE "exercise_document_version" ADD CONSTRAINT "exercise_document_version_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_document_version" ADD CONSTRAINT "exercise_document_version_document_id_exercise_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."exercise_document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_document_version" ADD CONSTRAINT "exercise_document_version_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_document" ADD CONSTRAINT "exercise_document_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_document" ADD CONSTRAINT "exercise_document_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_joining" ADD CONSTRAINT "exercise_joining_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_joining" ADD CONSTRAINT "exercise_joining_role_id_exercise_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."exercise_role"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_joining" ADD CONSTRAINT "exercise_joining_team_id_exercise_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."exercise_team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_language" ADD CONSTRAINT "person_language_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_document_version_number" ON "exercise_document_version" USING btree ("document_id","number");--> statement-breakpoint
CREATE INDEX "exercise_document_exercise" ON "exercise_document" USING btree ("exercise_id","title","id");--> statement-breakpoint
CREATE INDEX "exercise_joining_exercise" ON "exercise_joining" USING btree ("exercise_id","id");--> statement-breakpoint
ALTER TABLE "exercise_role" ADD CONSTRAINT "exercise_role_language" CHECK (("exercise_role"."language" is null) = ("exercise_role"."language_level" is null));
--> statement-breakpoint
-- What was one text for everybody is a sheet for everybody; who had a seat could read it already.
insert into exercise_joining (id, exercise_id, text_en, text_fr, changed_at, sent_at)
  select gen_random_uuid(), id, joining_en, joining_fr, now(), now() from exercise where joining_en <> '' or joining_fr <> '';
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['exercise_document_version', 'exercise_document', 'exercise_joining', 'person_language'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker, concord_app', t);
  end loop;
end $$;
--> statement-breakpoint
revoke update on exercise_document_version from concord_app, concord_worker;
--> statement-breakpoint
create policy exercise_joining_write on exercise_joining to concord_app
  using (exercise_id = any((select concord.exercises())::uuid[])
    or ((select concord.manages_training()) and exercise_id in (select id from exercise)))
  with check (exercise_id = any((select concord.exercises())::uuid[])
    or ((select concord.manages_training()) and exercise_id in (select id from exercise)));
--> statement-breakpoint
-- Once sent, for whoever has a seat it is meant for.
create policy exercise_joining_read on exercise_joining for select to concord_app
  using (sent_at is not null and exercise_id in (select id from exercise)
    and exists (select 1 from exercise_seat s where s.person_id = concord.person_id()
      and s.exercise_id = exercise_joining.exercise_id and (role_id is null or role_id = s.role_id)
      and (team_id is null or team_id = s.team_id)));
--> statement-breakpoint
create policy exercise_document_read on exercise_document for select to concord_app
  using (marking_id in (select id from marking) and exercise_id in (select id from exercise)
    and (audience = 'all' or exercise_id = any((select concord.exercises())::uuid[]) or (select concord.manages_training())
      or (audience = 'holders' and exercise_id = any((select concord.exercise_seats())::uuid[]))));
--> statement-breakpoint
create policy exercise_document_write on exercise_document to concord_app
  using (marking_id in (select id from marking) and (exercise_id = any((select concord.exercises())::uuid[])
    or ((select concord.manages_training()) and exercise_id in (select id from exercise))))
  with check (marking_id in (select id from marking) and (exercise_id = any((select concord.exercises())::uuid[])
    or ((select concord.manages_training()) and exercise_id in (select id from exercise))));
--> statement-breakpoint
create policy exercise_document_version_read on exercise_document_version for select to concord_app
  using (document_id in (select id from exercise_document));
--> statement-breakpoint
create policy exercise_document_version_new on exercise_document_version for insert to concord_app
  with check (added_by = (select concord.person_id()) and document_id in (select id from exercise_document
    where exercise_id = any((select concord.exercises())::uuid[]) or (select concord.manages_training())));
--> statement-breakpoint
create policy exercise_document_version_gone on exercise_document_version for delete to concord_app
  using (document_id in (select id from exercise_document
    where exercise_id = any((select concord.exercises())::uuid[]) or (select concord.manages_training())));
--> statement-breakpoint
-- The bytes of a document follow its row, whoever brought them.
create function concord.may_read_exercise_file(wanted uuid) returns boolean language plpgsql stable as
$$ begin return exists (select 1 from exercise_document_version f where f.file_id = wanted); end $$;
--> statement-breakpoint
revoke execute on function concord.may_read_exercise_file(uuid) from public;
--> statement-breakpoint
grant execute on function concord.may_read_exercise_file(uuid) to concord_app, concord_worker, concord_reader;
--> statement-breakpoint
drop policy file_read on file;
--> statement-breakpoint
create policy file_read on file for select to concord_app
  using (case container
    when 'course' then concord.may_read_course(container_id)
    when 'meeting' then concord.may_read_meeting_file(id)
    when 'exercise' then concord.may_read_exercise_file(id)
    when 'text' then concord.may_read_letter(id)
    when 'thread' then case when contribution_id is null then created_by = concord.person_id()
      else concord.may_read_files_of(contribution_id) end
    else created_by = concord.person_id() end);
--> statement-breakpoint
create policy file_exercise_remove on file for delete to concord_app
  using (container = 'exercise' and (container_id = any((select concord.exercises())::uuid[])
    or ((select concord.manages_training()) and container_id in (select id from exercise))));
--> statement-breakpoint
-- The languages somebody works in are part of who they are to colleagues; each says their own.
create policy person_language_read on person_language for select to concord_app
  using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy person_language_own on person_language to concord_app
  using (person_id = (select concord.person_id())) with check (person_id = (select concord.person_id()));
