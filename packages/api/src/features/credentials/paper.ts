import { pathAwards } from '@concord/db/schema/competence';
import {
  type CredentialTemplateBody,
  credentialTemplateVersions,
} from '@concord/db/schema/credential-templates';
import { attempts, credentialProofs, credentials } from '@concord/db/schema/learning';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { allianceZone } from '../../settings/zone.ts';
import { HOUSE } from '../credential-templates/rules.ts';
import type { CredentialPaper } from './pdf.ts';
import { credentialById } from './queries.ts';

/**
 * What is set on paper, in the words of the template it was given under: what its public page shows, and what that
 * template names. A revoked one is not printed.
 */
export async function credentialPaper(
  ctx: SignedIn,
  credentialId: string,
  portalUrl: URL,
): Promise<CredentialPaper> {
  const credential = await credentialById(ctx, credentialId);
  found(credential.state === 'revoked' ? undefined : credential);
  const row = found(
    await (credential.of === 'course' ? ofCourse(ctx, credentialId) : ofPath(ctx, credentialId)),
  );
  return paperOf(row, await allianceZone(ctx), portalUrl);
}

async function ofCourse(ctx: SignedIn, credentialId: string): Promise<PaperRow | undefined> {
  const [row] = await ctx.tx
    .select(paperColumns)
    .from(credentials)
    .innerJoin(credentialProofs, eq(credentialProofs.publicId, credentials.publicId))
    .leftJoin(credentialTemplateVersions, givenUnder)
    .where(eq(credentials.id, credentialId));
  return row;
}

async function ofPath(ctx: SignedIn, awardId: string): Promise<PaperRow | undefined> {
  const [row] = await ctx.tx
    .select({
      publicId: pathAwards.publicId,
      holder: credentialProofs.holderName,
      titles: credentialProofs.titles,
      issuedAt: pathAwards.issuedAt,
      validUntil: pathAwards.validUntil,
      courses: pathAwards.courses,
      template: credentialTemplateVersions.body,
    })
    .from(pathAwards)
    .innerJoin(credentialProofs, eq(credentialProofs.publicId, pathAwards.publicId))
    .leftJoin(
      credentialTemplateVersions,
      and(
        eq(credentialTemplateVersions.templateId, pathAwards.templateId),
        eq(credentialTemplateVersions.number, pathAwards.templateVersion),
      ),
    )
    .where(eq(pathAwards.id, awardId));
  return row && { ...row, facts: null, percent: null };
}

/** The version of a template that a course's credential was given under. */
export const givenUnder = and(
  eq(credentialTemplateVersions.templateId, credentials.templateId),
  eq(credentialTemplateVersions.number, credentials.templateVersion),
);

/** What is asked of the tables for the paper of a course's credential. */
export const paperColumns = {
  publicId: credentials.publicId,
  holder: credentialProofs.holderName,
  titles: credentialProofs.titles,
  issuedAt: credentials.issuedAt,
  validUntil: credentials.validUntil,
  facts: credentials.facts,
  template: credentialTemplateVersions.body,
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
  facts: { minutes: number; version: number } | null;
  /** Null: the house's words. */
  template: CredentialTemplateBody | null;
  /** Of a path's award alone. */
  courses?: Record<string, string>[];
};

/** A paper of a row. The holder may have moved since: it says nothing that its public page cannot confirm. */
export function paperOf(
  { publicId, titles, facts, template, courses, ...row }: PaperRow,
  zone: string,
  portalUrl: URL,
): CredentialPaper {
  return {
    ...{ ...row, id: publicId, party: null, course: titles, issuer: 'Concord', zone },
    template: template ?? HOUSE[courses ? 'path' : 'course'],
    ...{ minutes: facts?.minutes ?? null, version: facts?.version ?? null, courses: courses ?? [] },
    verifyUrl: new URL(`/verify/${publicId}`, portalUrl).toString(),
  };
}
