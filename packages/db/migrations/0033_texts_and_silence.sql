CREATE TABLE "decision_action" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"party_id" uuid,
	"person_id" uuid,
	"due_on" date,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"done_by" uuid,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "decision_number" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"sequence" integer NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"procedure" text NOT NULL,
	"silence_id" uuid,
	"marking_id" uuid NOT NULL,
	"title" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"previous_hash" text NOT NULL,
	"signature" text NOT NULL,
	"key_id" text NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_silence_id_unique" UNIQUE("silence_id")
);
--> statement-breakpoint
CREATE TABLE "public_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sheet" jsonb NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"marking_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "silence_author" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"silence_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"party_id" uuid,
	"on_behalf" boolean DEFAULT false NOT NULL,
	"shown" boolean DEFAULT true NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "silence_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"silence_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"about" uuid,
	CONSTRAINT "silence_event_until" CHECK (("silence_event"."kind" in ('announce', 'open', 'extend', 'resume')) = ("silence_event"."until" is not null)),
	CONSTRAINT "silence_event_about" CHECK (("silence_event"."kind" in ('lift', 'lateLift', 'confirmLetter')) = ("silence_event"."about" is not null))
);
--> statement-breakpoint
CREATE TABLE "silence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"bound" uuid[] DEFAULT '{}' NOT NULL,
	"pace" text NOT NULL,
	"time_zone" text NOT NULL,
	"zone_data" text NOT NULL,
	"minimum_hours" integer NOT NULL,
	"placeholders" uuid[] DEFAULT '{}' NOT NULL,
	"follows" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "amendment_sponsor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"amendment_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"joined_by" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_by" uuid,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "amendment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"base_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"paragraph_id" uuid,
	"sealed" "bytea" NOT NULL,
	"marking_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"tabled_by" uuid NOT NULL,
	"tabled_at" timestamp with time zone NOT NULL,
	"source" text DEFAULT 'portal' NOT NULL,
	"outcome" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"in_version_id" uuid,
	CONSTRAINT "amendment_target" CHECK ("amendment"."kind" = 'insert' or "amendment"."paragraph_id" is not null),
	CONSTRAINT "amendment_decided" CHECK (("amendment"."outcome" is null) = ("amendment"."decided_by" is null) and ("amendment"."outcome" is null) = ("amendment"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "bracket_holder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"bracket_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"held_by" uuid NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"dropped_by" uuid,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "bracket_holder_dropped" CHECK (("bracket_holder"."dropped_by" is null) = ("bracket_holder"."dropped_at" is null))
);
--> statement-breakpoint
CREATE TABLE "delegation_setting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"four_eyes" boolean DEFAULT false NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "margin_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"paragraph_id" uuid,
	"sealed" "bytea" NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "paragraph_standing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"paragraph_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"standing" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "position" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"stance" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"marking_id" uuid NOT NULL,
	"instructed" boolean DEFAULT false NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "position_released" CHECK (("position"."released_by" is null) = ("position"."released_at" is null))
);
--> statement-breakpoint
CREATE TABLE "reservation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"paragraph_ids" uuid[] DEFAULT '{}' NOT NULL,
	"sealed" "bytea" NOT NULL,
	"marking_id" uuid NOT NULL,
	"expected_lift" date,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"maintains" uuid,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "reservation_lifted" CHECK (("reservation"."lifted_by" is null) = ("reservation"."lifted_at" is null))
);
--> statement-breakpoint
CREATE TABLE "text_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content_hash" text NOT NULL,
	"paragraphs" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"marking_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "text" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"title" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"marking_id" uuid NOT NULL,
	"thread_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "body" ADD COLUMN "urgent_silence_hours" integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE "body" ADD COLUMN "crisis_silence_hours" integer DEFAULT 4 NOT NULL;--> statement-breakpoint
