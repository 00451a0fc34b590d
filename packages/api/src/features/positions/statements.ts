import { newId } from '@concord/db/ids';
import { statements } from '@concord/db/schema/decisions';
import { textVersions } from '@concord/db/schema/texts';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { instantNow } from '../texts/authority.ts';
import type { LoadedText } from '../texts/load.ts';
import { besideAad } from '../texts/seals.ts';
import { assertNewest, textForActing } from './load.ts';
import { assertEmpowered } from './reservations.ts';
import type { makeStatementInput } from './schemas.ts';
import { besideMarking, tellSaid } from './write.ts';

/** What nations have said for the record on a text and not withdrawn, as far as the person may read it. */
export async function statementRows(ctx: SignedIn, textId: string) {
  return ctx.tx
    .select({
      id: statements.id,
      number: textVersions.number,
      partyId: statements.partyId,
      kind: statements.kind,
      sealed: statements.sealed,
      markingId: statements.markingId,
      madeBy: statements.madeBy,
      madeAt: statements.madeAt,
    })
    .from(statements)
    .innerJoin(textVersions, eq(textVersions.id, statements.versionId))
    .where(and(eq(statements.textId, textId), isNull(statements.withdrawnAt)))
    .orderBy(statements.id);
}

export type StatementRow = Awaited<ReturnType<typeof statementRows>>[number];

/** Says something for the record on the newest version, in the nation's name. */
export async function makeStatement(
  ctx: SignedIn,
  input: Omit<z.output<typeof makeStatementInput>, 'commandId'>,
) {
  const { text, rights } = await textForActing(ctx, input.textId);
  assertEmpowered(rights);
  await assertNewest(ctx, text.id, input.versionId);
  const markingId = await besideMarking(ctx, text, input.marking);
  const id = newId();
  await ctx.tx.insert(statements).values({
    id,
    textId: text.id,
    versionId: input.versionId,
    partyId: ctx.actor.partyId,
    kind: input.kind,
    sealed: await sealFor(ctx, text.id, input.words, besideAad('statement', id)),
    markingId,
    madeBy: ctx.actor.personId,
    madeAt: await instantNow(ctx),
  });
  await recordStatement(ctx, text, 'make', { id, markingId });
  return { statementId: id };
}

/** Withdraws a statement of the person's nation. */
export async function withdrawStatement(ctx: SignedIn, input: { statementId: string }) {
  const own = and(eq(statements.id, input.statementId), eq(statements.partyId, ctx.actor.partyId));
  const [before] = await ctx.tx.select({ textId: statements.textId }).from(statements).where(own);
  const { text, rights } = await textForActing(ctx, found(before).textId);
  assertEmpowered(rights);
  const [done] = await ctx.tx
    .update(statements)
    .set({ withdrawnAt: await instantNow(ctx) })
    .where(and(own, isNull(statements.withdrawnAt)))
    .returning({ markingId: statements.markingId });
  if (!done) throw new AppError('CONFLICT', 'position.statementGone');
  await recordStatement(ctx, text, 'withdraw', { id: input.statementId, markingId: done.markingId });
  return { statementId: input.statementId };
}

async function recordStatement(
  ctx: SignedIn,
  text: LoadedText,
  done: 'make' | 'withdraw',
  { id, markingId }: { id: string; markingId: string },
): Promise<void> {
  await record(ctx, {
    action: `statement.${done}`,
    subject: 'statement',
    subjectId: id,
    threadId: text.threadId ?? undefined,
    markingId,
    details: { textId: text.id },
  });
  await tellSaid(ctx, text, [markingId]);
}
