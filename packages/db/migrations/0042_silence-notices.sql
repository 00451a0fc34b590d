CREATE TABLE "party_holiday" (
	"party_id" uuid NOT NULL,
	"day" date NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	CONSTRAINT "party_holiday_party_id_day_pk" PRIMARY KEY("party_id","day")
);
--> statement-breakpoint
CREATE TABLE "silence_notice" (
	"silence_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "silence_notice_silence_id_until_kind_pk" PRIMARY KEY("silence_id","until","kind")
);
--> statement-breakpoint
ALTER TABLE "party_holiday" ADD CONSTRAINT "party_holiday_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_notice" ADD CONSTRAINT "silence_notice_silence_id_silence_id_fk" FOREIGN KEY ("silence_id") REFERENCES "public"."silence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "party_holiday_day" ON "party_holiday" USING btree ("day","party_id");--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['silence_notice', 'party_holiday'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker', t);
  end loop;
end $$;
--> statement-breakpoint
-- Whoever chooses a day sees where it is a holiday; what was told of is the worker's alone.
grant select on party_holiday to concord_app;
--> statement-breakpoint
create policy read_all on party_holiday for select to concord_app using (true);
