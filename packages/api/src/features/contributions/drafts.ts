import { drafts } from '@concord/db/schema/consultation';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { threadForWriting } from '../threads/load.ts';
import { draftAad } from './content.ts';
import type { discardDraftInput, saveDraftInput } from './schemas.ts';

/** Keeps what is typed and not sent, sealed under the author's own key. */
export async function saveDraft(ctx: SignedIn, input: z.infer<typeof saveDraftInput>) {
  const thread = await threadForWriting(ctx, input.threadId);
  if (input.text.trim() === '') return discardDraft(ctx, input);
  const { personId } = ctx.actor;
  const sealed = await sealFor(ctx, personId, input.text, draftAad(personId, thread.id));
  await ctx.tx
    .insert(drafts)
    .values({ personId, threadId: thread.id, sealed, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [drafts.personId, drafts.threadId],
      set: { sealed, updatedAt: ctx.now },
    });
  return { threadId: thread.id, savedAt: ctx.now.toISOString() };
}

/** Gives up what was typed and not sent. */
export async function discardDraft(
  ctx: SignedIn,
  { threadId }: Pick<z.infer<typeof discardDraftInput>, 'threadId'>,
) {
  const { personId } = ctx.actor;
  await ctx.tx.delete(drafts).where(and(eq(drafts.personId, personId), eq(drafts.threadId, threadId)));
  return { threadId, savedAt: ctx.now.toISOString() };
}
