import { credentialTemplates } from '@concord/db/schema/credential-templates';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Context, SignedIn } from '../../context.ts';
import { fieldError } from '../../errors.ts';

/** Refuses a template that is not there, or one that ended where it was not chosen already. */
export async function demandTemplate(
  ctx: SignedIn,
  templateId: string | null,
  before: string | null,
): Promise<void> {
  if (templateId === null || templateId === before) return;
  const [template] = await ctx.tx
    .select({ archivedAt: credentialTemplates.archivedAt })
    .from(credentialTemplates)
    .where(eq(credentialTemplates.id, templateId));
  if (!template || template.archivedAt !== null)
    throw fieldError('templateId', 'credentialTemplates.notOffered');
}

/**
 * What a course chooses by the name that an archive gives: the first template of that name that is offered here, or the
 * name kept in mind. Nothing changes where the archive says nothing of it.
 */
export async function templateNamed(ctx: Context, name: string | null | undefined) {
  if (name === undefined) return {};
  const [template] =
    name === null
      ? []
      : await ctx.tx
          .select({ id: credentialTemplates.id })
          .from(credentialTemplates)
          .where(and(eq(credentialTemplates.name, name), isNull(credentialTemplates.archivedAt)))
          .orderBy(asc(credentialTemplates.createdAt), asc(credentialTemplates.id))
          .limit(1);
  return { templateId: template?.id ?? null, templateWanted: template ? null : name };
}