ALTER TABLE "body" ADD COLUMN "breaks_named" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "body" ADD COLUMN "amendments_named" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "appointment" ADD COLUMN "powers" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "decision_action" ADD CONSTRAINT "decision_action_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_action" ADD CONSTRAINT "decision_action_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_action" ADD CONSTRAINT "decision_action_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_action" ADD CONSTRAINT "decision_action_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_action" ADD CONSTRAINT "decision_action_done_by_person_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_number" ADD CONSTRAINT "decision_number_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_id_decision_number_id_fk" FOREIGN KEY ("id") REFERENCES "public"."decision_number"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_version_id_text_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."text_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_silence_id_silence_id_fk" FOREIGN KEY ("silence_id") REFERENCES "public"."silence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_decision" ADD CONSTRAINT "public_decision_id_decision_id_fk" FOREIGN KEY ("id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_decision" ADD CONSTRAINT "public_decision_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_version_id_text_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."text_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_author" ADD CONSTRAINT "silence_author_event_id_silence_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."silence_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_author" ADD CONSTRAINT "silence_author_silence_id_silence_id_fk" FOREIGN KEY ("silence_id") REFERENCES "public"."silence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_author" ADD CONSTRAINT "silence_author_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_author" ADD CONSTRAINT "silence_author_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_event" ADD CONSTRAINT "silence_event_silence_id_silence_id_fk" FOREIGN KEY ("silence_id") REFERENCES "public"."silence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence" ADD CONSTRAINT "silence_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence" ADD CONSTRAINT "silence_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence" ADD CONSTRAINT "silence_version_id_text_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."text_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence" ADD CONSTRAINT "silence_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_sponsor" ADD CONSTRAINT "amendment_sponsor_amendment_id_amendment_id_fk" FOREIGN KEY ("amendment_id") REFERENCES "public"."amendment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_sponsor" ADD CONSTRAINT "amendment_sponsor_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_sponsor" ADD CONSTRAINT "amendment_sponsor_joined_by_person_id_fk" FOREIGN KEY ("joined_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_sponsor" ADD CONSTRAINT "amendment_sponsor_left_by_person_id_fk" FOREIGN KEY ("left_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_base_version_id_text_version_id_fk" FOREIGN KEY ("base_version_id") REFERENCES "public"."text_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_tabled_by_person_id_fk" FOREIGN KEY ("tabled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_in_version_id_text_version_id_fk" FOREIGN KEY ("in_version_id") REFERENCES "public"."text_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bracket_holder" ADD CONSTRAINT "bracket_holder_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bracket_holder" ADD CONSTRAINT "bracket_holder_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bracket_holder" ADD CONSTRAINT "bracket_holder_held_by_person_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bracket_holder" ADD CONSTRAINT "bracket_holder_dropped_by_person_id_fk" FOREIGN KEY ("dropped_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_setting" ADD CONSTRAINT "delegation_setting_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_setting" ADD CONSTRAINT "delegation_setting_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_setting" ADD CONSTRAINT "delegation_setting_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "margin_note" ADD CONSTRAINT "margin_note_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "margin_note" ADD CONSTRAINT "margin_note_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "margin_note" ADD CONSTRAINT "margin_note_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_standing" ADD CONSTRAINT "paragraph_standing_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_standing" ADD CONSTRAINT "paragraph_standing_version_id_text_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."text_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_standing" ADD CONSTRAINT "paragraph_standing_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position" ADD CONSTRAINT "position_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position" ADD CONSTRAINT "position_version_id_text_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."text_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position" ADD CONSTRAINT "position_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position" ADD CONSTRAINT "position_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position" ADD CONSTRAINT "position_prepared_by_person_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position" ADD CONSTRAINT "position_released_by_person_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_version_id_text_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."text_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_lifted_by_person_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_version" ADD CONSTRAINT "text_version_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_version" ADD CONSTRAINT "text_version_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_version" ADD CONSTRAINT "text_version_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text" ADD CONSTRAINT "text_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text" ADD CONSTRAINT "text_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text" ADD CONSTRAINT "text_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text" ADD CONSTRAINT "text_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_action_decision" ON "decision_action" USING btree ("decision_id","id");--> statement-breakpoint
CREATE INDEX "decision_action_person" ON "decision_action" USING btree ("person_id") WHERE "decision_action"."done_at" is null;--> statement-breakpoint
CREATE INDEX "decision_action_party" ON "decision_action" USING btree ("party_id") WHERE "decision_action"."done_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "decision_number_body" ON "decision_number" USING btree ("body_id","year","sequence");--> statement-breakpoint
CREATE INDEX "decision_body" ON "decision" USING btree ("body_id","id");--> statement-breakpoint
CREATE INDEX "decision_text" ON "decision" USING btree ("text_id");--> statement-breakpoint
CREATE INDEX "statement_text" ON "statement" USING btree ("text_id","id");--> statement-breakpoint
CREATE INDEX "silence_author_silence" ON "silence_author" USING btree ("silence_id");--> statement-breakpoint
CREATE INDEX "silence_event_silence" ON "silence_event" USING btree ("silence_id","id");--> statement-breakpoint
CREATE INDEX "silence_text" ON "silence" USING btree ("text_id","id");--> statement-breakpoint
CREATE INDEX "silence_unsettled" ON "silence" USING btree ("body_id","id") WHERE "silence"."settled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "amendment_sponsor_live" ON "amendment_sponsor" USING btree ("amendment_id","party_id") WHERE "amendment_sponsor"."left_at" is null;--> statement-breakpoint
CREATE INDEX "amendment_text" ON "amendment" USING btree ("text_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "bracket_holder_live" ON "bracket_holder" USING btree ("text_id","bracket_id","option_id","party_id") WHERE "bracket_holder"."dropped_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "delegation_setting_party" ON "delegation_setting" USING btree ("body_id","party_id");--> statement-breakpoint
CREATE INDEX "margin_note_text" ON "margin_note" USING btree ("text_id","party_id","id");--> statement-breakpoint
CREATE INDEX "paragraph_standing_text" ON "paragraph_standing" USING btree ("text_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "position_live" ON "position" USING btree ("version_id","party_id") WHERE "position"."released_at" is not null and "position"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "position_text" ON "position" USING btree ("text_id","id");--> statement-breakpoint
CREATE INDEX "reservation_text" ON "reservation" USING btree ("text_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "text_version_number" ON "text_version" USING btree ("text_id","number");--> statement-breakpoint
CREATE INDEX "text_body" ON "text" USING btree ("body_id","id");--> statement-breakpoint
CREATE INDEX "text_marking" ON "text" USING btree ("marking_id");--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_powers" CHECK ("appointment"."powers" <@ array['position', 'break']);--> statement-breakpoint
-- The bodies in which the person holds one of some roles now: whoever only contributes sees no nation's stance.
create function concord.bodies_as(variadic wanted text[]) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(array_agg(distinct scope_id), '{}') from appointment
   where person_id = concord.person_id() and scope = 'body' and role = any(wanted)
     and valid_from <= now() and (valid_until is null or valid_until > now()) $$;
--> statement-breakpoint
create function concord.seated() returns uuid[] language sql stable as
$$ select concord.bodies_as('chair', 'secretariat', 'headOfDelegation', 'delegate') $$;
--> statement-breakpoint
create function concord.delegated() returns uuid[] language sql stable as
$$ select concord.bodies_as('headOfDelegation', 'delegate') $$;
--> statement-breakpoint
create function concord.led() returns uuid[] language sql stable as
$$ select concord.bodies_as('chair', 'secretariat') $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.bodies_as(text[]) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
grant execute on function concord.bodies_as(text[]), concord.seated(), concord.delegated(), concord.led()
  to concord_app, concord_worker, concord_reader;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['text', 'text_version', 'paragraph_standing', 'bracket_holder', 'amendment',
    'amendment_sponsor', 'position', 'reservation', 'margin_note', 'delegation_setting', 'silence', 'silence_event',
    'silence_author', 'decision_number', 'decision', 'decision_action', 'statement', 'public_decision'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    -- What a delegation writes for itself is nobody else's, the worker's neither.
    if t <> 'margin_note' then
      execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
      execute format('grant select, insert, update, delete on %I to concord_worker', t);
    end if;
    execute format('grant select, insert on %I to concord_app', t);
  end loop;
end $$;
--> statement-breakpoint
-- Never changed once written.
do $$
declare t text;
begin
  foreach t in array array['text_version', 'paragraph_standing', 'silence_event', 'silence_author', 'decision_number',
    'decision'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function concord.refuse_change()',
      t || '_append_only', t);
  end loop;
end $$;
--> statement-breakpoint
-- A column is changed only where a command has reason to; the lock of a row needs one of them too.
grant update (reference, thread_id) on text to concord_app;
--> statement-breakpoint
grant update (dropped_by, dropped_at) on bracket_holder to concord_app;
--> statement-breakpoint
grant update (outcome, decided_by, decided_at, in_version_id) on amendment to concord_app;
--> statement-breakpoint
grant update (left_by, left_at) on amendment_sponsor to concord_app;
--> statement-breakpoint
grant update (released_by, released_at, ended_at) on position to concord_app;
--> statement-breakpoint
grant update (lifted_by, lifted_at) on reservation to concord_app;
--> statement-breakpoint
grant update (sealed, changed_at, removed_at) on margin_note to concord_app;
--> statement-breakpoint
grant update (four_eyes, changed_by, changed_at) on delegation_setting to concord_app;
--> statement-breakpoint
grant update (bound, settled_at) on silence to concord_app;
--> statement-breakpoint
grant update (done_by, done_at) on decision_action to concord_app;
--> statement-breakpoint
grant update (withdrawn_at) on statement to concord_app;
--> statement-breakpoint
create policy text_read on text for select to concord_app
  using (marking_id in (select id from marking) and body_id = any((select concord.bodies())::uuid[]));
--> statement-breakpoint
create policy text_new on text for insert to concord_app
  with check (created_by = (select concord.person_id()) and marking_id in (select id from marking)
    and body_id = any((select concord.led())::uuid[]));
--> statement-breakpoint
create policy text_change on text for update to concord_app
  using (marking_id in (select id from marking) and body_id = any((select concord.led())::uuid[]));
--> statement-breakpoint
create policy version_read on text_version for select to concord_app
  using (text_id in (select id from text) and marking_id in (select id from marking));
--> statement-breakpoint
create policy version_new on text_version for insert to concord_app
  with check (made_by = (select concord.person_id()) and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.bodies_as('chair'))::uuid[])));
--> statement-breakpoint
create policy standing_read on paragraph_standing for select to concord_app
  using (text_id in (select id from text where body_id = any((select concord.seated())::uuid[])));
--> statement-breakpoint
create policy standing_new on paragraph_standing for insert to concord_app
  with check (set_by = (select concord.person_id())
    and text_id in (select id from text where body_id = any((select concord.bodies_as('chair'))::uuid[])));
--> statement-breakpoint
create policy holder_read on bracket_holder for select to concord_app
  using (text_id in (select id from text where body_id = any((select concord.seated())::uuid[])));
--> statement-breakpoint
-- The chair writes down who asked for a bracket; only the nation itself lets go.
create policy holder_new on bracket_holder for insert to concord_app
  with check (held_by = (select concord.person_id()) and (
    (party_id = (select concord.party_id())
      and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])))
    or text_id in (select id from text where body_id = any((select concord.bodies_as('chair'))::uuid[]))));
