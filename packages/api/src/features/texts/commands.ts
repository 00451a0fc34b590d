import { newId } from '@concord/db/ids';
import { texts } from '@concord/db/schema/texts';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { authorize } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { laysTexts } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { visibleBody } from '../bodies/queries.ts';
import { startThread } from '../threads/commands.ts';
import { assertReadable, expandMarking } from '../threads/expand-marking.ts';
import type { createTextInput } from './inputs.ts';

/** Lays a text before a body, marked, with a thread beside it where one is wanted. */
export async function createText(ctx: SignedIn, input: z.infer<typeof createTextInput>) {
  const body = await visibleBody(ctx, input.bodyCode);
  authorize(laysTexts(ctx.actor, body.id));
  const marking = await expandMarking(ctx, input.marking);
  assertReadable(ctx, marking);
  const markingId = await internMarking(ctx, marking);
  const threadId = input.withThread ? await threadBeside(ctx, input) : null;
  const textId = newId();
  await ctx.tx.insert(texts).values({
    id: textId,
    bodyId: body.id,
    title: input.title.trim(),
    reference: input.reference.trim(),
    markingId,
    threadId,
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  });
  await record(ctx, {
    action: 'text.create',
    subject: 'text',
    subjectId: textId,
    markingId,
    ...(threadId && { threadId }),
    details: { body: body.code },
  });
  return { textId };
}

async function threadBeside(ctx: SignedIn, input: z.infer<typeof createTextInput>): Promise<string> {
  const { commandId, bodyCode, title, marking } = input;
  const { threadId } = await startThread(ctx, {
    commandId,
    bodyCode,
    title,
    marking,
    needToKnow: { kind: 'body' },
  });
  return threadId;
}
