import { contributions } from '@concord/db/schema/consultation';
import { markings } from '@concord/db/schema/markings';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { chairs, mayWriteIn } from '../../policies/threads.ts';
import { threadForReading } from '../threads/load.ts';
import { contributionRights } from './rules.ts';

/** An entry the person may read, locked against others who change it, with what the person may do with it. */
export async function lockEntry(ctx: SignedIn, contributionId: string) {
  const [row] = await ctx.tx
    .select({
      id: contributions.id,
      threadId: contributions.threadId,
      authorId: contributions.authorId,
      partyId: contributions.partyId,
      markingId: contributions.markingId,
      sealed: contributions.sealed,
      revision: contributions.revision,
      createdAt: contributions.createdAt,
      editedAt: contributions.editedAt,
      removedAt: contributions.removedAt,
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
    .where(eq(contributions.id, contributionId))
    .for('update', { of: contributions });
  const entry = found(row);
  const thread = await threadForReading(ctx, entry.threadId);
  const may = contributionRights(
    { authorId: entry.authorId, removed: entry.removedAt !== null },
    {
      personId: ctx.actor.personId,
      mayWrite: mayWriteIn(ctx.actor, thread),
      chairs: chairs(ctx.actor, thread),
    },
  );
  return { ...entry, thread, may };
}
