CREATE TABLE "identity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "passkey_challenge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"purpose" text NOT NULL,
	"challenge" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "passkey_challenge_challenge_unique" UNIQUE("challenge"),
	CONSTRAINT "passkey_challenge_owner" CHECK ("passkey_challenge"."purpose" = 'enter' or "passkey_challenge"."person_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"synced" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "factor_reset_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "identity_subject" ON "identity" USING btree ("issuer","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_person" ON "identity" USING btree ("person_id","issuer");--> statement-breakpoint
CREATE INDEX "passkey_challenge_age" ON "passkey_challenge" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "passkey_challenge_person" ON "passkey_challenge" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "passkey_person" ON "passkey" USING btree ("person_id");--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['identity', 'passkey', 'passkey_challenge'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_all on %I to concord_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to concord_worker, concord_app', t);
  end loop;
end $$;
--> statement-breakpoint
-- The person and who manages access see which ways in there are; only sign-in itself and the person change them.
create policy identity_read on identity for select to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin()));
--> statement-breakpoint
create policy identity_all on identity to concord_app
  using (person_id = (select concord.person_id()) or (select concord.mode()) = 'auth')
  with check ((select concord.mode()) = 'auth');
--> statement-breakpoint
create policy passkey_read on passkey for select to concord_app
  using (person_id = (select concord.person_id()) or (select concord.is_admin()));
--> statement-breakpoint
create policy passkey_all on passkey to concord_app
  using (person_id = (select concord.person_id()) or (select concord.mode()) = 'auth');
--> statement-breakpoint
create policy passkey_challenge_all on passkey_challenge to concord_app
  using (person_id = (select concord.person_id()) or (select concord.mode()) = 'auth');
