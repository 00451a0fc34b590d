ALTER TABLE "exercise_seat_entry" ADD COLUMN "reoffer_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "seat_entry" ADD COLUMN "approval" text;--> statement-breakpoint
ALTER TABLE "seat_entry" ADD COLUMN "reoffer_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "exercise_seat_entry" ADD CONSTRAINT "exercise_seat_entry_settings" CHECK ("exercise_seat_entry"."reoffer_at" is null or "exercise_seat_entry"."kind" = 'settings');--> statement-breakpoint
ALTER TABLE "seat_entry" ADD CONSTRAINT "seat_entry_settings" CHECK (("seat_entry"."kind" = 'settings') = ("seat_entry"."approval" is not null));