import { credentialTemplateVersions } from '@concord/db/schema/credential-templates';
import { cohorts, credentialProofs, credentials, enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { seesWholeCohort } from '../../policies/cohorts.ts';
import { allianceZone } from '../../settings/zone.ts';
import { givenUnder, paperColumns, paperOf } from './paper.ts';
import type { CredentialPaper } from './pdf.ts';

/** How many credentials one file holds: as many as are set in a few seconds. */
export const PAPERS_IN_FILE = 50;

/** What stands of a cohort: neither revoked nor over. */
const standing = (ctx: SignedIn, cohortId: string) =>
  and(
    eq(enrolments.cohortId, cohortId),
    isNull(credentials.revokedAt),
    or(isNull(credentials.validUntil), gt(credentials.validUntil, ctx.now)),
  );

/** In how many files the credentials of a cohort come; for who sees the cohort whole, none for anybody else. */
export async function filesOfCohort(
  ctx: SignedIn,
  cohort: { id: string; courseId: string },
): Promise<number> {
  if (!seesWholeCohort(ctx.actor, cohort)) return 0;
  const [row] = await ctx.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(credentials)
    .innerJoin(enrolments, eq(enrolments.id, credentials.enrolmentId))
    .where(standing(ctx, cohort.id));
  return Math.ceil((row?.count ?? 0) / PAPERS_IN_FILE);
}

/**
 * The credentials of a cohort by family name, one file's worth, for who sees the cohort whole. To others, and where
 * nobody has earned one, there is nothing.
 */
export async function papersOfCohort(
  ctx: SignedIn,
  { cohortId, file, portalUrl }: { cohortId: string; file: number; portalUrl: URL },
): Promise<{ name: string; papers: [CredentialPaper, ...CredentialPaper[]] }> {
  const [row] = await ctx.tx.select().from(cohorts).where(eq(cohorts.id, cohortId));
  const cohort = found(row && seesWholeCohort(ctx.actor, row) ? row : undefined);
  const rows = await ctx.tx
    .select(paperColumns)
    .from(credentials)
    .innerJoin(credentialProofs, eq(credentialProofs.publicId, credentials.publicId))
    .innerJoin(enrolments, eq(enrolments.id, credentials.enrolmentId))
    .innerJoin(people, eq(people.id, credentials.personId))
    .leftJoin(credentialTemplateVersions, givenUnder)
    .where(standing(ctx, cohortId))
    .orderBy(asc(people.familyName), asc(people.givenName), asc(credentials.id))
    .limit(PAPERS_IN_FILE)
    .offset((file - 1) * PAPERS_IN_FILE);
  const zone = await allianceZone(ctx);
  const [first, ...others] = rows.map((one) => paperOf(one, zone, portalUrl));
  return {
    name: ctx.locale === 'fr' ? cohort.nameFr : cohort.nameEn,
    papers: [found(first), ...others],
  };
}
