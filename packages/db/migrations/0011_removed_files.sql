-- What was removed takes its files along: their bytes are for nobody any more.
create function concord.may_read_files_of(wanted uuid) returns boolean language plpgsql stable as
$$ begin return exists (select 1 from contribution c where c.id = wanted and c.removed_at is null); end $$;
--> statement-breakpoint
revoke execute on function concord.may_read_files_of(uuid) from public;
--> statement-breakpoint
grant execute on function concord.may_read_files_of(uuid) to concord_app, concord_worker;
--> statement-breakpoint
drop policy file_read on file;
--> statement-breakpoint
create policy file_read on file for select to concord_app
  using (case container
    when 'course' then container_id in (select id from course)
    when 'thread' then case when contribution_id is null then created_by = (select concord.person_id())
      else concord.may_read_files_of(contribution_id) end
    else created_by = (select concord.person_id()) end);
