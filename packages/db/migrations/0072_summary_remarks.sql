CREATE TABLE "summary_remark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"party_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"late" boolean NOT NULL,
	"sealed" "bytea" NOT NULL,
	"answer_sealed" "bytea",
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"taken_back_by" uuid,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "summary_remark_answer" CHECK (num_nulls("summary_remark"."answer_sealed", "summary_remark"."answered_by", "summary_remark"."answered_at") in (0, 3)),
	CONSTRAINT "summary_remark_back" CHECK (num_nulls("summary_remark"."taken_back_by", "summary_remark"."taken_back_at") in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "summary_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "summary_remark" ADD CONSTRAINT "summary_remark_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_remark" ADD CONSTRAINT "summary_remark_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_remark" ADD CONSTRAINT "summary_remark_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_remark" ADD CONSTRAINT "summary_remark_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_remark" ADD CONSTRAINT "summary_remark_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_remark" ADD CONSTRAINT "summary_remark_taken_back_by_person_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "summary_remark_meeting" ON "summary_remark" USING btree ("meeting_id","id");--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_summary_until" CHECK ("meeting"."summary_until" is null or "meeting"."summary_until" > "meeting"."summary_opened_at");
--> statement-breakpoint
grant update (summary_until) on meeting to concord_app;
--> statement-breakpoint
alter table summary_remark enable row level security;
--> statement-breakpoint
alter table summary_remark force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on summary_remark to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on summary_remark to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on summary_remark to concord_worker;
--> statement-breakpoint
-- Its words stay as they were said: an answer and the taking back are all that is written afterwards.
grant select, insert on summary_remark to concord_app;
--> statement-breakpoint
grant update (answer_sealed, answered_by, answered_at, taken_back_by, taken_back_at) on summary_remark to concord_app;
--> statement-breakpoint
-- Read by whoever reads the item it is on, or the meeting.
create policy summary_remark_read on summary_remark for select to concord_app
  using (meeting_id in (select id from meeting) and (item_id is null or item_id in (select id from meeting_item)));
--> statement-breakpoint
-- Made in the nation's name by whoever may take a position for it in that body, once the record lies before the members.
create policy summary_remark_new on summary_remark for insert to concord_app
  with check (made_by = (select concord.person_id()) and party_id = (select concord.party_id())
    and answered_by is null and taken_back_by is null
    and meeting_id in (select id from meeting where summary_opened_at is not null
      and body_id = any((select concord.bodies_with('position'))::uuid[]))
    and (item_id is null or item_id in (select i.id from meeting_item i where i.meeting_id = summary_remark.meeting_id)));
--> statement-breakpoint
create policy summary_remark_back on summary_remark for update to concord_app
  using (party_id = (select concord.party_id()) and taken_back_at is null
    and meeting_id in (select id from meeting where body_id = any((select concord.bodies_with('position'))::uuid[])))
  with check (party_id = (select concord.party_id()) and taken_back_by = (select concord.person_id()));
--> statement-breakpoint
create policy summary_remark_answer on summary_remark for update to concord_app
  using (taken_back_at is null and meeting_id in (select id from meeting where body_id = any((select concord.led())::uuid[])))
  with check (taken_back_at is null and answered_by = (select concord.person_id()));
