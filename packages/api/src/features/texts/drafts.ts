import { textDrafts } from '@concord/db/schema/texts';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { authorize } from '../../errors.ts';
import { makesVersions } from '../../policies/texts.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { type saveVersionDraftInput, type VersionDraft, versionDraft } from './inputs.ts';
import { textForReading } from './load.ts';

const draftAad = (personId: string, textId: string) => `text-draft:${personId}:${textId}`;

const own = (personId: string, textId: string) =>
  and(eq(textDrafts.personId, personId), eq(textDrafts.textId, textId));

/** Keeps the version the chair is writing, sealed under the person's own key, or gives it up. */
export async function saveVersionDraft(ctx: SignedIn, input: z.infer<typeof saveVersionDraftInput>) {
  const text = await textForReading(ctx, input.textId);
  authorize(makesVersions(ctx.actor, text.body.id));
  if (input.draft === null) await dropVersionDraft(ctx, text.id);
  else await keep(ctx, text.id, input.draft);
  return { textId: text.id, savedAt: ctx.now.toISOString() };
}

async function keep(ctx: SignedIn, textId: string, draft: VersionDraft): Promise<void> {
  const { personId } = ctx.actor;
  const sealed = await sealFor(ctx, personId, JSON.stringify(draft), draftAad(personId, textId));
  await ctx.tx
    .insert(textDrafts)
    .values({ personId, textId, sealed, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [textDrafts.personId, textDrafts.textId],
      set: { sealed, updatedAt: ctx.now },
    });
}

/** Forgets what the person was writing for a text. */
export async function dropVersionDraft(ctx: SignedIn, textId: string): Promise<void> {
  await ctx.tx.delete(textDrafts).where(own(ctx.actor.personId, textId));
}

/** What the person was writing for a text, as far as it can still be read. */
export async function versionDraftOf(ctx: SignedIn, textId: string) {
  const { personId } = ctx.actor;
  const [row] = await ctx.tx.select().from(textDrafts).where(own(personId, textId));
  if (!row) return null;
  const open = await opener(ctx, personId);
  const read = versionDraft.safeParse(JSON.parse(open(row.sealed, draftAad(personId, textId))));
  return read.success ? { draft: read.data, savedAt: row.updatedAt.toISOString() } : null;
}
