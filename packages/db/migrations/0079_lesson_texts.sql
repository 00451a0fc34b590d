ALTER TABLE "lesson_link" DROP CONSTRAINT "lesson_link_kind";--> statement-breakpoint
ALTER TABLE "lesson_link" ADD COLUMN "text_id" uuid;--> statement-breakpoint
ALTER TABLE "lesson_link" ADD CONSTRAINT "lesson_link_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lesson_link_text" ON "lesson_link" USING btree ("text_id");--> statement-breakpoint
ALTER TABLE "lesson_link" ADD CONSTRAINT "lesson_link_kind" CHECK (("lesson_link"."kind" = 'unit') = ("lesson_link"."course_id" is not null and "lesson_link"."unit_key" is not null)
      and ("lesson_link"."kind" = 'inject') = ("lesson_link"."inject_id" is not null)
      and ("lesson_link"."kind" = 'requirement') = ("lesson_link"."requirement_id" is not null)
      and ("lesson_link"."kind" = 'document') = ("lesson_link"."sealed" is not null or "lesson_link"."text_id" is not null)
      and ("lesson_link"."sealed" is null or "lesson_link"."text_id" is null));