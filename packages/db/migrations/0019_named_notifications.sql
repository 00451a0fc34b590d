-- A notification that one was named is there as long as the thread may be read.
update notification set kind = 'threadNamed' where kind = 'named';
--> statement-breakpoint
drop policy notification_own on notification;
--> statement-breakpoint
create policy notification_own on notification to concord_app
  using (person_id = (select concord.person_id())
    and (contribution_id is null or concord.may_read_contribution(contribution_id))
    and (kind <> 'threadNamed' or exists (select 1 from thread t where t.id = subject_id)))
  with check (true);