--> statement-breakpoint
create policy holder_drop on bracket_holder for update to concord_app
  using (party_id = (select concord.party_id())
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])))
  with check (dropped_by = (select concord.person_id()));
--> statement-breakpoint
create policy amendment_read on amendment for select to concord_app
  using (marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.seated())::uuid[])));
--> statement-breakpoint
create policy amendment_new on amendment for insert to concord_app
  with check (tabled_by = (select concord.person_id()) and party_id = (select concord.party_id()) and outcome is null
    and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])));
--> statement-breakpoint
create policy amendment_decide on amendment for update to concord_app
  using (outcome is null and marking_id in (select id from marking) and (
    (party_id = (select concord.party_id())
      and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])))
    or text_id in (select id from text where body_id = any((select concord.bodies_as('chair'))::uuid[]))))
  with check (decided_by = (select concord.person_id()));
--> statement-breakpoint
create policy sponsor_read on amendment_sponsor for select to concord_app
  using (amendment_id in (select id from amendment));
--> statement-breakpoint
create policy sponsor_new on amendment_sponsor for insert to concord_app
  with check (joined_by = (select concord.person_id()) and party_id = (select concord.party_id())
    and amendment_id in (select a.id from amendment a join text t on t.id = a.text_id
      where t.body_id = any((select concord.delegated())::uuid[])));
