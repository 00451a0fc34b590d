import { courses } from '@concord/db/schema/courses';
import { attempts, credentialProofs, credentials } from '@concord/db/schema/learning';
import { desc, eq, sql } from 'drizzle-orm';
import type { Context, SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { mayOpenCredential, mayRevoke } from '../../policies/credentials.ts';
import { allianceZone } from '../../settings/zone.ts';
import type { CredentialPaper } from './pdf.ts';
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

async function credentialsOf(ctx: SignedIn, personId: string) {
  const rows = await ctx.tx
    .select({
      id: credentials.id,
      publicId: credentials.publicId,
      slug: courses.slug,
      titles: credentialProofs.titles,
      issuedAt: credentials.issuedAt,
      validUntil: credentials.validUntil,
      revokedAt: credentials.revokedAt,
      revokedReason: credentials.revokedReason,
    })
    .from(credentials)
    .innerJoin(credentialProofs, eq(credentialProofs.publicId, credentials.publicId))
    .leftJoin(courses, eq(courses.id, credentials.courseId))
    .where(eq(credentials.personId, personId))
    .orderBy(desc(credentials.issuedAt), desc(credentials.id))
    .limit(SHOWN);
  return rows.map((row) => ({
    id: row.id,
    publicId: row.publicId,
    /** Null where the course is no longer open to the person. */
    slug: row.slug,
    titles: row.titles,
    reason: row.revokedReason,
    ...datesOf(row),
    state: credentialState(row, ctx.now),
  }));
}

/** One credential, for its holder and for administrators. */
export async function credentialById(ctx: SignedIn, credentialId: string) {
  const [row] = await ctx.tx
    .select({
      id: credentials.id,
      personId: credentials.personId,
      publicId: credentials.publicId,
      validUntil: credentials.validUntil,
      revokedAt: credentials.revokedAt,
    })
    .from(credentials)
    .where(eq(credentials.id, credentialId));
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

/** What is set on paper: the same fields, and the result. A revoked one is not printed. */
export async function credentialPaper(
  ctx: SignedIn,
  credentialId: string,
  portalUrl: URL,
): Promise<CredentialPaper> {
  const credential = await credentialById(ctx, credentialId);
  found(credential.state === 'revoked' ? undefined : credential);
  const [row] = await ctx.tx
    .select(paperColumns)
    .from(credentials)
    .innerJoin(credentialProofs, eq(credentialProofs.publicId, credentials.publicId))
    .where(eq(credentials.id, credentialId));
  return paperOf(found(row), await allianceZone(ctx), portalUrl);
}

/** What is asked of the tables for a paper. */
export const paperColumns = {
  publicId: credentials.publicId,
  holder: credentialProofs.holderName,
  titles: credentialProofs.titles,
  issuedAt: credentials.issuedAt,
  validUntil: credentials.validUntil,
  percent: sql<number | null>`(
    select min(best) from (
      select max(${attempts.percent}) as best from ${attempts}
      where ${attempts.enrolmentId} = ${credentials.enrolmentId} and ${attempts.passed}
      group by ${attempts.activityId}) as quizzes)`,
};

type PaperRow = {
  publicId: string;
  holder: string;
  titles: Record<string, string>;
  issuedAt: Date;
  validUntil: Date | null;
  percent: number | null;
};

/** A paper of a row. The holder may have moved since: it says nothing that its public page cannot confirm. */
export function paperOf(
  { publicId, titles, ...row }: PaperRow,
  zone: string,
  portalUrl: URL,
): CredentialPaper {
  return {
    ...{ ...row, id: publicId, party: null, course: titles, issuer: 'Concord', zone },
    verifyUrl: new URL(`/verify/${publicId}`, portalUrl).toString(),
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
