-- A policy for all commands is asked when rows are read, too, beside the policy for reading: its subqueries are set up
-- for each statement, and its functions called for each row, first where its name comes first. What these let through was
-- readable anyway. They become policies for writing, with the conditions they had, and reading asks one policy.
--
-- What they alone let be read comes into the policies for reading: all the courses, enrolments and credentials of who
-- manages training, the enrolments and credentials of a cohort for who manages it, and the enrolments that a path places.
do $$ declare p record; split integer := 0; begin
  for p in select x.tablename as t, x.policyname as name, array_to_string(x.roles, ', ') as roles, x.qual as rows,
      coalesce(x.with_check, x.qual) as becoming
    from pg_policies x join unnest(array[
      'activity.activity_edit', 'activity_extension.extension_write', 'activity_progress.progress_move',
      'activity_progress.progress_staff', 'activity_progress.progress_write', 'activity_text.activity_text_edit',
      'body.body_write', 'cohort.cohort_manage', 'cohort.cohort_write', 'cohort_deadline.cohort_deadline_write',
      'cohort_party.cohort_party_manage', 'cohort_party.cohort_party_write', 'course.course_manage',
      'course.course_write', 'course_text.version_text_edit', 'credential.credential_cohort',
      'credential.credential_staff', 'credential.credential_write', 'enrolment.enrolment_of_path',
      'enrolment.enrolment_place', 'enrolment.enrolment_write', 'party.admin_party', 'unit.unit_edit'
    ]) as wanted on wanted = x.tablename || '.' || x.policyname
    where x.schemaname = 'public' and x.cmd = 'ALL'
  loop
    split := split + 1;
    execute format('drop policy %I on %I', p.name, p.t);
    execute format('create policy %I on %I for insert to %s with check (%s)', p.name || '_new', p.t, p.roles, p.becoming);
    execute format('create policy %I on %I for update to %s using (%s) with check (%s)', p.name || '_change', p.t, p.roles, p.rows, p.becoming);
    execute format('create policy %I on %I for delete to %s using (%s)', p.name || '_drop', p.t, p.roles, p.rows);
  end loop;
  if split <> 23 then raise exception 'Of 23 policies for all commands there were %.', split; end if;
end $$;
--> statement-breakpoint
alter policy course_read on course using (marking_id in (select id from marking)
  and (archived_at is null or id = any((select concord.courses())::uuid[]) or (select concord.manages_training())));
--> statement-breakpoint
alter policy enrolment_read on enrolment using (person_id = (select concord.person_id())
  or (select concord.manages_training())
  or course_id = any((select concord.courses())::uuid[])
  or cohort_id = any((select concord.cohorts())::uuid[])
  or person_id in (select p.id from person p where p.party_id = any((select concord.parties())::uuid[]))
  or (person_id, course_id) in (select x.person_id, x.course_id from concord.placed_on_paths() x));
--> statement-breakpoint
alter policy credential_read on credential using (person_id = (select concord.person_id())
  or (select concord.manages_training())
  or course_id = any((select concord.courses())::uuid[])
  or person_id in (select p.id from person p where p.party_id = any((select concord.parties())::uuid[]))
  or exists (select 1 from enrolment e where e.id = credential.enrolment_id
    and e.cohort_id = any((select concord.cohorts())::uuid[])));
