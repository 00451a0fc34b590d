import { pathAwards } from '@concord/db/schema/competence';
import { credentialProofs, credentials } from '@concord/db/schema/learning';
import { eq, sql } from 'drizzle-orm';
import type { Context, SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { mayOpenCredential, mayRevoke } from '../../policies/credentials.ts';
import { credentialState, readPublicId } from './rules.ts';

const SHOWN = 200;

/** What the person has earned, the newest first. */
export function myCredentials(ctx: SignedIn) {
  return credentialsOf(ctx, ctx.actor.personId);
}

/** What a person has earned, for administrators and the person. */
export async function personCredentials(ctx: SignedIn, personId: string) {
  found(mayOpenCredential(ctx.actor, { personId }) ? personId : undefined);
  return { items: await credentialsOf(ctx, personId), can: { revoke: mayRevoke(ctx.actor) } };
}

type Earned = {
  id: string;
  publicId: string;
  of: 'course' | 'path';
  slug: string | null;
  titles: Record<string, string>;
  issuedAt: string;
  validUntil: string | null;
  revokedAt: string | null;
  reason: string | null;
};

/** What courses and paths gave one person; `slug` is null where the course or path is no longer open to the reader. */
async function credentialsOf(ctx: SignedIn, personId: string) {
  const rows = await ctx.tx.execute<Earned>(sql`
    select e.id, e.public_id as "publicId", e.kind as "of", e.slug, f.titles, e.issued_at::text as "issuedAt",
      e.valid_until::text as "validUntil", e.revoked_at::text as "revokedAt", e.revoked_reason as reason
    from (
      select k.id, k.public_id, 'course' as kind, c.slug, k.issued_at, k.valid_until, k.revoked_at, k.revoked_reason
      from credential k left join course c on c.id = k.course_id where k.person_id = ${personId}::uuid
      union all
      select a.id, a.public_id, 'path', l.slug, a.issued_at, a.valid_until, a.revoked_at, a.revoked_reason
      from path_award a left join learning_path l on l.id = a.path_id where a.person_id = ${personId}::uuid) e
    join credential_proof f on f.public_id = e.public_id
    order by e.issued_at desc, e.id desc limit ${SHOWN}`);
  return [...rows].map((row) => {
    const at = (instant: string | null) => (instant === null ? null : new Date(instant));
    const dates = {
      issuedAt: new Date(row.issuedAt),
      validUntil: at(row.validUntil),
      revokedAt: at(row.revokedAt),
    };
    return { ...row, ...datesOf(dates), state: credentialState(dates, ctx.now) };
  });
}

/** What a course or a path gave: the row of either, by its id. */
export async function givenById(ctx: Pick<Context, 'tx'>, id: string) {
  const columns = (of: typeof credentials | typeof pathAwards) => ({
    id: of.id,
    personId: of.personId,
    publicId: of.publicId,
    validUntil: of.validUntil,
    revokedAt: of.revokedAt,
  });
  const [course] = await ctx.tx.select(columns(credentials)).from(credentials).where(eq(credentials.id, id));
  if (course) return { of: 'course' as const, ...course };
  const [path] = await ctx.tx.select(columns(pathAwards)).from(pathAwards).where(eq(pathAwards.id, id));
  return path && { of: 'path' as const, ...path };
}

/** One credential, for its holder and for administrators. */
export async function credentialById(ctx: SignedIn, credentialId: string) {
  const row = await givenById(ctx, credentialId);
  const credential = found(row && mayOpenCredential(ctx.actor, row) ? row : undefined);
  const state = credentialState(credential, ctx.now);
  return { ...credential, state, can: { revoke: state !== 'revoked' && mayRevoke(ctx.actor) } };
}

/** What the public page says of an id: chosen fields only, and nothing that tells an unknown id from a malformed one. */
export async function verifyCredential(ctx: Context, { publicId }: { publicId: string }) {
  const asked = readPublicId(publicId);
  if (asked === null) return { state: 'unknown' as const };
  const [proof] = await ctx.tx.select().from(credentialProofs).where(eq(credentialProofs.publicId, asked));
  if (!proof) return { state: 'unknown' as const };
  return {
    state: credentialState(proof, ctx.now),
    publicId: proof.publicId,
    holder: proof.holderName,
    titles: proof.titles,
    ...datesOf(proof),
  };
}

function datesOf({
  issuedAt,
  validUntil,
  revokedAt,
}: {
  issuedAt: Date;
  validUntil: Date | null;
  revokedAt: Date | null;
}) {
  return {
    issuedAt: issuedAt.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
