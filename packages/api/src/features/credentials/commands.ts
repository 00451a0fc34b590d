import { randomBytes } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { credentialTemplates } from '@concord/db/schema/credential-templates';
import { credentialProofs, credentials, enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { mailPeople } from '../../email/notices.ts';
import { found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { allianceZone } from '../../settings/zone.ts';
import { courseMonths } from '../credential-templates/months.ts';
import { awardPaths } from '../paths/award.ts';
import { tellWatchers } from '../readiness/watchers.ts';
import { publicIdFrom, validUntil } from './rules.ts';
import { tellEarned } from './told.ts';

/**
 * Gives what a completed enrolment has earned, under the newest version of the course's template: once, however often it
 * is asked. The public page's row holds copies
 * of the few fields it shows, so that nothing else can ever be read through it.
 */
export async function issueCredential(
  ctx: Context,
  { enrolmentId }: { enrolmentId: string },
): Promise<{ credentialId: string }> {
  const earned = await earnedBy(ctx, enrolmentId);
  const dates = {
    issuedAt: ctx.now,
    validUntil: validUntil(ctx.now, earned.validityMonths, await allianceZone(ctx)),
  };
  const publicId = publicIdFrom(randomBytes(20));
  const [issued] = await ctx.tx
    .insert(credentials)
    .values({
      id: newId(),
      enrolmentId,
      personId: earned.personId,
      courseId: earned.courseId,
      versionId: earned.versionId,
      templateId: earned.template?.id,
      templateVersion: earned.template?.version,
      facts: { minutes: earned.minutes, version: earned.version },
      publicId,
      ...dates,
    })
    .onConflictDoNothing({ target: credentials.enrolmentId })
    .returning({ id: credentials.id });
  if (!issued) return { credentialId: await issuedBefore(ctx, enrolmentId) };
  const titles = await titlesOf(ctx, earned.versionId);
  await ctx.tx.insert(credentialProofs).values({ publicId, holderName: earned.holderName, titles, ...dates });
  await tellEarned(ctx, earned.personId, issued.id, titles);
  await tellWatchers(ctx, [earned.personId]);
  // What the portal itself brings in (a seed, an import) was earned before.
  if (ctx.actor) {
    const until = dates.validUntil?.toISOString();
    const notice = { kind: 'credential', path: '/learn/credentials', validUntil: until } as const;
    await mailPeople(ctx, [earned.personId], notice);
  }
  await awardPaths(ctx, earned.personId);
  await record(ctx, { action: 'credential.issue', subject: 'credential', subjectId: issued.id });
  return { credentialId: issued.id };
}

async function earnedBy(ctx: Context, enrolmentId: string) {
  const [row] = await ctx.tx
    .select({
      personId: enrolments.personId,
      courseId: enrolments.courseId,
      versionId: enrolments.versionId,
      minutes: courses.minutes,
      version: courseVersions.number,
      template: { id: credentialTemplates.id, version: credentialTemplates.revision },
      validityMonths: courseMonths,
      given: people.givenName,
      family: people.familyName,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .innerJoin(courseVersions, eq(courseVersions.id, enrolments.versionId))
    .leftJoin(credentialTemplates, eq(credentialTemplates.id, courses.templateId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(eq(enrolments.id, enrolmentId));
  const { given, family, ...earned } = found(row);
  return { ...earned, holderName: `${given} ${family}`.trim() };
}

async function issuedBefore(ctx: Context, enrolmentId: string): Promise<string> {
  const [row] = await ctx.tx
    .select({ id: credentials.id })
    .from(credentials)
    .where(eq(credentials.enrolmentId, enrolmentId));
  return found(row).id;
}

async function titlesOf(ctx: Context, versionId: string): Promise<Record<string, string>> {
  const rows = await ctx.tx
    .select({ language: courseTexts.language, title: courseTexts.title })
    .from(courseTexts)
    .where(eq(courseTexts.versionId, versionId));
  return Object.fromEntries(rows.map(({ language, title }) => [language, title]));
}
