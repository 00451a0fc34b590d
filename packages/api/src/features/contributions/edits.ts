import {
  contributionMentions,
  contributionQuotes,
  contributionRevisions,
  contributions,
} from '@concord/db/schema/consultation';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { publish } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { assertMentions, tellReaders } from './addressees.ts';
import { contentOf, contributionAad } from './content.ts';
import { indexWords, unindexWords } from './index-words.ts';
import { lockEntry } from './lock-entry.ts';
import { mentionsIn, quotesIn } from './rules.ts';
import type { editInput, removeInput } from './schemas.ts';
import { assertNoWriteDown, assertQuotes, readableSources } from './sources.ts';

/** Gives one's own entry another wording; what it said before stays to be seen. */
export async function editContribution(ctx: SignedIn, input: z.infer<typeof editInput>) {
  const entry = await lockEntry(ctx, input.contributionId);
  authorize(entry.authorId === ctx.actor.personId);
  if (entry.removedAt !== null) throw new AppError('PRECONDITION_FAILED', 'contribution.removed');
  authorize(entry.may.edit);
  if (entry.revision !== input.revision) throw new AppError('CONFLICT', 'contribution.editedMeanwhile');
  const quotes = await newQuotes(ctx, entry, input.text);
  const before = await mentionedIn(ctx, entry.id);
  const mentioned = mentionsIn(input.text);
  const added = mentioned.filter((id) => !before.has(id));
  const names = await assertMentions(ctx, entry.threadId, mentioned, entry.marking);
  await rewrite(ctx, entry, input.text, names);
  if (quotes.length > 0) {
    await ctx.tx
      .insert(contributionQuotes)
      .values(quotes.map((quotedId) => ({ contributionId: entry.id, quotedId })));
  }
  await replaceMentions(ctx, entry.id, mentioned);
  await indexWords(ctx, { ...wordsOf(entry), source: input.text, names });
  await publish(ctx, {
    topic: `thread:${entry.threadId}`,
    contributionId: entry.id,
    payload: { contributionId: entry.id },
  });
  const told = { contributionId: entry.id, threadId: entry.threadId, mentioned: added, repliedTo: null };
  if (added.length > 0) await tellReaders(ctx, told, entry.marking, { followers: false });
  await recordOf(ctx, entry, 'contribution.edit', { revision: entry.revision + 1 });
  return { contributionId: entry.id, revision: entry.revision + 1 };
}

/** Takes an entry away: its author, or the chair. A line stays for those who could read it. */
export async function removeContribution(ctx: SignedIn, input: z.infer<typeof removeInput>) {
  const entry = await lockEntry(ctx, input.contributionId);
  if (entry.removedAt !== null) return { contributionId: entry.id };
  authorize(entry.may.remove);
  await ctx.tx
    .update(contributions)
    .set({ removedAt: ctx.now, removedBy: ctx.actor.personId })
    .where(eq(contributions.id, entry.id));
  await unindexWords(ctx, entry.id);
  await publish(ctx, {
    topic: `thread:${entry.threadId}`,
    contributionId: entry.id,
    payload: { contributionId: entry.id },
  });
  await recordOf(ctx, entry, 'contribution.remove', { own: entry.authorId === ctx.actor.personId });
  return { contributionId: entry.id };
}

type Entry = Awaited<ReturnType<typeof lockEntry>>;

/** What the new wording quotes that the old one did not; a stronger text cannot be quoted into a weaker entry. */
async function newQuotes(ctx: SignedIn, entry: Entry, text: string): Promise<string[]> {
  const kept = await ctx.tx
    .select({ id: contributionQuotes.quotedId })
    .from(contributionQuotes)
    .where(eq(contributionQuotes.contributionId, entry.id));
  const known = new Set(kept.map((row) => row.id));
  const added = quotesIn(text).filter((id) => !known.has(id));
  const sources = await readableSources(ctx, added);
  assertQuotes(added, sources);
  if (added.includes(entry.id)) throw fieldError('text', 'contribution.quotesItself');
  assertNoWriteDown(entry.marking, entry.thread.marking, sources.values());
  return added;
}

async function mentionedIn(ctx: SignedIn, contributionId: string): Promise<Set<string>> {
  const rows = await ctx.tx
    .select({ id: contributionMentions.personId })
    .from(contributionMentions)
    .where(eq(contributionMentions.contributionId, contributionId));
  return new Set(rows.map((row) => row.id));
}

async function rewrite(ctx: SignedIn, entry: Entry, text: string, names: Map<string, string>): Promise<void> {
  const revision = entry.revision + 1;
  const content = contentOf(text, { id: entry.id, language: ctx.actor.locale, names });
  const aad = contributionAad(entry.id, revision);
  const sealed = await sealFor(ctx, entry.threadId, JSON.stringify(content), aad);
  await ctx.tx.insert(contributionRevisions).values({
    contributionId: entry.id,
    revision: entry.revision,
    markingId: entry.markingId,
    sealed: entry.sealed,
    writtenAt: entry.editedAt ?? entry.createdAt,
  });
  await ctx.tx
    .update(contributions)
    .set({ sealed, revision, editedAt: ctx.now })
    .where(eq(contributions.id, entry.id));
}

async function replaceMentions(ctx: SignedIn, contributionId: string, mentioned: readonly string[]) {
  await ctx.tx.delete(contributionMentions).where(eq(contributionMentions.contributionId, contributionId));
  if (mentioned.length === 0) return;
  await ctx.tx
    .insert(contributionMentions)
    .values(mentioned.map((personId) => ({ contributionId, personId })));
}

const wordsOf = (entry: Entry) => ({
  contributionId: entry.id,
  threadId: entry.threadId,
  markingId: entry.markingId,
  level: entry.marking.level,
});

function recordOf(ctx: SignedIn, entry: Entry, action: string, details: Record<string, unknown>) {
  return record(ctx, {
    action,
    subject: 'contribution',
    subjectId: entry.id,
    threadId: entry.threadId,
    markingId: entry.markingId,
    details,
  });
}
