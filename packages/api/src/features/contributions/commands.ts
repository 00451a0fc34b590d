import { newId } from '@concord/db/ids';
import { kept } from '@concord/db/kept';
import {
  contributionMentions,
  contributionPortions,
  contributionQuotes,
  contributions,
  drafts,
  threadReadings,
  threads,
} from '@concord/db/schema/consultation';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { isDelegated } from '../../policies/texts.ts';
import { answers } from '../../policies/threads.ts';
import { publish } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { attachFiles } from '../../storage/store.ts';
import { assertReadable, expandMarking } from '../threads/expand-marking.ts';
import { type LoadedThread, threadForWriting } from '../threads/load.ts';
import { tellReaders } from './addressees.ts';
import { type Composed, composed, composeParts } from './composing.ts';
import { contributionAad } from './content.ts';
import { indexParts, indexWords } from './index-words.ts';
import { quotesIn } from './rules.ts';
import type { contributeInput } from './schemas.ts';
import {
  assertAttachable,
  assertNoWriteDown,
  assertQuotes,
  assertReply,
  readableSources,
} from './sources.ts';

type Input = z.infer<typeof contributeInput>;

/** Writes an entry into a thread: checked against all it draws on, sealed, placed, and told to those it concerns. */
export async function contribute(ctx: SignedIn, input: Input) {
  const thread = await threadForWriting(ctx, input.threadId);
  if (input.kind === 'statement') authorize(isDelegated(ctx.actor, thread.bodyId), 'contribution.statement');
  const marking = input.marking ? await expandMarking(ctx, input.marking) : thread.marking;
  assertReadable(ctx, marking);
  const quoted = [...new Set([...input.quotes, ...quotesIn(input.text)])];
  const sources = await readableSources(ctx, input.replyTo ? [...quoted, input.replyTo] : quoted);
  const reply = assertReply(input.replyTo, thread.id, sources);
  assertQuotes(quoted, sources);
  const drawn = [...input.quotes, ...(input.replyTo ? [input.replyTo] : [])];
  assertNoWriteDown(
    marking,
    thread.marking,
    drawn.flatMap((id) => sources.get(id) ?? []),
  );
  const at = { threadId: thread.id, thread: thread.marking, marking };
  const said = await composed(ctx, input.text, at, { sources });
  const { mentioned, names } = said;
  await assertAttachable(ctx, input.fileIds);
  const markingId = input.marking ? await internMarking(ctx, marking) : thread.markingId;
  const contributionId = newId();
  const place = { contributionId, threadId: thread.id, markingId };
  await write(ctx, thread, input, { id: contributionId, markingId, said });
  // None of these waits for another: they go out together.
  await Promise.all([
    attachFiles(ctx, input.fileIds, {
      ...{ container: 'thread', containerId: thread.id },
      ...{ contributionId, markingId },
    }),
    keepLinks(ctx, contributionId, quoted, mentioned),
    indexWords(ctx, { ...place, level: marking.level, source: said.base, names }),
    forgetDraft(ctx, thread.id),
    publish(ctx, { topic: `thread:${thread.id}`, contributionId, payload: { contributionId } }),
    askOn(ctx, thread, contributionId),
    tellReaders(ctx, { ...place, mentioned, repliedTo: reply?.authorId ?? null }, marking),
    record(ctx, {
      action: 'contribution.add',
      subject: 'contribution',
      subjectId: contributionId,
      threadId: thread.id,
      markingId,
      details: {
        kind: input.kind,
        files: input.fileIds.length,
        quotes: quoted.length,
        mentions: mentioned.length,
      },
    }),
  ]);
  return { contributionId };
}

/** Under a question of a course: whoever writes follows it, and a learner who asks on waits for an answer again. */
async function askOn(ctx: SignedIn, thread: LoadedThread, contributionId: string): Promise<void> {
  if (thread.courseId === null) return;
  const { personId } = ctx.actor;
  const own = { personId, threadId: thread.id, following: 'following' as const, updatedAt: ctx.now };
  await ctx.tx
    .insert(threadReadings)
    .values(own)
    .onConflictDoUpdate({
      target: [threadReadings.personId, threadReadings.threadId],
      set: { following: 'following' },
      setWhere: eq(threadReadings.following, 'normal'),
    });
  if (thread.answeredAt !== null && !answers(ctx.actor, thread.courseId))
    await ctx.tx.update(threads).set({ answeredAt: null, answeredBy: null }).where(eq(threads.id, thread.id));
  await publish(ctx, { topic: `questions:${thread.courseId}`, contributionId, payload: { contributionId } });
}

const draftGone = kept((tx) =>
  tx
    .delete(drafts)
    .where(
      and(eq(drafts.personId, sql.placeholder('person')), eq(drafts.threadId, sql.placeholder('thread'))),
    ),
);

async function forgetDraft(ctx: SignedIn, threadId: string): Promise<void> {
  await draftGone(ctx.tx, { person: ctx.actor.personId, thread: threadId }, undefined);
}

/** Seals the text and gives it the next place, under the thread's row lock: readers miss nothing before it. */
async function write(
  ctx: SignedIn,
  thread: LoadedThread,
  input: Input,
  { id, markingId, said }: { id: string; markingId: string; said: Composed },
): Promise<void> {
  const { content, rows, words } = await composeParts(ctx, { id, threadId: thread.id }, said);
  const sealed = await sealFor(ctx, thread.id, JSON.stringify(content), contributionAad(id, 1));
  const written = await ctx.tx.execute(sql`
    with placed as (
      update ${threads} set last_place = last_place + 1
      where id = ${thread.id} and closed_at is null and marking_id = ${thread.markingId}
      returning last_place)
    insert into ${contributions}
      (id, thread_id, place, author_id, party_id, marking_id, reply_to, kind, sealed, created_at)
    select ${id}::uuid, ${thread.id}::uuid, last_place, ${ctx.actor.personId}::uuid, ${ctx.actor.partyId}::uuid,
      ${markingId}::uuid, ${input.replyTo ?? null}::uuid, ${input.kind}, ${sealed}::bytea, clock_timestamp()
    from placed returning id`);
  if (written.length === 0) throw new AppError('CONFLICT', 'thread.changedMeanwhile');
  if (rows.length === 0) return;
  await ctx.tx.insert(contributionPortions).values(rows);
  await indexParts(ctx, words, said.names);
}

async function keepLinks(ctx: SignedIn, contributionId: string, quoted: string[], mentioned: string[]) {
  if (quoted.length > 0) {
    await ctx.tx.insert(contributionQuotes).values(quoted.map((quotedId) => ({ contributionId, quotedId })));
  }
  if (mentioned.length > 0) {
    await ctx.tx
      .insert(contributionMentions)
      .values(mentioned.map((personId) => ({ contributionId, personId })));
  }
}
