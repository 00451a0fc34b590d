import { newId } from '@concord/db/ids';
import { notifications } from '@concord/db/schema/system';
import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { mailPeople } from '../../email/notices.ts';
import { fieldError } from '../../errors.ts';
import type { Marking } from '../../marking/rules.ts';
import { publish } from '../../realtime/outbox.ts';
import { audienceSet, list } from '../threads/audience.ts';
import { namesById } from './names.ts';
import { MOST_MENTIONS } from './rules.ts';

/** The names of the people a text mentions; refuses those who could not read it. */
export async function assertMentions(
  ctx: SignedIn,
  threadId: string,
  mentioned: readonly string[],
  marking: Marking,
): Promise<Map<string, string>> {
  if (mentioned.length === 0) return new Map();
  if (mentioned.length > MOST_MENTIONS)
    throw fieldError('text', 'contribution.mentionsMany', { max: MOST_MENTIONS });
  const names = await namesById(ctx, mentioned);
  const readers = await readersAmong(ctx, threadId, mentioned, marking);
  const others = mentioned.filter((id) => !readers.has(id));
  if (others.length > 0) {
    const known = others.flatMap((id) => names.get(id) ?? []);
    if (known.length === 0) throw fieldError('text', 'contribution.mentionUnknown');
    throw fieldError('text', 'contribution.mentionMayNotRead', { names: known.join(', ') });
  }
  return names;
}

/** Those of these people who may read what is so marked in the thread. */
export async function readersAmong(
  ctx: SignedIn,
  threadId: string,
  personIds: readonly string[],
  marking: Marking,
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await ctx.tx.execute<{ person_id: string }>(sql`
    select a.person_id from ${audienceSet({ threadId }, marking)} a
    where a.person_id = any(${list(personIds)}::uuid[])`);
  return new Set(rows.map((row) => row.person_id));
}

type Told = {
  contributionId: string;
  threadId: string;
  mentioned: readonly string[];
  repliedTo: string | null;
};

/** Tells those mentioned, the one replied to and those who follow the thread, each once and only if they may read it. */
export async function tellReaders(
  ctx: SignedIn,
  told: Told,
  marking: Marking,
  options = { followers: true },
): Promise<void> {
  const kinds = new Map<string, 'contribution' | 'reply' | 'mention'>();
  const followers = options.followers ? await followersOf(ctx, told.contributionId) : [];
  for (const personId of followers) kinds.set(personId, 'contribution');
  if (told.repliedTo) {
    const readers = await readersAmong(ctx, told.threadId, [told.repliedTo], marking);
    for (const personId of readers) kinds.set(personId, 'reply');
  }
  for (const personId of told.mentioned) kinds.set(personId, 'mention');
  kinds.delete(ctx.actor.personId);
  // Of what is play nobody is told outside the exercise, and nobody by mail.
  if (ctx.actor.exerciseId) return;
  await notify(ctx, told.contributionId, [...kinds]);
  const named = [...kinds].flatMap(([personId, kind]) => (kind === 'mention' ? personId : []));
  const path = `/consult/threads/${told.threadId}`;
  await mailPeople(ctx, named, { kind: 'mention', path, contributionId: told.contributionId });
}

async function followersOf(ctx: SignedIn, contributionId: string): Promise<string[]> {
  const rows = await ctx.tx.execute<{ person_id: string }>(
    sql`select f.person_id from concord.followers_of(${contributionId}::uuid) f`,
  );
  return rows.map((row) => row.person_id);
}

async function notify(
  ctx: SignedIn,
  contributionId: string,
  addressed: readonly (readonly [string, string])[],
) {
  if (addressed.length === 0) return;
  const rows = addressed.map(([personId, kind]) => ({
    id: newId(),
    personId,
    kind,
    contributionId,
    params: {},
    createdAt: ctx.now,
  }));
  await ctx.tx.insert(notifications).values(rows);
  for (const { personId } of rows) await publish(ctx, { topic: 'notifications', personId, payload: {} });
}
