import {
  contributionMentions,
  contributionPortions,
  contributionQuotes,
  contributionRevisions,
  contributions,
} from '@concord/db/schema/consultation';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { combine, type Marking } from '../../marking/rules.ts';
import { publish, publishTo } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { audienceSet } from '../threads/audience.ts';
import { markingById } from '../threads/expand-marking.ts';
import { tellReaders } from './addressees.ts';
import { type Composed, composed, composeParts } from './composing.ts';
import { contributionAad, readContent } from './content.ts';
import { indexParts, indexWords, keepParts, unindexWords } from './index-words.ts';
import { lockEntry } from './lock-entry.ts';
import { readPortions } from './portion-reading.ts';
import { quotesIn } from './rules.ts';
import type { editInput, removeInput } from './schemas.ts';
import { readableSources } from './sources.ts';

/** Gives one's own entry another wording; what it said before stays to be seen. */
export async function editContribution(ctx: SignedIn, input: z.infer<typeof editInput>) {
  const entry = await lockEntry(ctx, input.contributionId);
  authorize(entry.authorId === ctx.actor.personId);
  if (entry.removedAt !== null) throw new AppError('PRECONDITION_FAILED', 'contribution.removed');
  authorize(entry.may.edit);
  if (entry.revision !== input.revision) throw new AppError('CONFLICT', 'contribution.editedMeanwhile');
  const said = await reworded(ctx, entry, input.text);
  const { quoted: quotes, mentioned, names } = said;
  const before = await mentionedIn(ctx, entry.id);
  const added = mentioned.filter((id) => !before.has(id));
  const changed = await rewrite(ctx, entry, said);
  if (quotes.length > 0) {
    await ctx.tx
      .insert(contributionQuotes)
      .values(quotes.map((quotedId) => ({ contributionId: entry.id, quotedId })));
  }
  await replaceMentions(ctx, entry.id, mentioned);
  await indexWords(ctx, { ...wordsOf(entry), source: said.base, names });
  await tellChange(ctx, entry, changed);
  const told = { contributionId: entry.id, threadId: entry.threadId, mentioned: added, repliedTo: null };
  if (added.length > 0) await tellReaders(ctx, told, entry.marking, { followers: false });
  const seen = changed.base ? entry : { ...entry, markingId: changed.parts[0] ?? entry.markingId };
  await recordOf(ctx, seen, 'contribution.edit', { revision: entry.revision + 1 });
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

/** The new wording, checked: what it quotes that the old one did not, and each part under its own marking. */
async function reworded(ctx: SignedIn, entry: Entry, text: string): Promise<Composed> {
  const kept = await ctx.tx
    .select({ id: contributionQuotes.quotedId })
    .from(contributionQuotes)
    .where(eq(contributionQuotes.contributionId, entry.id));
  const known = new Set(kept.map((row) => row.id));
  const added = quotesIn(text).filter((id) => !known.has(id));
  if (added.includes(entry.id)) throw fieldError('text', 'contribution.quotesItself');
  const sources = await readableSources(ctx, added);
  const at = { threadId: entry.threadId, thread: entry.thread.marking, marking: entry.marking };
  return composed(ctx, text, at, { sources, known });
}

async function mentionedIn(ctx: SignedIn, contributionId: string): Promise<Set<string>> {
  const rows = await ctx.tx
    .select({ id: contributionMentions.personId })
    .from(contributionMentions)
    .where(eq(contributionMentions.contributionId, contributionId));
  return new Set(rows.map((row) => row.id));
}

/** What a new wording changed: the words all readers of the entry have, and parts, by the markings of those. */
type Changed = { base: boolean; parts: string[] };

async function rewrite(ctx: SignedIn, entry: Entry, said: Composed): Promise<Changed> {
  const revision = entry.revision + 1;
  const open = await opener(ctx, entry.threadId);
  const old = readContent(open(entry.sealed, contributionAad(entry.id, entry.revision)));
  const portions = await readPortions(ctx, [old], open);
  const { content, rows, dropped, words, standing } = await composeParts(ctx, entry, said, {
    content: old,
    portions,
  });
  const sealed = await sealFor(
    ctx,
    entry.threadId,
    JSON.stringify(content),
    contributionAad(entry.id, revision),
  );
  const base = content.source !== old.source;
  const parts = [...new Set([...rows.map(({ markingId }) => markingId), ...dropped])];
  await ctx.tx.insert(contributionRevisions).values({
    contributionId: entry.id,
    revision: entry.revision,
    markingId: entry.markingId,
    sealed: entry.sealed,
    writtenAt: entry.editedAt ?? entry.createdAt,
  });
  await ctx.tx
    .update(contributions)
    // Whoever reads none of the parts that changed sees no change: neither a line that says so nor its instant.
    .set({ sealed, revision, ...((base || parts.length === 0) && { editedAt: ctx.now }) })
    .where(eq(contributions.id, entry.id));
  if (rows.length > 0) await ctx.tx.insert(contributionPortions).values(rows);
  if (rows.length + dropped.length > 0) await keepParts(ctx, entry.id, standing);
  await indexParts(ctx, words, said.names);
  if (rows.length > 0 && base) await holdBack(ctx, entry, rows);
  return { base: base || parts.length === 0, parts };
}

/** Words that moved into a part are held back in the earlier wordings too: those are read by whoever reads all its new parts. */
async function holdBack(ctx: SignedIn, entry: Entry, rows: readonly { markingId: string }[]): Promise<void> {
  const own = { ...entry.marking, releasableTo: [entry.partyId], onlyFor: [] };
  const markings: Marking[] = [entry.marking];
  for (const { markingId } of rows) markings.push(await markingById(ctx, markingId));
  const all = combine(markings, entry.marking.originator) ?? own;
  await ctx.tx
    .update(contributionRevisions)
    .set({ markingId: await internMarking(ctx, all) })
    .where(eq(contributionRevisions.contributionId, entry.id));
}

/** Whoever sees a difference hears of it: the entry's readers, or those of the parts alone. */
async function tellChange(ctx: SignedIn, entry: Entry, { base, parts }: Changed): Promise<void> {
  const topic = `thread:${entry.threadId}`;
  const payload = { contributionId: entry.id };
  if (base) return publish(ctx, { topic, contributionId: entry.id, payload });
  for (const markingId of parts) {
    const audience = audienceSet({ threadId: entry.threadId }, await markingById(ctx, markingId));
    const rows = await ctx.tx.execute<{ person_id: string }>(sql`select a.person_id from ${audience} a`);
    await publishTo(
      ctx,
      rows.map((row) => row.person_id),
      { topic, payload },
    );
  }
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
