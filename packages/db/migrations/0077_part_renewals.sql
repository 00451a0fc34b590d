CREATE TABLE "part_renewal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"requirement_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"colour" text,
	"due_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"reminded" integer[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "part_renewal" ADD CONSTRAINT "part_renewal_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_renewal" ADD CONSTRAINT "part_renewal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "part_renewal_one" ON "part_renewal" USING btree ("requirement_id","person_id",coalesce("colour", ''),"due_at");--> statement-breakpoint
CREATE INDEX "part_renewal_due" ON "part_renewal" USING btree ("due_at");
--> statement-breakpoint
-- The worker's alone: pages derive what ends from seats and the clock.
alter table part_renewal enable row level security;
--> statement-breakpoint
alter table part_renewal force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on part_renewal to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on part_renewal to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on part_renewal to concord_worker;
--> statement-breakpoint
-- As in 0073, and for the worker, who tells people of all parties that a part of theirs ends.
create or replace function concord.exercise_parts(wanted uuid[]) returns table (person_id uuid, exercise_id uuid, colour text,
  starts_at timestamptz, ends_at timestamptz, played_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare everyone boolean := session_user = 'concord_worker' or concord.manages_training(); me uuid := concord.person_id();
  mine uuid[] := concord.parties();
begin return query
  select s.person_id, s.exercise_id, r.colour, e.starts_at, e.ends_at, least(d.at, t.at)
  from exercise_seat s join person p on p.id = s.person_id
  join exercise e on e.id = s.exercise_id and e.published_at is not null and e.cancelled_at is null
  join exercise_role r on r.id = s.role_id
  left join lateral (select min(c.received_at) as at from exercise_check_in c
    where c.exercise_id = s.exercise_id and c.person_id = s.person_id and c.kind = 'in') d on true
  left join lateral (select min(x.at) as at from exercise_response x
    where x.exercise_id = s.exercise_id and x.by = s.person_id and x.kind <> 'reply') t on true
  where s.person_id = any(wanted) and (everyone or s.person_id = me or p.party_id = any(mine));
end $$;
