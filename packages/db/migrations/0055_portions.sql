CREATE TABLE "contribution_portion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contribution_id" uuid NOT NULL,
	"marking_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contribution_portion" ADD CONSTRAINT "contribution_portion_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_portion" ADD CONSTRAINT "contribution_portion_marking_id_marking_id_fk" FOREIGN KEY ("marking_id") REFERENCES "public"."marking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contribution_portion_entry" ON "contribution_portion" USING btree ("contribution_id");
--> statement-breakpoint
alter table contribution_portion enable row level security;
--> statement-breakpoint
alter table contribution_portion force row level security;
--> statement-breakpoint
do $$ begin
  execute format('create policy owner_all on contribution_portion to %I using (true) with check (true)', current_user);
end $$;
--> statement-breakpoint
create policy worker_all on contribution_portion to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on contribution_portion to concord_worker;
--> statement-breakpoint
-- Written once with a wording of its entry, and read by whoever reads both.
grant select, insert on contribution_portion to concord_app;
--> statement-breakpoint
create policy portion_read on contribution_portion for select to concord_app
  using (marking_id in (select id from marking) and concord.may_read_contribution(contribution_id));
--> statement-breakpoint
create policy portion_new on contribution_portion for insert to concord_app
  with check (marking_id in (select id from marking) and exists (
    select 1 from contribution c where c.id = contribution_id and c.author_id = (select concord.person_id())));
