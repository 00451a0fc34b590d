import { contributions } from '@concord/db/schema/consultation';
import { markings } from '@concord/db/schema/markings';
import { files } from '@concord/db/schema/system';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError } from '../../errors.ts';
import { dominates, type Marking } from '../../marking/rules.ts';

/** A contribution that another draws on, with the marking that binds what is drawn from it. */
export type Source = {
  id: string;
  threadId: string;
  authorId: string;
  removed: boolean;
  markingId: string;
  marking: Marking;
};

/** The contributions among these that the person may read. */
export async function readableSources(ctx: SignedIn, ids: readonly string[]): Promise<Map<string, Source>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .select({
      id: contributions.id,
      threadId: contributions.threadId,
      authorId: contributions.authorId,
      removedAt: contributions.removedAt,
      markingId: contributions.markingId,
      marking: {
        level: markings.level,
        releasableTo: markings.releasableTo,
        onlyFor: markings.onlyFor,
        caveats: markings.caveats,
        originator: markings.originator,
      },
    })
    .from(contributions)
    .innerJoin(markings, eq(markings.id, contributions.markingId))
    .where(inArray(contributions.id, [...new Set(ids)]));
  return new Map(rows.map(({ removedAt, ...row }) => [row.id, { ...row, removed: removedAt !== null }]));
}

/** What a reply answers: in this thread, readable, and not removed meanwhile. */
export function assertReply(replyTo: string | undefined, threadId: string, sources: Map<string, Source>) {
  if (replyTo === undefined) return null;
  const source = sources.get(replyTo);
  if (!source || source.threadId !== threadId) throw new AppError('NOT_FOUND', 'contribution.replyGone');
  if (source.removed) throw new AppError('PRECONDITION_FAILED', 'contribution.replyRemoved');
  return source;
}

/** What is quoted: readable, and not removed meanwhile. */
export function assertQuotes(quoted: readonly string[], sources: Map<string, Source>): void {
  const gone = quoted.some((id) => sources.get(id)?.removed !== false);
  if (gone) throw fieldError('text', 'contribution.quoteGone');
}

/** No write-down: the marking is at least as strong as that of everything drawn on. */
export function assertNoWriteDown(marking: Marking, thread: Marking, sources: Iterable<Source>): void {
  if (!dominates(marking, thread)) throw fieldError('marking', 'marking.widerThanThread');
  for (const source of sources) {
    if (!dominates(marking, source.marking)) throw fieldError('marking', 'marking.widerThanQuoted');
  }
}

/** Files the person uploaded and has not attached to anything yet. */
export async function assertAttachable(ctx: SignedIn, fileIds: readonly string[]) {
  if (fileIds.length === 0) return;
  const rows = await ctx.tx
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        inArray(files.id, [...fileIds]),
        eq(files.container, 'person'),
        eq(files.createdBy, ctx.actor.personId),
        isNull(files.contributionId),
      ),
    )
    .for('update');
  if (rows.length !== new Set(fileIds).size) throw fieldError('fileIds', 'contribution.fileGone');
}
