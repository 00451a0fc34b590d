import { newId } from '@concord/db/ids';
import { credentialTemplates, credentialTemplateVersions } from '@concord/db/schema/credential-templates';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { changesTemplate, keepsTemplates } from '../../policies/credentials.ts';
import { record } from '../../record/record.ts';
import { charactersWithoutGlyph } from '../credentials/fonts.ts';
import type { TemplateFields } from './schemas.ts';

/** Makes a template with its first version. */
export async function makeTemplate(ctx: SignedIn, input: TemplateFields) {
  found(keepsTemplates(ctx.actor) || undefined);
  await demandGlyphs(input);
  const templateId = newId();
  const made = { createdBy: ctx.actor.personId, createdAt: ctx.now };
  await ctx.tx.insert(credentialTemplates).values({ id: templateId, name: input.name.trim(), ...made });
  await writeVersion(ctx, templateId, 1, input);
  await recordOn(ctx, 'credentialTemplate.make', templateId, 1);
  return { templateId };
}

/**
 * Writes the next version: what is given from now on reads so. What was given before keeps its words. Refused when
 * somebody else wrote one since the form was opened.
 */
export async function changeTemplate(
  ctx: SignedIn,
  { templateId, revision, ...input }: TemplateFields & { templateId: string; revision: number },
) {
  await lockOwn(ctx, templateId, revision);
  await demandGlyphs(input);
  await ctx.tx
    .update(credentialTemplates)
    .set({ name: input.name.trim(), revision: revision + 1 })
    .where(eq(credentialTemplates.id, templateId));
  await writeVersion(ctx, templateId, revision + 1, input);
  await recordOn(ctx, 'credentialTemplate.change', templateId, revision + 1);
  return { templateId };
}

/** Offers a template no more. Courses and paths that chose it go on with it. */
export async function endTemplate(
  ctx: SignedIn,
  { templateId, revision }: { templateId: string; revision: number },
) {
  await lockOwn(ctx, templateId, revision);
  await ctx.tx
    .update(credentialTemplates)
    .set({ archivedAt: ctx.now })
    .where(eq(credentialTemplates.id, templateId));
  await recordOn(ctx, 'credentialTemplate.end', templateId, revision);
  return { templateId };
}

async function lockOwn(ctx: SignedIn, templateId: string, revision: number): Promise<void> {
  const [row] = await ctx.tx.select().from(credentialTemplates).where(eq(credentialTemplates.id, templateId));
  found(keepsTemplates(ctx.actor) ? row : undefined);
  authorize(changesTemplate(ctx.actor, found(row)));
  const [locked] = await ctx.tx
    .select()
    .from(credentialTemplates)
    .where(eq(credentialTemplates.id, templateId))
    .for('update');
  const template = found(locked);
  if (template.archivedAt !== null) throw new AppError('CONFLICT', 'credentialTemplates.ended');
  if (template.revision !== revision) throw new AppError('CONFLICT', 'credentialTemplates.changed');
}

/** What no embedded font can set is refused where it is written, not found missing on paper. */
async function demandGlyphs({ body }: TemplateFields): Promise<void> {
  const { titles, wording, closing, signatory } = body;
  const written: [path: string, words: string][] = [
    ['body.titles.en', titles.en],
    ['body.titles.fr', titles.fr],
    ['body.wording.en', wording.en],
    ['body.wording.fr', wording.fr],
    ['body.closing.en', closing.en],
    ['body.closing.fr', closing.fr],
    ['body.signatory.name', signatory?.name ?? ''],
    ['body.signatory.roles.en', signatory?.roles.en ?? ''],
    ['body.signatory.roles.fr', signatory?.roles.fr ?? ''],
  ];
  for (const [path, words] of written) {
    const [missing] = await charactersWithoutGlyph(words);
    if (missing !== undefined) throw fieldError(path, 'credentialTemplates.noGlyph', { character: missing });
  }
}

async function writeVersion(
  ctx: SignedIn,
  templateId: string,
  number: number,
  { body, validityMonths }: TemplateFields,
): Promise<void> {
  const made = { createdBy: ctx.actor.personId, createdAt: ctx.now };
  await ctx.tx
    .insert(credentialTemplateVersions)
    .values({ templateId, number, body, validityMonths, ...made });
}

const recordOn = (ctx: SignedIn, action: string, subjectId: string, version: number) =>
  record(ctx, { action, subject: 'credentialTemplate', subjectId, details: { version } });
