-- As before, told so that the planner may choose: entries found by key look up their thread, entries that are scanned ask
-- the set of threads. Only as a set, one entry had every thread read.
drop policy contribution_read on contribution;
--> statement-breakpoint
create policy contribution_read on contribution for select to concord_app
  using (marking_id in (select id from marking) and exists (select 1 from thread t where t.id = thread_id));
--> statement-breakpoint
drop policy contribution_change on contribution;
--> statement-breakpoint
create policy contribution_change on contribution for update to concord_app
  using (marking_id in (select id from marking) and exists (select 1 from thread t where t.id = thread_id));