--> statement-breakpoint
create policy sponsor_leave on amendment_sponsor for update to concord_app
  using (party_id = (select concord.party_id()) and amendment_id in (select id from amendment))
  with check (left_by = (select concord.person_id()));
--> statement-breakpoint
create policy position_read on position for select to concord_app
  using ((released_at is not null and marking_id in (select id from marking)
      and text_id in (select id from text where body_id = any((select concord.seated())::uuid[])))
    or (party_id = (select concord.party_id())
      and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[]))));
--> statement-breakpoint
create policy position_new on position for insert to concord_app
  with check (prepared_by = (select concord.person_id()) and party_id = (select concord.party_id())
    and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])));
--> statement-breakpoint
create policy position_change on position for update to concord_app
  using (party_id = (select concord.party_id())
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])));
--> statement-breakpoint
create policy reservation_read on reservation for select to concord_app
  using (marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.seated())::uuid[])));
--> statement-breakpoint
create policy reservation_new on reservation for insert to concord_app
  with check (entered_by = (select concord.person_id()) and party_id = (select concord.party_id())
    and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])));
--> statement-breakpoint
create policy reservation_lift on reservation for update to concord_app
  using (party_id = (select concord.party_id())
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])))
  with check (lifted_by = (select concord.person_id()));
--> statement-breakpoint
create policy margin_all on margin_note to concord_app
  using (party_id = (select concord.party_id())
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])))
  with check (party_id = (select concord.party_id())
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])));
--> statement-breakpoint
create policy delegation_all on delegation_setting to concord_app
  using (party_id = (select concord.party_id()) and body_id = any((select concord.delegated())::uuid[]))
  with check (party_id = (select concord.party_id()) and changed_by = (select concord.person_id())
    and body_id = any((select concord.bodies_as('headOfDelegation'))::uuid[]));
