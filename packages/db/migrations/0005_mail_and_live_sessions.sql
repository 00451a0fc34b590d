CREATE TABLE "mail_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"accepted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
alter table mail_delivery enable row level security;
--> statement-breakpoint
alter table mail_delivery force row level security;
--> statement-breakpoint
do $$ begin
  execute format('create policy owner_all on mail_delivery to %I using (true) with check (true)', current_user);
end $$;
--> statement-breakpoint
create policy worker_all on mail_delivery to concord_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on mail_delivery to concord_worker;
--> statement-breakpoint
-- A policy for all commands also lets its rows be read: who uploaded a file would keep reading it after losing the thread.
drop policy file_write on file;
--> statement-breakpoint
create policy file_new on file for insert to concord_app
  with check (created_by = (select concord.person_id()) or ((select concord.is_admin()) and container = 'course'));
--> statement-breakpoint
create policy file_change on file for update to concord_app
  using (created_by = (select concord.person_id()) or ((select concord.is_admin()) and container = 'course'))
  with check (created_by = (select concord.person_id()) or ((select concord.is_admin()) and container = 'course'));
--> statement-breakpoint
create policy file_remove on file for delete to concord_app
  using (created_by = (select concord.person_id()) or ((select concord.is_admin()) and container = 'course'));
--> statement-breakpoint
-- Which of these sessions still stand: asked for all live streams of a process at once.
create function concord.standing_sessions(wanted uuid[]) returns table (session_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select s.id from session s join person p on p.id = s.person_id
   where s.id = any(wanted) and s.revoked_at is null and s.expires_at > now()
     and s.seen_at + make_interval(secs => s.idle_seconds) > now()
     and (p.ended_at is null or p.ended_at > now()) $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.standing_sessions(uuid[]) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.standing_sessions(uuid[]) from public;
--> statement-breakpoint
grant execute on function concord.standing_sessions(uuid[]) to concord_app;
