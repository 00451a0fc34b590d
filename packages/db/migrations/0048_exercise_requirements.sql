-- What a seat asks for is a requirement: the planners of its exercise write it, those of other roles stay with training.
create policy requirement_of_seat on requirement to concord_app
  using (subject = 'seat' and subject_id in (select r.id from exercise_role r
    where r.exercise_id = any((select concord.exercises())::uuid[])))
  with check (subject = 'seat' and subject_id in (select r.id from exercise_role r
    where r.exercise_id = any((select concord.exercises())::uuid[])));
--> statement-breakpoint
create policy requirement_need_of_seat on requirement_need to concord_app
  using (requirement_id in (select q.id from requirement q join exercise_role r on r.id = q.subject_id
    where q.subject = 'seat' and r.exercise_id = any((select concord.exercises())::uuid[])))
  with check (requirement_id in (select q.id from requirement q join exercise_role r on r.id = q.subject_id
    where q.subject = 'seat' and r.exercise_id = any((select concord.exercises())::uuid[])));
