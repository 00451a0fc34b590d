CREATE TABLE "path_award" (
	"id" uuid PRIMARY KEY NOT NULL,
	"path_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"public_id" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text,
	"revoked_by" uuid,
	CONSTRAINT "path_award_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "path_cohort" (
	"path_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "path_cohort_path_id_cohort_id_pk" PRIMARY KEY("path_id","cohort_id")
);
--> statement-breakpoint
ALTER TABLE "requirement" DROP CONSTRAINT "requirement_for";--> statement-breakpoint
ALTER TABLE "learning_path" ADD COLUMN "awards" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "learning_path" ADD COLUMN "validity_months" integer;--> statement-breakpoint
ALTER TABLE "requirement" ADD COLUMN "valid_months" integer;--> statement-breakpoint
ALTER TABLE "path_award" ADD CONSTRAINT "path_award_path_id_learning_path_id_fk" FOREIGN KEY ("path_id") REFERENCES "public"."learning_path"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_award" ADD CONSTRAINT "path_award_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_award" ADD CONSTRAINT "path_award_revoked_by_person_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_cohort" ADD CONSTRAINT "path_cohort_path_id_learning_path_id_fk" FOREIGN KEY ("path_id") REFERENCES "public"."learning_path"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_cohort" ADD CONSTRAINT "path_cohort_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_cohort" ADD CONSTRAINT "path_cohort_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "path_award_person" ON "path_award" USING btree ("person_id","path_id","id");--> statement-breakpoint
CREATE INDEX "path_cohort_cohort" ON "path_cohort" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "credential_ends" ON "credential" USING btree ("valid_until") WHERE "credential"."revoked_at" is null;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_valid_months" CHECK ("requirement"."valid_months" > 0);--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_for" CHECK (("requirement"."subject" in ('workRole', 'cohort', 'seat', 'courseVersion')) = ("requirement"."subject_id" is not null));--> statement-breakpoint
-- A nation's training coordinator looks after the people of its organisations too (DESIGN 2: party(person) is the nation).
create or replace function concord.enter(session_token_hash text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as
$$
declare s record; a record; effective integer; looked uuid[];
begin
  select x.id, x.person_id, x.strength, x.verified_at, x.seen_at < now() - interval '1 minute' as unseen,
    trim(p.given_name || ' ' || p.family_name) as name, p.party_id, c.locale, c.theme, c.time_zone,
    held.*, named.threads
  into s
  from session x join person p on p.id = x.person_id join account c on c.person_id = p.id
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'role', o.role, 'scope', o.scope, 'scopeId', o.scope_id)
        order by o.id), '[]') as appointments,
      coalesce(bool_or(o.role = 'administrator'), false) as administers,
      coalesce(bool_or(o.role = 'trainingManager'), false) as trains,
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'body'), '{}') as bodies,
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'party'
        and o.role in ('trainingCoordinator', 'securityOfficer')), '{}') as parties,
      array_agg(o.scope_id) filter (where o.role = 'trainingCoordinator') as coordinated,
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'course'), '{}') as courses,
      coalesce(array_agg(distinct o.scope_id) filter (where o.scope = 'cohort'), '{}') as cohorts
    from appointment o
    where o.person_id = x.person_id and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())) held
  cross join lateral (
    select coalesce(array_agg(m.thread_id), '{}') as threads from thread_member m
    where m.person_id = x.person_id and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())) named
  where x.token_hash = session_token_hash and x.revoked_at is null and x.expires_at > now()
    and x.seen_at + make_interval(secs => x.idle_seconds) > now();
  if not found then return jsonb_build_object('now', clock_timestamp(), 'actor', null); end if;
  select * into a from concord.person_access(array[s.person_id]);
  if not found then return jsonb_build_object('now', clock_timestamp(), 'actor', null); end if;
  if s.unseen then
    update session set seen_at = now() where id = s.id and seen_at < now() - interval '1 minute';
  end if;
  effective := concord.level_for(a.level, s.strength);
  looked := s.parties;
  if s.coordinated is not null then
    looked := looked || array(select y.id from party y where y.nation_id = any(s.coordinated) and not y.id = any(s.parties));
  end if;
  perform set_config('concord.person', s.person_id::text, true),
    set_config('concord.party', a.party_id::text, true),
    set_config('concord.level', effective::text, true),
    set_config('concord.caveats', a.caveats::text, true),
    set_config('concord.mode', 'person', true),
    set_config('concord.admin', case when s.strength >= 2 and s.administers then 'yes' else '' end, true),
    set_config('concord.bodies', s.bodies::text, true),
    set_config('concord.parties', looked::text, true),
    set_config('concord.courses', s.courses::text, true),
    set_config('concord.cohorts', s.cohorts::text, true),
    set_config('concord.trains', case when s.trains then 'yes' else '' end, true),
    set_config('concord.threads', s.threads::text, true);
  return jsonb_build_object('now', clock_timestamp(), 'actor', jsonb_build_object(
    'personId', s.person_id, 'partyId', a.party_id, 'ownPartyId', s.party_id, 'name', s.name, 'locale', s.locale,
    'theme', s.theme, 'timeZone', s.time_zone, 'sessionId', s.id, 'strength', s.strength, 'verifiedAt', s.verified_at,
    'level', effective, 'caveats', to_jsonb(a.caveats), 'appointments', s.appointments));
