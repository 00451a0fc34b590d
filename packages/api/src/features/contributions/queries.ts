import { contributionRevisions, contributions } from '@concord/db/schema/consultation';
import { people } from '@concord/db/schema/people';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { opener } from '../../sealing/sealing.ts';
import { threadForWriting } from '../threads/load.ts';
import { markingViews } from '../threads/marking-views.ts';
import { readersAmong } from './addressees.ts';
import { contentOf, contributionAad, readContent } from './content.ts';
import { mentionedPeople, namesById } from './names.ts';
import { mentionsIn } from './rules.ts';
import type { contributionInput, previewInput } from './schemas.ts';

type ById = z.infer<typeof contributionInput>;

/** An entry's text as it was typed, for its author to edit and for others to quote. */
export async function contributionSource(ctx: SignedIn, { contributionId }: ById) {
  const entry = await readable(ctx, contributionId);
  const open = await opener(ctx, entry.threadId);
  const { source } = readContent(open(entry.sealed, contributionAad(entry.id, entry.revision)));
  return {
    contributionId: entry.id,
    threadId: entry.threadId,
    author: `${entry.given} ${entry.family}`,
    source,
    people: await mentionedPeople(ctx, source),
    revision: entry.revision,
    /** What binds whatever quotes or answers it. */
    marking: found((await markingViews(ctx, [entry.markingId]))[entry.markingId]),
  };
}

/** Everything an entry has said, the first wording first; the last one is what it says now. */
export async function contributionHistory(ctx: SignedIn, { contributionId }: ById) {
  const entry = await readable(ctx, contributionId);
  const open = await opener(ctx, entry.threadId);
  const earlier = await ctx.tx
    .select({
      revision: contributionRevisions.revision,
      sealed: contributionRevisions.sealed,
      writtenAt: contributionRevisions.writtenAt,
    })
    .from(contributionRevisions)
    .where(eq(contributionRevisions.contributionId, entry.id))
    .orderBy(asc(contributionRevisions.revision));
  const now = {
    revision: entry.revision,
    sealed: entry.sealed,
    writtenAt: entry.editedAt ?? entry.createdAt,
  };
  return {
    contributionId: entry.id,
    revisions: [...earlier, now].map((one) => ({
      revision: one.revision,
      at: one.writtenAt.toISOString(),
      html: readContent(open(one.sealed, contributionAad(entry.id, one.revision))).html,
    })),
  };
}

/** A text rendered as it would be shown; who may not read it is not named. */
export async function previewContribution(ctx: SignedIn, input: z.infer<typeof previewInput>) {
  const thread = await threadForWriting(ctx, input.threadId);
  const mentioned = mentionsIn(input.text).slice(0, 50);
  const readers = await readersAmong(ctx, thread.id, mentioned, thread.marking);
  const names = await namesById(ctx, [...readers]);
  return { html: contentOf(input.text, { id: 'preview', language: ctx.actor.locale, names }).html };
}

/** Whether the entry that a repeated command answers with may still be read. */
export async function mayReread(ctx: SignedIn, result: unknown): Promise<boolean> {
  const { contributionId } = result as { contributionId: string };
  const rows = await ctx.tx
    .select({ id: contributions.id })
    .from(contributions)
    .where(eq(contributions.id, contributionId));
  return rows.length > 0;
}

async function readable(ctx: SignedIn, contributionId: string) {
  const [row] = await ctx.tx
    .select({
      id: contributions.id,
      threadId: contributions.threadId,
      markingId: contributions.markingId,
      sealed: contributions.sealed,
      revision: contributions.revision,
      createdAt: contributions.createdAt,
      editedAt: contributions.editedAt,
      given: people.givenName,
      family: people.familyName,
    })
    .from(contributions)
    .innerJoin(people, eq(people.id, contributions.authorId))
    .where(and(eq(contributions.id, contributionId), isNull(contributions.removedAt)));
  return found(row);
}
