-- Whether a version of a course, and an activity's content, are open to the person: asked for one row at a time, by key.
-- Through the tables' own policies each question of a quiz would read every course and every marking.
grant select on course, course_version, activity, enrolment to concord_reader;
--> statement-breakpoint
create policy reader_all on course for select to concord_reader using (true);
--> statement-breakpoint
create policy reader_all on course_version for select to concord_reader using (true);
--> statement-breakpoint
create policy reader_all on activity for select to concord_reader using (true);
--> statement-breakpoint
create policy reader_all on enrolment for select to concord_reader using (true);
--> statement-breakpoint
-- The same rule as course_read, for the course of one version.
create function concord.may_read_version(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return exists (
  select 1 from course_version v join course c on c.id = v.course_id join marking m on m.id = c.marking_id
  where v.id = wanted
    and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
      concord.level(), concord.party_id(), concord.caveats())
    and (c.archived_at is null or concord.is_admin() or c.id = any(concord.courses()))); end $$;
--> statement-breakpoint
-- An activity's content: the same, and an enrolment in its version, or staff of the course asks.
create or replace function concord.may_open_activity(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return exists (
  select 1 from activity a join course_version v on v.id = a.version_id join course c on c.id = v.course_id
    join marking m on m.id = c.marking_id
  where a.id = wanted
    and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
      concord.level(), concord.party_id(), concord.caveats())
    and (concord.is_admin() or c.id = any(concord.courses())
      or (c.archived_at is null and exists (select 1 from enrolment e where e.person_id = concord.person_id()
        and e.version_id = v.id and e.withdrawn_at is null)))); end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.may_read_version(uuid) owner to concord_reader;
--> statement-breakpoint
alter function concord.may_open_activity(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.may_read_version(uuid), concord.may_open_activity(uuid) from public;
--> statement-breakpoint
grant execute on function concord.may_read_version(uuid), concord.may_open_activity(uuid)
  to concord_app, concord_worker, concord_reader;
--> statement-breakpoint
alter policy activity_read on activity using (concord.may_read_version(version_id));
