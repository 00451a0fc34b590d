ALTER TABLE "requirement_need" DROP CONSTRAINT "requirement_need_kind";--> statement-breakpoint
ALTER TABLE "requirement_need" ADD COLUMN "colour" text;--> statement-breakpoint
ALTER TABLE "requirement_need" ADD COLUMN "months" integer;--> statement-breakpoint
CREATE INDEX "exercise_response_by" ON "exercise_response" USING btree ("by","exercise_id");--> statement-breakpoint
ALTER TABLE "requirement_need" ADD CONSTRAINT "requirement_need_months" CHECK ("requirement_need"."months" > 0);--> statement-breakpoint
ALTER TABLE "requirement_need" ADD CONSTRAINT "requirement_need_kind" CHECK (("requirement_need"."kind" = 'credential') = ("requirement_need"."course_id" is not null)
      and ("requirement_need"."kind" = 'attestation') = ("requirement_need"."level" is not null)
      and ("requirement_need"."kind" = 'part') = ("requirement_need"."months" is not null)
      and ("requirement_need"."kind" = 'part' or "requirement_need"."colour" is null));
--> statement-breakpoint
-- The seats of people in exercises, for whoever may see their readiness: the person, who looks after their party, who
-- manages training. `played_at` is when it was first seen that they took part: at the door, or by what they said in the
-- play. Which exercises these are is read under their own rules.
create function concord.exercise_parts(wanted uuid[]) returns table (person_id uuid, exercise_id uuid, colour text,
  starts_at timestamptz, ends_at timestamptz, played_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare everyone boolean := concord.manages_training(); me uuid := concord.person_id(); mine uuid[] := concord.parties();
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
--> statement-breakpoint
create policy reader_all on exercise_role for select to concord_reader using (true);
--> statement-breakpoint
grant select on exercise_role to concord_reader;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.exercise_parts(uuid[]) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.exercise_parts(uuid[]) from public;
--> statement-breakpoint
grant execute on function concord.exercise_parts(uuid[]) to concord_app, concord_worker;