end $$;
--> statement-breakpoint
-- Attesting stays with the security officer of the very party: looking after a nation's organisations opens nothing here.
create policy attestation_own_party on attestation as restrictive for insert to concord_app
  with check (exists (select 1 from appointment o where o.person_id = (select concord.person_id()) and o.role = 'securityOfficer'
    and o.scope_id = attestation.party_id and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['path_cohort', 'path_award'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, delete on path_cohort to concord_app;
--> statement-breakpoint
-- What a path earned is taken back with a reason; nothing else of it ever changes.
grant select, insert, update (revoked_at, revoked_reason, revoked_by) on path_award to concord_app;
--> statement-breakpoint
revoke delete on path_award from concord_worker;
--> statement-breakpoint
create policy path_cohort_read on path_cohort for select to concord_app using (path_id in (select id from learning_path));
--> statement-breakpoint
create policy path_cohort_write on path_cohort to concord_app
  using (concord.may_manage_cohort(cohort_id))
  with check (concord.may_manage_cohort(cohort_id) and path_id in (select id from learning_path));
--> statement-breakpoint
create policy path_award_read on path_award for select to concord_app
  using (person_id = (select concord.person_id()) or (select concord.manages_training())
    or person_id in (select id from person where party_id = any((select concord.parties())::uuid[])));
--> statement-breakpoint
create policy path_award_revoke on path_award for update to concord_app
  using ((select concord.manages_training())) with check ((select concord.manages_training()));
--> statement-breakpoint
-- Authors of courses write paths of their own; who manages training writes all of them.
create policy learning_path_author on learning_path to concord_app
  using (created_by = (select concord.person_id()) and (select concord.writes_courses()) and marking_id in (select id from marking))
  with check (created_by = (select concord.person_id()) and (select concord.writes_courses()) and marking_id in (select id from marking));
--> statement-breakpoint
create policy path_step_author on learning_path_step to concord_app
  using ((select concord.writes_courses()) and path_id in (select id from learning_path where created_by = (select concord.person_id())))
  with check ((select concord.writes_courses()) and path_id in (select id from learning_path where created_by = (select concord.person_id())));
--> statement-breakpoint
-- Whoever completes somebody's last course (the person, a marker, the worker) cannot read all that the person holds.
-- This says which paths the person follows that award something, are complete now, and have not awarded it yet.
create function concord.paths_earned(wanted uuid) returns table (path_id uuid, validity_months integer, titles jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if concord.person_id() is not null and wanted <> concord.person_id() and not concord.manages_training()
    and not exists (select 1 from person p where p.id = wanted and p.party_id = any(concord.parties()))
    and not exists (select 1 from enrolment e where e.person_id = wanted and e.course_id = any(concord.courses())) then
    return;
  end if;
  return query select l.id, l.validity_months, l.titles from learning_path l
  where l.awards and l.archived_at is null
    and (exists (select 1 from path_follower f where f.path_id = l.id and f.person_id = wanted)
      or exists (select 1 from path_cohort k join cohort_member m on m.cohort_id = k.cohort_id
        where k.path_id = l.id and m.person_id = wanted))
    and exists (select 1 from learning_path_step s where s.path_id = l.id and s.required = 1)
    and not exists (select 1 from learning_path_step s where s.path_id = l.id and s.required = 1
      and not exists (select 1 from credential c where c.person_id = wanted and c.course_id = s.course_id
        and c.revoked_at is null and (c.valid_until is null or c.valid_until > now())))
    and not exists (select 1 from path_award a where a.path_id = l.id and a.person_id = wanted and a.revoked_at is null
      and (a.valid_until is null or a.valid_until > now())); end $$;
--> statement-breakpoint
-- Writes an award that has been earned, and nothing that has not. Two at once write one.
create function concord.award_path(wanted_path uuid, wanted uuid, award uuid, public text, until timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('path ' || wanted_path || ' ' || wanted, 0));
  if not exists (select 1 from concord.paths_earned(wanted) e where e.path_id = wanted_path) then return false; end if;
  insert into path_award (id, path_id, person_id, public_id, issued_at, valid_until)
    values (award, wanted_path, wanted, public, now(), until);
  return true;
end $$;
--> statement-breakpoint
grant select on learning_path, learning_path_step, path_follower, path_cohort, path_award, credential, cohort_member,
  enrolment, person to concord_reader;
--> statement-breakpoint
grant insert on path_award to concord_reader;
--> statement-breakpoint
create policy reader_new on path_award for insert to concord_reader with check (true);
--> statement-breakpoint
revoke insert on path_award from concord_app;
--> statement-breakpoint
do $$
declare t text; f text;
begin
  foreach t in array array['learning_path', 'learning_path_step', 'path_follower', 'path_cohort', 'path_award', 'credential',
    'cohort_member', 'enrolment', 'person'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles) and cmd in ('SELECT', 'ALL')) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
  grant create on schema concord to concord_reader;
  foreach f in array array['paths_earned(uuid)', 'award_path(uuid, uuid, uuid, text, timestamptz)'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
    execute format('grant execute on function concord.%s to concord_app, concord_worker', f);
  end loop;
  revoke create on schema concord from concord_reader;
end $$;
