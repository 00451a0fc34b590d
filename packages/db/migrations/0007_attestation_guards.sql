-- An administrator may take an attestation back (somebody leaves or changes party), never make one.
create policy attestation_admin_revoke on attestation for update to concord_app
  using ((select concord.is_admin())) with check ((select concord.is_admin()) and revoked_at is not null);
--> statement-breakpoint
-- Nobody vouches for themselves, and what is vouched for carries the name of who did.
create policy attestation_not_own on attestation as restrictive for insert to concord_app
  with check (person_id <> (select concord.person_id()) and attested_by = (select concord.person_id()));
