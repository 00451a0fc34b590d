-- The outline of a version, with the asker's own way through it, in one call: whether the version may be read is asked
-- once, as the policies of course and course_version say it, and not again for each unit, activity and line of progress.
-- Of an enrolment that is another's nothing is said.
create function concord.outline(wanted uuid, of_enrolment uuid)
returns table (unit_id uuid, unit_titles jsonb, id uuid, key text, kind text, titles jsonb, minutes integer, required boolean,
  questions integer, seen boolean, anchor text, completed boolean, due_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as
$$
#variable_conflict use_column
declare own uuid; placed uuid;
begin
  if not exists (select 1 from course_version v join course c on c.id = v.course_id join marking m on m.id = c.marking_id
    where v.id = wanted
      and concord.marking_allows(m.level, m.releasable_to, m.only_for, m.caveats,
        concord.level(), concord.party_id(), concord.caveats())
      and (c.archived_at is null or c.id = any(concord.courses()) or concord.manages_training())
      and (v.published_at is not null or c.id = any(concord.courses()) or concord.manages_training())) then return; end if;
  select e.id, e.cohort_id into own, placed from enrolment e
  where e.id = of_enrolment and e.person_id = concord.person_id();
  return query select u.id, u.titles, a.id, a.key, a.kind::text, a.titles, a.minutes, a.required, a.question_count,
    p.seen_at is not null, p.anchor, p.completed_at is not null, coalesce(x.due_at, d.due_at)
  from unit u join activity a on a.unit_id = u.id
  left join activity_progress p on p.activity_id = a.id and p.enrolment_id = own
  left join activity_extension x on x.enrolment_id = own and x.activity_key = a.key
  left join cohort_deadline d on d.cohort_id = placed and d.activity_key = a.key
  where u.version_id = wanted order by u.position, a.position;
end $$;
--> statement-breakpoint
grant select on course, course_version, marking, enrolment, unit, activity, activity_progress, activity_extension,
  cohort_deadline to concord_reader;
--> statement-breakpoint
do $$ declare t text;
begin
  foreach t in array array['course', 'course_version', 'marking', 'enrolment', 'unit', 'activity', 'activity_progress',
    'activity_extension', 'cohort_deadline'] loop
    if not exists (select 1 from pg_policies where tablename = t and 'concord_reader' = any(roles) and cmd in ('SELECT', 'ALL')) then
      execute format('create policy reader_all on %I for select to concord_reader using (true)', t);
    end if;
  end loop;
  grant create on schema concord to concord_reader;
  alter function concord.outline(uuid, uuid) owner to concord_reader;
  revoke create on schema concord from concord_reader;
end $$;
--> statement-breakpoint
revoke execute on function concord.outline(uuid, uuid) from public;
--> statement-breakpoint
grant execute on function concord.outline(uuid, uuid) to concord_app;
