import { threads } from '@concord/db/schema/consultation';
import { decisionNumbers, decisions } from '@concord/db/schema/decisions';
import { texts, textVersions } from '@concord/db/schema/texts';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { LoadedItem } from './load.ts';

const MOST = 200;

const presentIds = (ids: readonly (string | null)[]) => ids.flatMap((id) => id ?? []);

/** The threads and texts that items link to, as far as the person may read them, and what was decided on those texts. */
export async function linkedOf(ctx: SignedIn, items: readonly LoadedItem[]) {
  const threadIds = presentIds(items.map((item) => item.threadId));
  const textIds = presentIds(items.map((item) => item.textId));
  const linkedThreads = threadIds.length === 0 ? [] : await threadsAmong(ctx, threadIds);
  const linkedTexts = textIds.length === 0 ? [] : await textsAmong(ctx, textIds);
  const decided = textIds.length === 0 ? [] : await decisionsAmong(ctx, textIds);
  return {
    threads: new Map(linkedThreads.map((thread) => [thread.id, thread])),
    texts: new Map(
      linkedTexts.map(({ versionId, number, ...text }) => {
        const decision = decided.find(({ versionId: of }) => of === versionId);
        const version = versionId && number ? { id: versionId, number } : null;
        return [text.id, { ...text, version, decision: decision ? { id: decision.id } : null }];
      }),
    ),
  };
}

function threadsAmong(ctx: SignedIn, ids: string[]) {
  return ctx.tx
    .select({ id: threads.id, title: threads.title, markingId: threads.markingId })
    .from(threads)
    .where(inArray(threads.id, ids));
}

/** Each with its newest version. */
function textsAmong(ctx: SignedIn, ids: string[]) {
  return ctx.tx
    .selectDistinctOn([texts.id], {
      id: texts.id,
      title: texts.title,
      markingId: texts.markingId,
      versionId: textVersions.id,
      number: textVersions.number,
    })
    .from(texts)
    .leftJoin(textVersions, eq(textVersions.textId, texts.id))
    .where(inArray(texts.id, ids))
    .orderBy(texts.id, desc(textVersions.number));
}

function decisionsAmong(ctx: SignedIn, textIds: string[]) {
  return ctx.tx
    .select({ id: decisions.id, versionId: decisions.versionId })
    .from(decisions)
    .innerJoin(decisionNumbers, eq(decisionNumbers.id, decisions.id))
    .where(inArray(decisions.textId, textIds));
}

/** The open threads and the texts of a body that an item can link to, the newest first. */
export async function linkable(ctx: SignedIn, bodyId: string) {
  return {
    threads: await ctx.tx
      .select({ id: threads.id, title: threads.title })
      .from(threads)
      .where(and(eq(threads.bodyId, bodyId), isNull(threads.closedAt)))
      .orderBy(desc(threads.id))
      .limit(MOST),
    texts: await ctx.tx
      .select({ id: texts.id, title: texts.title })
      .from(texts)
      .where(eq(texts.bodyId, bodyId))
      .orderBy(desc(texts.id))
      .limit(MOST),
  };
}
