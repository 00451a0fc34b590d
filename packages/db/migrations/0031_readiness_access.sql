-- Readiness: who hears of a change, and how far paths are, for whole parties in one statement.
grant select on activity_progress to concord_reader;
--> statement-breakpoint
create policy reader_all on activity_progress for select to concord_reader using (true);
--> statement-breakpoint
-- How far these open paths are, in units: those of the person, of people of their parties, of their courses.
-- A quiz that was handed in last without passing, and is not done, says since when the path stands still.
create function concord.path_states(wanted uuid[])
returns table (enrolment_id uuid, started boolean, done integer, total integer, failed_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare everyone boolean := concord.manages_training(); me uuid := concord.person_id();
  mine uuid[] := concord.parties(); taught uuid[] := concord.courses();
begin return query
  with path as (
    select e.id, e.version_id, e.last_seen_at is not null as seen from enrolment e join person p on p.id = e.person_id
    where e.id = any(wanted) and (everyone or e.person_id = me or p.party_id = any(mine) or e.course_id = any(taught))
  ), part as (
    select x.id, a.unit_id, bool_and(g.completed_at is not null) as done, bool_or(g.enrolment_id is not null) as seen,
      max(t.failed) filter (where g.completed_at is null) as failed
    from path x
    join activity a on a.version_id = x.version_id and a.required
    left join activity_progress g on g.enrolment_id = x.id and g.activity_id = a.id
    left join lateral (select case when l.passed = false then l.submitted_at end as failed from attempt l
      where l.enrolment_id = x.id and l.activity_id = a.id and a.kind = 'quiz' order by l.number desc limit 1) t on true
    group by x.id, a.unit_id)
  select x.id, x.seen or coalesce(bool_or(p.seen), false), (count(*) filter (where p.done))::integer,
    (count(p.unit_id))::integer, max(p.failed)
  from path x left join part p on p.id = x.id group by x.id, x.seen;
end $$;
--> statement-breakpoint
-- Who looks at the readiness of these people, so that their pages hear of a change. Ids only.
create function concord.readiness_watchers(people uuid[]) returns table (person_id uuid, watched_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select distinct o.person_id, p.id
   from person p join party y on y.id = p.party_id
   join appointment o on o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
     and (o.role in ('administrator', 'trainingManager')
       or (o.role in ('trainingCoordinator', 'securityOfficer') and o.scope_id = p.party_id)
       or (o.role = 'trainingCoordinator' and o.scope_id = y.nation_id))
   where p.id = any(people) $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.path_states(uuid[]) owner to concord_reader;
--> statement-breakpoint
alter function concord.readiness_watchers(uuid[]) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.path_states(uuid[]),
  concord.readiness_watchers(uuid[]) from public;
--> statement-breakpoint
grant execute on function concord.path_states(uuid[]),
  concord.readiness_watchers(uuid[]) to concord_app, concord_worker, concord_reader;
--> statement-breakpoint
-- Who manages training sees, for every party, who is asked for what and what is attested.
create policy attestation_training on attestation for select to concord_app using ((select concord.manages_training()));
--> statement-breakpoint
create policy appointment_training on appointment for select to concord_app using ((select concord.manages_training()));
--> statement-breakpoint
create index enrolment_open_path on enrolment (course_id, person_id) where withdrawn_at is null and completed_at is null;
--> statement-breakpoint
create index credential_course_person on credential (course_id, person_id) where revoked_at is null;
