-- In how many quizzes each question of the bank is asked, whoever's courses they are in: without it a question used
-- elsewhere would look unused to an author who cannot open that course. It tells the number and nothing else.
create function concord.used_questions() returns table (question_id uuid, places integer)
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin
  if not concord.writes_courses() then return; end if;
  return query
    select v.question_id, count(distinct s.activity_id)::integer
    from (select q.activity_id, q.bank_version_id as version_id from question q where q.bank_version_id is not null
      union all select q.activity_id, unnest(q.pool) from question q where q.pool is not null) s
    join bank_question_version v on v.id = s.version_id
    group by v.question_id;
end $$;
--> statement-breakpoint
grant select on question to concord_reader;
--> statement-breakpoint
drop policy if exists reader_all on question;
--> statement-breakpoint
create policy reader_all on question for select to concord_reader using (true);
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.used_questions() owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.used_questions() from public;
--> statement-breakpoint
grant execute on function concord.used_questions() to concord_app, concord_worker, concord_reader;
