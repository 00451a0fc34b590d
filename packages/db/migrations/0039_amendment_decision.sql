ALTER TABLE "amendment" ADD COLUMN "decision" "bytea";
--> statement-breakpoint
grant update (decision) on amendment to concord_app;
