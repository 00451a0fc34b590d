ALTER TABLE "question" ALTER COLUMN "kind" SET DEFAULT 'single';--> statement-breakpoint
ALTER TABLE "question" ALTER COLUMN "choices" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "question" ALTER COLUMN "texts" SET DEFAULT '{}'::jsonb;
--> statement-breakpoint
-- Pictures of the bank: for who writes courses, and for a learner once an attempt of theirs asks a question that shows
-- them; a question used in two courses shows the picture that one of them brought in both.
create function concord.asked_with(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as
$$ begin return exists (
  select 1 from attempt a cross join lateral jsonb_array_elements(a.drawn) d
  join bank_question_version v on v.id = (d->>'versionId')::uuid
  where a.person_id = concord.person_id() and strpos(v.body::text, wanted::text) > 0); end $$;
--> statement-breakpoint
grant create on schema concord to concord_reader;
--> statement-breakpoint
alter function concord.asked_with(uuid) owner to concord_reader;
--> statement-breakpoint
revoke create on schema concord from concord_reader;
--> statement-breakpoint
revoke execute on function concord.asked_with(uuid) from public;
--> statement-breakpoint
grant execute on function concord.asked_with(uuid) to concord_app, concord_worker, concord_reader;
--> statement-breakpoint
create policy file_asked on file for select to concord_app
  using (container in ('bank', 'course') and concord.asked_with(id));
--> statement-breakpoint
create policy file_bank on file for select to concord_app
  using (container = 'bank' and (select concord.writes_courses()));
--> statement-breakpoint
create policy file_bank_new on file for insert to concord_app
  with check (container = 'bank' and created_by = (select concord.person_id()) and (select concord.writes_courses()));
--> statement-breakpoint
-- What a question embedded in a quiz is as the body of a bank question. Its Markdown is not kept, so its HTML, which is
-- Markdown too, stands for it.
create function concord.embedded_body(kind text, choices jsonb, texts jsonb) returns jsonb
language plpgsql immutable as $$
declare
  plain boolean := kind = 'trueFalse' and not exists (
    select 1 from jsonb_array_elements(choices) c where c->>'key' not in ('true', 'false'));
  rights integer := (select count(*) from jsonb_array_elements(choices) c where (c->>'correct')::boolean);
  said jsonb := (select jsonb_object_agg(t.language, jsonb_build_object(
      'prompt', jsonb_build_object('source', t.words->>'promptHtml', 'html', t.words->>'promptHtml'),
      'explanation', jsonb_build_object('source', t.words->>'explanationHtml', 'html', t.words->>'explanationHtml'),
      'parts', coalesce((select jsonb_object_agg(p.key, jsonb_build_object(
          'text', jsonb_build_object('source', p.words->>'html', 'html', p.words->>'html'),
          'feedback', jsonb_build_object('source', coalesce(p.words->>'feedbackHtml', ''), 'html', coalesce(p.words->>'feedbackHtml', ''))))
        from jsonb_each(t.words->'choices') p(key, words)), '{}')))
    from jsonb_each(texts) t(language, words));
begin
  if kind = 'shortAnswer' then
    return jsonb_build_object('kind', 'shortText', 'texts', said, 'accepted', (
      select coalesce(jsonb_object_agg(t.language, (
          select jsonb_agg(jsonb_build_object('kind', 'folded', 'text', word, 'share', 100) order by place)
          from jsonb_array_elements_text(t.words->'accepted') with ordinality w(word, place))), '{}')
      from jsonb_each(texts) t(language, words) where jsonb_array_length(t.words->'accepted') > 0));
  elsif plain then
    return jsonb_build_object('kind', 'trueFalse', 'texts', said, 'right', exists (
      select 1 from jsonb_array_elements(choices) c where c->>'key' = 'true' and (c->>'correct')::boolean));
  end if;
  return jsonb_build_object('kind', case kind when 'trueFalse' then 'single' else kind end, 'texts', said,
    'shuffle', kind <> 'trueFalse', 'choices', (
    select jsonb_agg(jsonb_build_object('key', c.item->>'key', 'share', case
        when kind = 'multiple' then (case when (c.item->>'correct')::boolean then 1 else -1 end) * 100::float8 / greatest(rights, 1)
        when (c.item->>'correct')::boolean then 100 else 0 end) order by c.place)
    from jsonb_array_elements(choices) with ordinality c(item, place)));
end $$;
--> statement-breakpoint
-- Moves every embedded question into the bank: a category for each course, a version for each different wording in the
-- order of the course's versions. The slot keeps what it held until nothing reads it.
create function concord.bank_embedded_questions() returns integer language plpgsql as $$
declare
  slot record; body jsonb; asked record; known record; category uuid; import text; moved integer := 0;
begin
  for slot in
    select q.id, q.kind, q.choices, q.texts, q.key, a.key as activity, c.id as course_id, c.slug, c.source_language,
      c.created_by, v.created_at, coalesce(t.title, c.slug) as title
    from question q join activity a on a.id = q.activity_id join course_version v on v.id = a.version_id
    join course c on c.id = v.course_id
    left join course_text t on t.version_id = v.id and t.language = c.source_language
    where q.bank_version_id is null and q.blueprint is null and q.texts <> '{}'
    order by c.id, v.number, a.position, q.position
  loop
    body := concord.embedded_body(slot.kind, slot.choices, slot.texts);
    import := format('course:%s/%s/%s:%s', slot.slug, slot.activity, slot.key, body->>'kind');
    select b.id, b.latest into asked from bank_question b where b.import_key = import;
    if not found then
      insert into question_category (id, name, created_by) values (gen_random_uuid(), slot.title, slot.created_by)
        on conflict do nothing;
      select id into category from question_category where parent_id is null and name = slot.title;
      insert into bank_question (id, category_id, name, kind, source_language, latest, import_key, created_by, created_at)
        values (gen_random_uuid(), category, coalesce(nullif(left(btrim(regexp_replace(
            coalesce(slot.texts->slot.source_language->>'promptHtml', ''), '<[^>]*>|\s+', ' ', 'g')), 120), ''), slot.key),
          body->>'kind', slot.source_language, 0, import, slot.created_by, slot.created_at)
        returning id, latest into asked;
    end if;
    select v.id, v.body into known from bank_question_version v where v.question_id = asked.id and v.number = asked.latest;
    if known.id is null or known.body <> body then
      insert into bank_question_version (id, question_id, number, body, created_by, created_at)
        values (gen_random_uuid(), asked.id, asked.latest + 1, body, slot.created_by, slot.created_at)
        returning id, bank_question_version.body into known;
      update bank_question set latest = asked.latest + 1 where id = asked.id;
    end if;
    update question set bank_version_id = known.id where id = slot.id;
    moved := moved + 1;
  end loop;
  return moved;
end $$;
--> statement-breakpoint
revoke execute on function concord.embedded_body(text, jsonb, jsonb), concord.bank_embedded_questions() from public;
--> statement-breakpoint
select concord.bank_embedded_questions();
