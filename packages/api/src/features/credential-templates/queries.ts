import { credentialTemplates, credentialTemplateVersions } from '@concord/db/schema/credential-templates';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { changesTemplate, keepsTemplates } from '../../policies/credentials.ts';
import { allianceZone } from '../../settings/zone.ts';
import type { CredentialPaper } from '../credentials/pdf.ts';

const newest = and(
  eq(credentialTemplateVersions.templateId, credentialTemplates.id),
  eq(credentialTemplateVersions.number, credentialTemplates.revision),
);

/** The templates there are, with what each says now and how many courses and paths chose it. */
export async function listTemplates(ctx: SignedIn) {
  found(keepsTemplates(ctx.actor) || undefined);
  const rows = await ctx.tx
    .select({
      id: credentialTemplates.id,
      name: credentialTemplates.name,
      version: credentialTemplates.revision,
      ended: sql<boolean>`${credentialTemplates.archivedAt} is not null`,
      titles: sql<{ en: string; fr: string }>`${credentialTemplateVersions.body}->'titles'`,
      validityMonths: credentialTemplateVersions.validityMonths,
      courses: sql<number>`(select count(*)::int from course c where c.template_id = ${credentialTemplates.id})`,
      paths: sql<number>`(select count(*)::int from learning_path l where l.template_id = ${credentialTemplates.id})`,
    })
    .from(credentialTemplates)
    .innerJoin(credentialTemplateVersions, newest)
    .orderBy(
      sql`${credentialTemplates.archivedAt} is not null`,
      credentialTemplates.name,
      credentialTemplates.id,
    )
    .limit(200);
  return { templates: rows };
}

/** One template: what it says now, its versions, and where it was chosen. */
export async function templateById(ctx: SignedIn, templateId: string) {
  found(keepsTemplates(ctx.actor) || undefined);
  const [row] = await ctx.tx
    .select()
    .from(credentialTemplates)
    .innerJoin(credentialTemplateVersions, newest)
    .where(eq(credentialTemplates.id, templateId));
  const { credential_template: template, credential_template_version: now } = found(row);
  const versions = await ctx.tx
    .select({
      number: credentialTemplateVersions.number,
      createdAt: credentialTemplateVersions.createdAt,
      by: sql<string | null>`(select p.given_name || ' ' || p.family_name from person p
        where p.id = ${credentialTemplateVersions.createdBy})`,
    })
    .from(credentialTemplateVersions)
    .where(eq(credentialTemplateVersions.templateId, templateId))
    .orderBy(desc(credentialTemplateVersions.number))
    .limit(100);
  return {
    id: template.id,
    name: template.name,
    revision: template.revision,
    ended: template.archivedAt !== null,
    body: now.body,
    validityMonths: now.validityMonths,
    versions: versions.map(({ createdAt, ...one }) => ({ ...one, createdAt: createdAt.toISOString() })),
    chosen: await chosenBy(ctx, templateId),
    can: { change: template.archivedAt === null && changesTemplate(ctx.actor, template) },
  };
}

/** The courses and paths that chose a template, of those the reader may know. */
async function chosenBy(ctx: SignedIn, templateId: string) {
  const rows = await ctx.tx.execute<{ kind: 'course' | 'path'; slug: string; title: string }>(sql`
    select 'course' as kind, c.slug, coalesce((select t.title from course_text t join course_version v on v.id = t.version_id
      where v.course_id = c.id and v.published_at is not null
      order by v.number desc, t.language = ${ctx.locale} desc, t.language = c.source_language desc limit 1), c.slug) as title
    from course c where c.template_id = ${templateId}::uuid
    union all
    select 'path', l.slug, coalesce(l.titles->>${ctx.locale}, l.titles->>'en', l.slug)
    from learning_path l where l.template_id = ${templateId}::uuid
    order by 1, 3 limit 200`);
  return [...rows];
}

/** The templates a form offers: those that stand, and the one chosen already. */
export async function templateChoices(ctx: Pick<SignedIn, 'tx'>, chosen: string | null = null) {
  return ctx.tx
    .select({ id: credentialTemplates.id, name: credentialTemplates.name })
    .from(credentialTemplates)
    .where(sql`${credentialTemplates.archivedAt} is null or ${credentialTemplates.id} = ${chosen}::uuid`)
    .orderBy(credentialTemplates.name, credentialTemplates.id)
    .limit(200);
}

/** A version of a template on paper, for nobody: how it looks before anybody earns it. */
export async function samplePaper(
  ctx: SignedIn,
  { templateId, number, portalUrl }: { templateId: string; number: number; portalUrl: URL },
): Promise<CredentialPaper> {
  found(keepsTemplates(ctx.actor) || undefined);
  const [version] = await ctx.tx
    .select()
    .from(credentialTemplateVersions)
    .where(
      and(
        eq(credentialTemplateVersions.templateId, templateId),
        eq(credentialTemplateVersions.number, number),
      ),
    );
  const { body } = found(version);
  return {
    ...{ id: SAMPLE_ID, holder: 'Anna Exemple', party: null, issuer: 'Concord', template: body },
    course: { en: 'Title of the course', fr: 'Titre de la formation' },
    ...{ issuedAt: ctx.now, validUntil: null, zone: await allianceZone(ctx) },
    ...{ percent: 90, minutes: 90, version: 1, courses: [] },
    verifyUrl: new URL(`/verify/${SAMPLE_ID}`, portalUrl).toString(),
  };
}

/** An id that names no credential: its page says so. */
const SAMPLE_ID = '00000-00000-00000-00000';
