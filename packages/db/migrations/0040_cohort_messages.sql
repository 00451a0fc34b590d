CREATE TABLE "cohort_message_reader" (
	"message_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "cohort_message_reader_message_id_person_id_pk" PRIMARY KEY("message_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "cohort_message" ADD COLUMN "audience" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "cohort_message" ADD COLUMN "people" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cohort_message_reader" ADD CONSTRAINT "cohort_message_reader_message_id_cohort_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."cohort_message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_message_reader" ADD CONSTRAINT "cohort_message_reader_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cohort_message_reader_person" ON "cohort_message_reader" USING btree ("person_id","message_id");