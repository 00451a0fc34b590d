-- Of several policies the check of any one lets a change pass: each repeats for whom it is.
drop policy summary_remark_back on summary_remark;
--> statement-breakpoint
create policy summary_remark_back on summary_remark for update to concord_app
  using (party_id = (select concord.party_id()) and taken_back_at is null
    and meeting_id in (select id from meeting where body_id = any((select concord.bodies_with('position'))::uuid[])))
  with check (party_id = (select concord.party_id()) and taken_back_by = (select concord.person_id())
    and meeting_id in (select id from meeting where body_id = any((select concord.bodies_with('position'))::uuid[])));
--> statement-breakpoint
drop policy summary_remark_answer on summary_remark;
--> statement-breakpoint
create policy summary_remark_answer on summary_remark for update to concord_app
  using (taken_back_at is null and meeting_id in (select id from meeting where body_id = any((select concord.led())::uuid[])))
  with check (taken_back_at is null and answered_by = (select concord.person_id())
    and meeting_id in (select id from meeting where body_id = any((select concord.led())::uuid[])));
