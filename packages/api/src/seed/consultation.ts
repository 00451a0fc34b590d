import {
  contributionMentions,
  contributionQuotes,
  contributionRevisions,
  contributions,
  threadMembers,
  threadReadings,
  threads,
} from '@concord/db/schema/consultation';
import { threadEvents } from '@concord/db/schema/thread-history';
import { releasableParties, threads as threadSeeds } from '@concord/db/seed/data/threads';
import type { ContributionSeed, LevelCode, ReleasableSeed, ThreadSeed } from '@concord/db/seed/data/types';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { contentOf, contributionAad } from '../features/contributions/content.ts';
import { contributionPath, mentionsIn } from '../features/contributions/rules.ts';
import { eventAad } from '../features/threads/events.ts';
import { plainText } from '../markdown/plain-text.ts';
import { internMarking } from '../marking/intern.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const LEVELS: Record<LevelCode, number> = { U: 0, R: 1 };
const MINUTE_MS = 60_000;

type Placed = { seed: ContributionSeed; id: string; at: Date; place: number };

/** The consultations of the demo alliance, as their authors would have written them. */
export async function seedConsultation(ctx: Context, world: World): Promise<void> {
  for (const thread of threadSeeds) await seedThread(ctx, world, thread);
}

async function seedThread(ctx: Context, world: World, thread: ThreadSeed): Promise<void> {
  const start = world.morningDaysAgo(thread.startedDaysAgo);
  const threadId = seedId(`thread ${thread.key}`, start);
  const placed = thread.contributions.map((seed, index) => {
    const at = new Date(start.getTime() + seed.minutesAfterStart * MINUTE_MS);
    return { seed, at, place: index + 1, id: seedId(`contribution ${thread.key} ${index}`, at) };
  });
  const first = placed[0];
  if (!first) throw new Error(`The thread ${thread.key} is empty.`);
  const markingId = await markingOf(ctx, world, thread, first.seed);
  await ctx.tx.insert(threads).values({
    id: threadId,
    bodyId: world.body(thread.body),
    title: thread.title,
    markingId,
    needToKnow: thread.needToKnow === 'body' ? 'body' : 'named',
    createdBy: world.person(first.seed.author),
    createdAt: start,
    lastPlace: placed.length,
  });
  if (thread.needToKnow !== 'body') {
    await ctx.tx
      .insert(threadMembers)
      .values(thread.needToKnow.map((key) => ({ threadId, personId: world.person(key), validFrom: start })));
  }
  for (const one of placed) await seedContribution(ctx, world, { thread, threadId, markingId, placed, one });
  await seedHistory(ctx, world, thread, { threadId, start, last: placed.at(-1)?.at ?? start });
  await seedReadings(ctx, world, threadId, placed);
}

const DAY_MS = 86_400_000;

/** Who was named at the start, and the closing of a thread whose matter is settled. */
async function seedHistory(
  ctx: Context,
  world: World,
  thread: ThreadSeed,
  { threadId, start, last }: { threadId: string; start: Date; last: Date },
): Promise<void> {
  const opener = world.person(thread.contributions[0]?.author ?? '');
  if (thread.needToKnow !== 'body') {
    const named = { threadId, kind: 'named' as const, at: start, byId: opener, mayWrite: 1 };
    const rows = thread.needToKnow.map((key) => ({
      ...named,
      id: seedId(`named ${thread.key} ${key}`, start),
      personId: world.person(key),
    }));
    await ctx.tx.insert(threadEvents).values(rows);
  }
  if (!thread.closed) return;
  const at = new Date(last.getTime() + DAY_MS);
  const id = seedId(`closed ${thread.key}`, at);
  const sealed = await sealFor(ctx, threadId, thread.closed.reason, eventAad(id));
  await ctx.tx.update(threads).set({ closedAt: at }).where(eq(threads.id, threadId));
  await ctx.tx
    .insert(threadEvents)
    .values({ id, threadId, kind: 'closed', at, byId: world.person(thread.closed.by), sealed });
}

type Entry = { thread: ThreadSeed; threadId: string; markingId: string; placed: Placed[]; one: Placed };

