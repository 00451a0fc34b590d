import { credentialTemplates } from '@concord/db/schema/credential-templates';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
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
