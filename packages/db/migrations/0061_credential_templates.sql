drop policy template_write on credential_template;
--> statement-breakpoint
CREATE TABLE "credential_template_version" (
	"template_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"body" jsonb NOT NULL,
	"validity_months" integer,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credential_template_version_template_id_number_pk" PRIMARY KEY("template_id","number"),
	CONSTRAINT "credential_template_version_months" CHECK ("credential_template_version"."validity_months" > 0)
);
--> statement-breakpoint
ALTER TABLE "credential_template" DROP CONSTRAINT "credential_template_course_id_course_id_fk";
--> statement-breakpoint
DROP INDEX "credential_template_course";--> statement-breakpoint
ALTER TABLE "learning_path" ADD COLUMN "template_id" uuid;--> statement-breakpoint
ALTER TABLE "path_award" ADD COLUMN "template_id" uuid;--> statement-breakpoint
ALTER TABLE "path_award" ADD COLUMN "template_version" integer;--> statement-breakpoint
ALTER TABLE "path_award" ADD COLUMN "courses" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "course" ADD COLUMN "template_id" uuid;--> statement-breakpoint
ALTER TABLE "credential" ADD COLUMN "template_version" integer;--> statement-breakpoint
ALTER TABLE "credential" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "credential_template_version" ADD CONSTRAINT "credential_template_version_template_id_credential_template_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."credential_template"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_template_version" ADD CONSTRAINT "credential_template_version_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_path" ADD CONSTRAINT "learning_path_template_id_credential_template_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."credential_template"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_award" ADD CONSTRAINT "path_award_template" FOREIGN KEY ("template_id","template_version") REFERENCES "public"."credential_template_version"("template_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_template_id_credential_template_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."credential_template"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_template_of" FOREIGN KEY ("template_id","template_version") REFERENCES "public"."credential_template_version"("template_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_template" DROP COLUMN "course_id";--> statement-breakpoint
ALTER TABLE "credential_template" DROP COLUMN "body";--> statement-breakpoint
ALTER TABLE "credential_template" DROP COLUMN "validity_months";;
--> statement-breakpoint
alter table credential_template_version enable row level security;
--> statement-breakpoint
alter table credential_template_version force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on credential_template_version to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on credential_template_version to concord_worker using (true) with check (true);
--> statement-breakpoint
-- A version is written once: what was given under it is read by it for ever.
grant select, insert on credential_template_version to concord_app, concord_worker;
--> statement-breakpoint
revoke delete on credential_template from concord_app, concord_worker;
--> statement-breakpoint
-- Whoever holds a credential prints it, so whoever is signed in reads templates. Authors write their own.
create policy template_write on credential_template to concord_app
  using ((select concord.manages_training()) or ((select concord.writes_courses()) and created_by = (select concord.person_id())))
  with check ((select concord.manages_training()) or ((select concord.writes_courses()) and created_by = (select concord.person_id())));
--> statement-breakpoint
create policy template_version_read on credential_template_version for select to concord_app
  using ((select concord.person_id()) is not null);
--> statement-breakpoint
create policy template_version_new on credential_template_version for insert to concord_app
  with check (created_by = (select concord.person_id()) and exists (select from credential_template t where t.id = template_id
    and ((select concord.manages_training()) or ((select concord.writes_courses()) and t.created_by = (select concord.person_id())))));
--> statement-breakpoint
grant select on credential_template_version, credential_template, course_version, course_text, course to concord_reader;
--> statement-breakpoint
-- For how many months what is given under a template now is valid; null where it leaves that to the course or path.
create function concord.template_months(wanted uuid) returns integer
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return (select v.validity_months from credential_template_version v where v.template_id = wanted
  order by v.number desc limit 1); end $$;
--> statement-breakpoint
create or replace function concord.paths_earned(wanted uuid) returns table (path_id uuid, validity_months integer, titles jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if concord.person_id() is not null and wanted <> concord.person_id() and not concord.manages_training()
    and not exists (select 1 from person p where p.id = wanted and p.party_id = any(concord.parties()))
    and not exists (select 1 from enrolment e where e.person_id = wanted and e.course_id = any(concord.courses())) then
    return;
  end if;
  return query select l.id, coalesce(concord.template_months(l.template_id), l.validity_months), l.titles from learning_path l
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
-- An award keeps the version of the template it is given under, and the courses the path asked for then.
create or replace function concord.award_path(wanted_path uuid, wanted uuid, award uuid, public text, until timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('path ' || wanted_path || ' ' || wanted, 0));
  if not exists (select 1 from concord.paths_earned(wanted) e where e.path_id = wanted_path) then return false; end if;
  insert into path_award (id, path_id, person_id, public_id, issued_at, valid_until, template_id, template_version, courses)
    select award, wanted_path, wanted, public, now(), until, l.template_id,
      (select max(v.number) from credential_template_version v where v.template_id = l.template_id),
      coalesce((select jsonb_agg(t.titles order by s.position) from learning_path_step s
        cross join lateral (select jsonb_object_agg(x.language, x.title) as titles from course_text x
          where x.title <> '' and x.version_id = (select v.id from course_version v
            where v.course_id = s.course_id and v.published_at is not null order by v.number desc limit 1)) t
        where s.path_id = l.id and s.required = 1 and t.titles is not null), '[]')
    from learning_path l where l.id = wanted_path;
  return true;
end $$;
--> statement-breakpoint
-- What the members of a cohort have neither under way nor valid: for who looks after it, and for the worker that enrols
-- whoever is given a seat later.
create or replace function concord.path_lacking(wanted uuid, of_path uuid) returns table (person_id uuid, course_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
#variable_conflict use_column
begin
  if concord.person_id() is not null and not exists (select 1 from cohort c where c.id = wanted
    and (concord.manages_training() or c.id = any(concord.cohorts()) or c.course_id = any(concord.courses()))) then return; end if;
  return query select distinct m.person_id, s.course_id from path_cohort k
    join cohort_member m on m.cohort_id = k.cohort_id join learning_path_step s on s.path_id = k.path_id
    join person p on p.id = m.person_id and (p.ended_at is null or p.ended_at > now())
  where k.cohort_id = wanted and (of_path is null or k.path_id = of_path)
    and not exists (select 1 from enrolment e where e.person_id = m.person_id and e.course_id = s.course_id
      and e.withdrawn_at is null and e.completed_at is null)
    and not exists (select 1 from credential h where h.person_id = m.person_id and h.course_id = s.course_id
      and h.revoked_at is null and (h.valid_until is null or h.valid_until > now())); end $$;
--> statement-breakpoint
-- Where the members of a cohort on a path are with the path's courses: for who looks after the cohort, of its members alone.
create function concord.path_standing(wanted_path uuid, wanted_cohort uuid)
returns table (person_id uuid, course_id uuid, until timestamptz, held boolean, under_way boolean)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
#variable_conflict use_column
begin
  if not exists (select 1 from cohort c join path_cohort k on k.cohort_id = c.id and k.path_id = wanted_path
    where c.id = wanted_cohort
      and (concord.manages_training() or c.id = any(concord.cohorts()) or c.course_id = any(concord.courses()))) then return; end if;
  return query select m.person_id, s.course_id, h.until, h.held is not null,
      exists (select 1 from enrolment e where e.person_id = m.person_id and e.course_id = s.course_id
        and e.withdrawn_at is null and e.completed_at is null)
    from cohort_member m join person p on p.id = m.person_id and (p.ended_at is null or p.ended_at > now())
    join learning_path_step s on s.path_id = wanted_path
    left join lateral (select true as held, c.valid_until as until from credential c
      where c.person_id = m.person_id and c.course_id = s.course_id and c.revoked_at is null
        and (c.valid_until is null or c.valid_until > now()) order by c.valid_until desc nulls first limit 1) h on true
  where m.cohort_id = wanted_cohort; end $$;
--> statement-breakpoint
do $$
declare t text; f text;
begin
  foreach t in array array['credential_template', 'credential_template_version', 'course_version', 'course_text', 'course'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles) and cmd in ('SELECT', 'ALL')) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
  grant create on schema concord to concord_reader;
  foreach f in array array['template_months(uuid)', 'path_standing(uuid, uuid)'] loop
    execute format('alter function concord.%s owner to concord_reader', f);
    execute format('revoke execute on function concord.%s from public', f);
    execute format('grant execute on function concord.%s to concord_app, concord_worker, concord_reader', f);
  end loop;
  revoke create on schema concord from concord_reader;
end $$;
