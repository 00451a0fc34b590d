CREATE TABLE "assessment_remark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assessment_id" uuid NOT NULL,
	"starts" integer NOT NULL,
	"ends" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"marker_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"scores" jsonb NOT NULL,
	"sealed" "bytea" NOT NULL,
	"outcome" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "assessment_decided" CHECK (("assessment"."outcome" is null) = ("assessment"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"live_session_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"state" text NOT NULL,
	"noted_by" uuid,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attendance_live_session_id_enrolment_id_pk" PRIMARY KEY("live_session_id","enrolment_id")
);
--> statement-breakpoint
CREATE TABLE "live_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"activity_key" text NOT NULL,
	"cohort_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"cancelled_at" timestamp with time zone,
	"revision" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "live_session_order" CHECK ("live_session"."ends_at" > "live_session"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"activity_key" text NOT NULL,
	"person_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"file_ids" uuid[] DEFAULT '{}' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "competency_map" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"level" integer,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "competency_map_level" CHECK ("competency_map"."level" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "framework_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "framework_link" (
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"level" integer,
	CONSTRAINT "framework_link_from_id_to_id_pk" PRIMARY KEY("from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "framework" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" text NOT NULL,
	"title" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"licence" text DEFAULT '' NOT NULL,
	"digest" text NOT NULL,
	"imported_by" uuid,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learning_path_step" (
	"path_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"required" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "learning_path_step_path_id_course_id_pk" PRIMARY KEY("path_id","course_id")
);
--> statement-breakpoint
CREATE TABLE "learning_path" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"marking_id" uuid NOT NULL,
	"titles" jsonb NOT NULL,
	"summaries" jsonb NOT NULL,
	"in_order" integer DEFAULT 0 NOT NULL,
	"work_role_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "learning_path_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "path_follower" (
	"path_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"party_id" uuid,
	CONSTRAINT "path_follower_path_id_person_id_pk" PRIMARY KEY("path_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "person_work_role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"work_role_id" uuid NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"assigned_by" uuid
);
--> statement-breakpoint
CREATE TABLE "work_role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "work_role_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "course_prerequisite" (
	"course_id" uuid NOT NULL,
	"required_course_id" uuid NOT NULL,
	CONSTRAINT "course_prerequisite_course_id_required_course_id_pk" PRIMARY KEY("course_id","required_course_id"),
	CONSTRAINT "course_prerequisite_other" CHECK ("course_prerequisite"."course_id" <> "course_prerequisite"."required_course_id")
);
--> statement-breakpoint
CREATE TABLE "activity_extension" (
	"enrolment_id" uuid NOT NULL,
	"activity_key" text NOT NULL,
	"extra_minutes" integer DEFAULT 0 NOT NULL,
	"extra_attempts" integer DEFAULT 0 NOT NULL,
	"closes_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"reason" text NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activity_extension_enrolment_id_activity_key_pk" PRIMARY KEY("enrolment_id","activity_key")
);
--> statement-breakpoint
CREATE TABLE "attempt_response" (
	"attempt_id" uuid NOT NULL,
	"key" text NOT NULL,
	"version_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"answer" jsonb,
	"certainty" integer,
	"milliseconds" integer,
	"saved_at" timestamp with time zone NOT NULL,
	"points" double precision,
	"out_of" double precision,
	"marked_by" uuid,
	"marked_at" timestamp with time zone,
	"comment" text,
	CONSTRAINT "attempt_response_attempt_id_key_pk" PRIMARY KEY("attempt_id","key")
);
--> statement-breakpoint
CREATE TABLE "bank_question_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"question_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"body" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bank_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"category_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"difficulty" text DEFAULT 'medium' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"source_language" text NOT NULL,
	"latest" integer DEFAULT 1 NOT NULL,
	"import_key" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "question_category" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_category_parent" CHECK ("question_category"."parent_id" is distinct from "question_category"."id")
);
--> statement-breakpoint
CREATE TABLE "credential_template" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid,
	"name" text NOT NULL,
	"body" jsonb NOT NULL,
	"validity_months" integer,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "renewal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"requirement_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"credential_id" uuid,
	"enrolment_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"reminded" integer[] DEFAULT '{}' NOT NULL,
	"manager_told" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requirement_need" (
	"id" uuid PRIMARY KEY NOT NULL,
	"requirement_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"course_id" uuid,
	"level" integer,
	CONSTRAINT "requirement_need_kind" CHECK (("requirement_need"."kind" = 'credential') = ("requirement_need"."course_id" is not null)
      and ("requirement_need"."kind" = 'attestation') = ("requirement_need"."level" is not null))
);
--> statement-breakpoint
CREATE TABLE "requirement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"titles" jsonb NOT NULL,
	"subject" text NOT NULL,
	"role" text,
	"subject_id" uuid,
	"party_ids" uuid[] DEFAULT '{}' NOT NULL,
	"valid_on" timestamp with time zone,
	"renewal_days" integer DEFAULT 60 NOT NULL,
	"remind_days" integer[] DEFAULT '{30,14,3}' NOT NULL,
	"grace_days" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "requirement_role" CHECK (("requirement"."subject" = 'appointment') = ("requirement"."role" is not null)),
	CONSTRAINT "requirement_for" CHECK (("requirement"."subject" in ('workRole', 'cohort', 'seat')) = ("requirement"."subject_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "cohort_deadline" (
	"cohort_id" uuid NOT NULL,
	"activity_key" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cohort_deadline_cohort_id_activity_key_pk" PRIMARY KEY("cohort_id","activity_key")
);
--> statement-breakpoint
CREATE TABLE "cohort_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cohort_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"work_role_id" uuid,
	"role" text,
	"party_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "cohort_rule_one" CHECK (num_nonnulls("cohort_rule"."work_role_id", "cohort_rule"."role") = 1)
);
--> statement-breakpoint
CREATE TABLE "digest_item" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"notification_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "grade_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"activity_key" text,
	"outcome" text NOT NULL,
	"percent" double precision,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grade_decision_percent" CHECK ("grade_decision"."percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "seat_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"kind" text NOT NULL,
	"party_id" uuid,
	"person_id" uuid,
	"seats" integer,
	"urgent" boolean DEFAULT false NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "calendar_feed_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "study_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"activity_key" text NOT NULL,
	"language" text NOT NULL,
	"anchor" jsonb,
	"sealed" "bytea" NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "body" ADD COLUMN "course_id" uuid;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "activity_key" text;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "settings" jsonb;--> statement-breakpoint
ALTER TABLE "course_version" ADD COLUMN "based_on" uuid;--> statement-breakpoint
ALTER TABLE "course_version" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "course_version" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "course_version" ADD COLUMN "notes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "course_version" ADD COLUMN "sequence" text DEFAULT 'free' NOT NULL;--> statement-breakpoint
ALTER TABLE "course_version" ADD COLUMN "moves" text DEFAULT 'stay' NOT NULL;--> statement-breakpoint
ALTER TABLE "course_version" ADD COLUMN "requires_retake" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "course_version" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "course" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "bank_version_id" uuid;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "blueprint" jsonb;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "pool" uuid[];--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "drawn" jsonb;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "graded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "approval" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "shared_seats" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "reoffer_days" integer DEFAULT 42;--> statement-breakpoint
ALTER TABLE "credential" ADD COLUMN "revoked_by" uuid;--> statement-breakpoint
ALTER TABLE "credential" ADD COLUMN "version_id" uuid;--> statement-breakpoint
ALTER TABLE "credential" ADD COLUMN "template_id" uuid;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "superseded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "requirement_id" uuid;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "mailing" text DEFAULT 'daily' NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "digest_hour" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_remark" ADD CONSTRAINT "assessment_remark_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_marker_id_person_id_fk" FOREIGN KEY ("marker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_live_session_id_live_session_id_fk" FOREIGN KEY ("live_session_id") REFERENCES "public"."live_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_noted_by_person_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_map" ADD CONSTRAINT "competency_map_item_id_framework_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."framework_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_map" ADD CONSTRAINT "competency_map_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_item" ADD CONSTRAINT "framework_item_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_link" ADD CONSTRAINT "framework_link_from_id_framework_item_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."framework_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_link" ADD CONSTRAINT "framework_link_to_id_framework_item_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."framework_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_imported_by_person_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_path_step" ADD CONSTRAINT "learning_path_step_path_id_learning_path_id_fk" FOREIGN KEY ("path_id") REFERENCES "public"."learning_path"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_path_step" ADD CONSTRAINT "learning_path_step_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_path" ADD CONSTRAINT "learning_path_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_path" ADD CONSTRAINT "learning_path_work_role_id_work_role_id_fk" FOREIGN KEY ("work_role_id") REFERENCES "public"."work_role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_path" ADD CONSTRAINT "learning_path_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_follower" ADD CONSTRAINT "path_follower_path_id_learning_path_id_fk" FOREIGN KEY ("path_id") REFERENCES "public"."learning_path"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_follower" ADD CONSTRAINT "path_follower_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_follower" ADD CONSTRAINT "path_follower_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_follower" ADD CONSTRAINT "path_follower_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_work_role" ADD CONSTRAINT "person_work_role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_work_role" ADD CONSTRAINT "person_work_role_work_role_id_work_role_id_fk" FOREIGN KEY ("work_role_id") REFERENCES "public"."work_role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_work_role" ADD CONSTRAINT "person_work_role_assigned_by_person_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_role" ADD CONSTRAINT "work_role_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_prerequisite" ADD CONSTRAINT "course_prerequisite_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_prerequisite" ADD CONSTRAINT "course_prerequisite_required_course_id_course_id_fk" FOREIGN KEY ("required_course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_extension" ADD CONSTRAINT "activity_extension_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_extension" ADD CONSTRAINT "activity_extension_given_by_person_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_response" ADD CONSTRAINT "attempt_response_attempt_id_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempt"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_response" ADD CONSTRAINT "attempt_response_version_id_bank_question_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."bank_question_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_response" ADD CONSTRAINT "attempt_response_marked_by_person_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_question_version" ADD CONSTRAINT "bank_question_version_question_id_bank_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."bank_question"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_question_version" ADD CONSTRAINT "bank_question_version_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_question" ADD CONSTRAINT "bank_question_category_id_question_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."question_category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_question" ADD CONSTRAINT "bank_question_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_category" ADD CONSTRAINT "question_category_parent_id_question_category_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."question_category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_category" ADD CONSTRAINT "question_category_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_template" ADD CONSTRAINT "credential_template_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_template" ADD CONSTRAINT "credential_template_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal" ADD CONSTRAINT "renewal_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal" ADD CONSTRAINT "renewal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal" ADD CONSTRAINT "renewal_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal" ADD CONSTRAINT "renewal_credential_id_credential_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credential"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal" ADD CONSTRAINT "renewal_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_need" ADD CONSTRAINT "requirement_need_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_need" ADD CONSTRAINT "requirement_need_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_need" ADD CONSTRAINT "requirement_need_level_level_rank_fk" FOREIGN KEY ("level") REFERENCES "public"."level"("rank") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_deadline" ADD CONSTRAINT "cohort_deadline_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_message" ADD CONSTRAINT "cohort_message_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_message" ADD CONSTRAINT "cohort_message_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_rule" ADD CONSTRAINT "cohort_rule_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_rule" ADD CONSTRAINT "cohort_rule_work_role_id_work_role_id_fk" FOREIGN KEY ("work_role_id") REFERENCES "public"."work_role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_rule" ADD CONSTRAINT "cohort_rule_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_rule" ADD CONSTRAINT "cohort_rule_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_item" ADD CONSTRAINT "digest_item_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_decision" ADD CONSTRAINT "grade_decision_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_decision" ADD CONSTRAINT "grade_decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_entry" ADD CONSTRAINT "seat_entry_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_entry" ADD CONSTRAINT "seat_entry_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_entry" ADD CONSTRAINT "seat_entry_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_entry" ADD CONSTRAINT "seat_entry_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_note" ADD CONSTRAINT "study_note_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_note" ADD CONSTRAINT "study_note_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_remark_of" ON "assessment_remark" USING btree ("assessment_id","starts");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_place" ON "assessment" USING btree ("submission_id","place");--> statement-breakpoint
CREATE INDEX "assessment_marker" ON "assessment" USING btree ("marker_id","id");--> statement-breakpoint
CREATE INDEX "attendance_enrolment" ON "attendance" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "live_session_course" ON "live_session" USING btree ("course_id","starts_at");--> statement-breakpoint
CREATE INDEX "live_session_cohort" ON "live_session" USING btree ("cohort_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_number" ON "submission" USING btree ("enrolment_id","activity_key","number");--> statement-breakpoint
CREATE INDEX "submission_course" ON "submission" USING btree ("course_id","activity_key","submitted_at");--> statement-breakpoint
CREATE INDEX "submission_person" ON "submission" USING btree ("person_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "competency_map_one" ON "competency_map" USING btree ("subject","subject_id","item_id");--> statement-breakpoint
CREATE INDEX "competency_map_item" ON "competency_map" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_item_code" ON "framework_item" USING btree ("framework_id","code");--> statement-breakpoint
CREATE INDEX "framework_link_to" ON "framework_link" USING btree ("to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_version" ON "framework" USING btree ("code","version");--> statement-breakpoint
CREATE INDEX "learning_path_step_course" ON "learning_path_step" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "path_follower_person" ON "path_follower" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_work_role_person" ON "person_work_role" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_work_role_role" ON "person_work_role" USING btree ("work_role_id","person_id");--> statement-breakpoint
CREATE INDEX "course_prerequisite_required" ON "course_prerequisite" USING btree ("required_course_id");--> statement-breakpoint
CREATE INDEX "attempt_response_version" ON "attempt_response" USING btree ("version_id","attempt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_question_version_number" ON "bank_question_version" USING btree ("question_id","number");--> statement-breakpoint
CREATE INDEX "bank_question_category" ON "bank_question" USING btree ("category_id","id");--> statement-breakpoint
CREATE INDEX "bank_question_tags" ON "bank_question" USING gin ("tags");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_question_import" ON "bank_question" USING btree ("import_key");--> statement-breakpoint
CREATE UNIQUE INDEX "question_category_name" ON "question_category" USING btree (coalesce("parent_id", '00000000-0000-0000-0000-000000000000'),"name");--> statement-breakpoint
CREATE INDEX "credential_template_course" ON "credential_template" USING btree ("course_id");--> statement-breakpoint
CREATE UNIQUE INDEX "renewal_one" ON "renewal" USING btree ("requirement_id","person_id","course_id",coalesce("credential_id", '00000000-0000-0000-0000-000000000000'));--> statement-breakpoint
CREATE INDEX "renewal_person" ON "renewal" USING btree ("person_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "requirement_need_position" ON "requirement_need" USING btree ("requirement_id","position");--> statement-breakpoint
CREATE INDEX "requirement_need_course" ON "requirement_need" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "requirement_subject" ON "requirement" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "cohort_message_cohort" ON "cohort_message" USING btree ("cohort_id","id");--> statement-breakpoint
CREATE INDEX "cohort_rule_cohort" ON "cohort_rule" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "digest_item_waiting" ON "digest_item" USING btree ("person_id","id") WHERE "digest_item"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "grade_decision_enrolment" ON "grade_decision" USING btree ("enrolment_id","activity_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_entry_place" ON "seat_entry" USING btree ("cohort_id","place");--> statement-breakpoint
CREATE INDEX "seat_entry_person" ON "seat_entry" USING btree ("person_id","cohort_id");--> statement-breakpoint
CREATE INDEX "study_note_place" ON "study_note" USING btree ("person_id","course_id","activity_key","id");--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_version" ADD CONSTRAINT "course_version_based_on_course_version_id_fk" FOREIGN KEY ("based_on") REFERENCES "public"."course_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_version" ADD CONSTRAINT "course_version_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_version" ADD CONSTRAINT "course_version_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_bank_version_id_bank_question_version_id_fk" FOREIGN KEY ("bank_version_id") REFERENCES "public"."bank_question_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_revoked_by_person_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_version_id_course_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "course_version_draft" ON "course_version" USING btree ("course_id") WHERE "course_version"."published_at" is null;--> statement-breakpoint
CREATE INDEX "question_bank_version" ON "question" USING btree ("bank_version_id");--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_course_id_unique" UNIQUE("course_id");--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_superseded" CHECK ("enrolment"."superseded_at" is null or "enrolment"."withdrawn_at" is not null);