async function seedContribution(ctx: Context, world: World, entry: Entry): Promise<void> {
  const { one, threadId, thread } = entry;
  const source = sourceOf(world, entry, one.seed.markdown);
  const revision = one.seed.edit ? 2 : 1;
  const { level, releasableTo } = one.seed;
  const own = { level: level ?? thread.level, releasableTo: releasableTo ?? thread.releasableTo };
  const markingId = level || releasableTo ? await markingOf(ctx, world, own, one.seed) : entry.markingId;
  await ctx.tx.insert(contributions).values({
    id: one.id,
    threadId,
    place: one.place,
    authorId: world.person(one.seed.author),
    partyId: world.actingParty(one.seed.author),
    markingId,
    replyTo: one.seed.quoteOf === undefined ? null : (entry.placed[one.seed.quoteOf]?.id ?? null),
    sealed: await sealText(ctx, world, entry, source, revision),
    revision,
    createdAt: one.at,
    editedAt: one.seed.edit ? new Date(one.at.getTime() + one.seed.edit.minutesAfterStart * MINUTE_MS) : null,
  });
  await seedAround(ctx, world, entry, { source, markingId });
}

/** What hangs on a contribution: its earlier wording, what it quotes and mentions, its words for search. */
async function seedAround(
  ctx: Context,
  world: World,
  entry: Entry,
  { source, markingId }: { source: string; markingId: string },
): Promise<void> {
  const { one, threadId, placed } = entry;
  if (one.seed.edit) {
    const earlier = sourceOf(world, entry, one.seed.edit.earlierMarkdown);
    const sealed = await sealText(ctx, world, entry, earlier, 1);
    const row = { contributionId: one.id, revision: 1, markingId, sealed, writtenAt: one.at };
    await ctx.tx.insert(contributionRevisions).values(row);
  }
  const quoted = one.seed.quoteOf === undefined ? undefined : placed[one.seed.quoteOf];
  if (quoted) await ctx.tx.insert(contributionQuotes).values({ contributionId: one.id, quotedId: quoted.id });
  const mentioned = mentionsIn(source).map((personId) => ({ contributionId: one.id, personId }));
  if (mentioned.length > 0) await ctx.tx.insert(contributionMentions).values(mentioned);
  const party = world.actingParty(one.seed.author);
  await ctx.tx.execute(
    sql`select concord.index_words(${one.id}, ${threadId}, ${markingId}, ${party}, ${one.at.toISOString()}::timestamptz, ${plainText(source)})
      where (select l.search_index from marking m join level l on l.rank = m.level where m.id = ${markingId})`,
  );
}

/** Everyone who wrote has read up to their last word; what came after waits for them. */
async function seedReadings(ctx: Context, world: World, threadId: string, placed: Placed[]): Promise<void> {
  const last = new Map(placed.map((one) => [one.seed.author, one.place]));
  await ctx.tx
    .insert(threadReadings)
    .values([...last].map(([key, lastPlace]) => ({ personId: world.person(key), threadId, lastPlace })));
}

async function sealText(ctx: Context, world: World, entry: Entry, source: string, revision: number) {
  const { one, threadId } = entry;
  const names = new Map(
    [...one.seed.markdown.matchAll(/@\[([a-z0-9-]+)\]/g)].map(([, key = '']) => {
      const { given, family } = world.personSeed(key);
      return [world.person(key), `${given} ${family}`] as const;
    }),
  );
  const content = contentOf(source, { id: one.id, language: one.seed.language, names });
  return sealFor(ctx, threadId, JSON.stringify(content), contributionAad(one.id, revision));
}

/** The Markdown with people's keys as ids, and the way back to what it quotes. */
function sourceOf(world: World, { one, placed, threadId }: Entry, markdown: string): string {
  const named = markdown.replace(/@\[([a-z0-9-]+)\]/g, (_, key: string) => `@[${world.person(key)}]`);
  const quoted = one.seed.quoteOf === undefined ? undefined : placed[one.seed.quoteOf];
  if (!quoted || !/^> /m.test(named)) return named;
  const author = world.personSeed(quoted.seed.author);
  const link = `[${author.given} ${author.family}](${contributionPath(threadId, quoted.id)}):\n\n`;
  return named.replace(/^> /m, `${link}> `);
}

function markingOf(
  ctx: Context,
  world: World,
  marked: { level?: LevelCode; releasableTo?: ReleasableSeed },
  by: ContributionSeed,
): Promise<string> {
  return internMarking(ctx, {
    level: LEVELS[marked.level ?? 'U'],
    releasableTo: releasableParties(marked.releasableTo ?? 'ALLIES').map(world.party),
    onlyFor: [],
    caveats: [],
    originator: world.actingParty(by.author),
  });
}