--> statement-breakpoint
create policy silence_read on silence for select to concord_app
  using (body_id = any((select concord.seated())::uuid[]) and text_id in (select id from text));
--> statement-breakpoint
create policy silence_new on silence for insert to concord_app
  with check (created_by = (select concord.person_id()) and settled_at is null
    and body_id = any((select concord.led())::uuid[]) and text_id in (select id from text));
--> statement-breakpoint
-- Whoever may read it may take its lock, and writes down the outcome when they come first past the deadline.
create policy silence_lock on silence for update to concord_app
  using (body_id = any((select concord.seated())::uuid[]) and text_id in (select id from text));
--> statement-breakpoint
create function concord.refuse_rebinding() returns trigger language plpgsql as
$$ begin
  if new.bound is distinct from old.bound
    and exists (select 1 from silence_event e where e.silence_id = old.id and e.kind = 'open') then
    raise exception 'the nations a silence binds stand from its opening' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger silence_bound before update on silence for each row execute function concord.refuse_rebinding();
--> statement-breakpoint
create policy silence_event_read on silence_event for select to concord_app
  using (silence_id in (select id from silence));
--> statement-breakpoint
create policy silence_event_new on silence_event for insert to concord_app
  with check (silence_id in (select id from silence where
    body_id = any((select concord.led())::uuid[])
    or (kind in ('objectToMethod', 'acknowledge', 'break', 'lateNotice', 'confirmLetter', 'requestExtension', 'lift',
      'lateLift') and body_id = any((select concord.delegated())::uuid[]))));
--> statement-breakpoint
create policy silence_author_read on silence_author for select to concord_app
  using (silence_id in (select id from silence where shown
      or body_id = any((select concord.led())::uuid[])
      or (party_id = (select concord.party_id()) and body_id = any((select concord.delegated())::uuid[]))));
--> statement-breakpoint
create policy silence_author_new on silence_author for insert to concord_app
  with check (person_id = (select concord.person_id()) and silence_id in (select id from silence));
--> statement-breakpoint
create policy decision_number_read on decision_number for select to concord_app
  using (body_id = any((select concord.bodies())::uuid[]));
--> statement-breakpoint
create policy decision_number_new on decision_number for insert to concord_app
  with check (body_id = any((select concord.seated())::uuid[]));
--> statement-breakpoint
create policy decision_read on decision for select to concord_app
  using (marking_id in (select id from marking) and body_id = any((select concord.bodies())::uuid[])
    and text_id in (select id from text));
--> statement-breakpoint
create policy decision_new on decision for insert to concord_app
  with check (marking_id in (select id from marking) and body_id = any((select concord.seated())::uuid[])
    and text_id in (select id from text));
--> statement-breakpoint
create policy action_read on decision_action for select to concord_app
  using (decision_id in (select id from decision));
--> statement-breakpoint
create policy action_new on decision_action for insert to concord_app
  with check (added_by = (select concord.person_id())
    and decision_id in (select id from decision where body_id = any((select concord.led())::uuid[])));
--> statement-breakpoint
create policy action_done on decision_action for update to concord_app
  using (done_at is null and decision_id in (select id from decision where
    body_id = any((select concord.led())::uuid[])
    or person_id = (select concord.person_id())
    or (party_id = (select concord.party_id()) and body_id = any((select concord.delegated())::uuid[]))))
  with check (done_by = (select concord.person_id()));
--> statement-breakpoint
create policy statement_read on statement for select to concord_app
  using (marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.seated())::uuid[])));
--> statement-breakpoint
create policy statement_new on statement for insert to concord_app
  with check (made_by = (select concord.person_id()) and party_id = (select concord.party_id())
    and marking_id in (select id from marking)
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])));
--> statement-breakpoint
create policy statement_withdraw on statement for update to concord_app
  using (party_id = (select concord.party_id())
    and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])));
--> statement-breakpoint
create policy public_read on public_decision for select to concord_app using (true);
--> statement-breakpoint
create policy public_new on public_decision for insert to concord_app
  with check (published_by = (select concord.person_id())
    and id in (select id from decision where body_id = any((select concord.led())::uuid[])));
