CREATE TABLE "marking_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"contribution_id" uuid,
	"from_marking_id" uuid NOT NULL,
	"to_marking_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"sealed" "bytea" NOT NULL,
	"outcome" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "marking_request_decided" CHECK (("marking_request"."outcome" is null) = ("marking_request"."decided_by" is null) and ("marking_request"."outcome" is null) = ("marking_request"."decided_at" is null)),
	CONSTRAINT "marking_request_second_person" CHECK ("marking_request"."outcome" is distinct from 'confirmed' or "marking_request"."decided_by" <> "marking_request"."asked_by")
);
--> statement-breakpoint
ALTER TABLE "marking_request" ADD CONSTRAINT "marking_request_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking_request" ADD CONSTRAINT "marking_request_from_marking_id_marking_id_fk" FOREIGN KEY ("from_marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking_request" ADD CONSTRAINT "marking_request_to_marking_id_marking_id_fk" FOREIGN KEY ("to_marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking_request" ADD CONSTRAINT "marking_request_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking_request" ADD CONSTRAINT "marking_request_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "marking_request_thread" ON "marking_request" USING btree ("thread_id","id");
--> statement-breakpoint
alter table marking_request enable row level security;
--> statement-breakpoint
alter table marking_request force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on marking_request to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on marking_request to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on marking_request to concord_worker;
--> statement-breakpoint
-- Asked once and decided once; what it asks for is never changed.
grant select, insert on marking_request to concord_app;
--> statement-breakpoint
grant update (outcome, decided_by, decided_at) on marking_request to concord_app;
--> statement-breakpoint
create policy request_read on marking_request for select to concord_app
  using (thread_id in (select id from thread)
    and (contribution_id is null or concord.may_read_contribution(contribution_id)));
--> statement-breakpoint
create policy request_new on marking_request for insert to concord_app
  with check (asked_by = (select concord.person_id()) and outcome is null and thread_id in (select id from thread)
    and (contribution_id is null or concord.may_read_contribution(contribution_id)));
--> statement-breakpoint
create policy request_decide on marking_request for update to concord_app
  using (outcome is null and thread_id in (select id from thread)
    and (contribution_id is null or concord.may_read_contribution(contribution_id)))
  with check (decided_by = (select concord.person_id()));
