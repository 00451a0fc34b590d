CREATE TABLE "text_draft" (
	"person_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "text_draft_person_id_text_id_pk" PRIMARY KEY("person_id","text_id")
);
--> statement-breakpoint
ALTER TABLE "text_draft" ADD CONSTRAINT "text_draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_draft" ADD CONSTRAINT "text_draft_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
alter table text_draft enable row level security;
--> statement-breakpoint
alter table text_draft force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy owner_all on text_draft to %I using (true) with check (true)', current_user); end $$;
--> statement-breakpoint
create policy worker_all on text_draft to concord_worker using (true) with check (true);
--> statement-breakpoint
create policy draft_own on text_draft to concord_app
  using (person_id = (select concord.person_id()) and text_id in (select id from text))
  with check (person_id = (select concord.person_id()) and text_id in (select id from text));
--> statement-breakpoint
grant select, insert, update, delete on text_draft to concord_app, concord_worker;
--> statement-breakpoint
drop policy amendment_decide on amendment;
--> statement-breakpoint
-- A nation withdraws its own; the chair decides on any, and notes later which version took it in.
create policy amendment_decide on amendment for update to concord_app
  using (marking_id in (select id from marking) and (
    (outcome is null and party_id = (select concord.party_id())
      and text_id in (select id from text where body_id = any((select concord.delegated())::uuid[])))
    or ((outcome is null or (outcome in ('accepted', 'merged') and in_version_id is null))
      and text_id in (select id from text where body_id = any((select concord.bodies_as('chair'))::uuid[])))))
  with check (
    (outcome = 'withdrawn' and decided_by = (select concord.person_id()) and party_id = (select concord.party_id()))
    or (outcome in ('accepted', 'merged', 'rejected')
      and (decided_by = (select concord.person_id()) or in_version_id is not null)
      and text_id in (select id from text where body_id = any((select concord.bodies_as('chair'))::uuid[]))));
--> statement-breakpoint
create function concord.refuse_redeciding() returns trigger language plpgsql as
$$ begin
  if old.outcome is not null and (new.outcome, new.decided_by, new.decided_at)
    is distinct from (old.outcome, old.decided_by, old.decided_at) then
    raise exception 'what was decided about an amendment stands' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger amendment_decided_once before update on amendment
  for each row execute function concord.refuse_redeciding();
--> statement-breakpoint
drop policy record_read on record_entry;
--> statement-breakpoint
create policy record_read on record_entry for select to concord_app
  using (actor_id = (select concord.person_id()) and marking_id is null
    or (select concord.is_admin()) and marking_id is null
    or (marking_id is not null and marking_id in (select id from marking) and thread_id in (select id from thread)
      and (subject <> 'contribution' or concord.may_read_contribution(subject_id)))
    or (marking_id is not null and subject = 'text' and action like 'text.%' and marking_id in (select id from marking)
      and subject_id in (select id from text)));
