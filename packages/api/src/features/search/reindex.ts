import { sql } from 'drizzle-orm';
import { asWorker, type Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { openers } from '../../sealing/sealing.ts';
import type { Services } from '../../services.ts';
import { contributionAad, portionAad, readContent } from '../contributions/content.ts';
import { indexParts, indexText } from '../contributions/index-words.ts';
import { namesById } from '../contributions/names.ts';
import { mentionsIn } from '../contributions/rules.ts';
import { indexAgenda } from '../meetings/index-agenda.ts';

const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What a change of a level's index came to. */
export type Reindexed = { level: string; on: boolean; entries: number; parts: number; meetings: number };

/**
 * Lets the words of a level stand in the search index, or takes them out. Off, none is left when it answers; on, what lacks
 * is brought in batch by batch, so that it can be stopped and run again. Doing it to a level that is on brings in what lacks.
 */
export async function setSearchIndex(services: Services, code: string, on: boolean): Promise<Reindexed> {
  const rank = await asWorker(services, (ctx) => turn(ctx, code, on));
  const done = { level: code, on, entries: 0, parts: 0, meetings: 0 };
  if (!on) return done;
  done.entries = await inBatches(services, rank, indexEntries);
  done.parts = await inBatches(services, rank, indexPortions);
  done.meetings = await inBatches(services, rank, indexMeetings);
  return done;
}

async function turn(ctx: Context, code: string, on: boolean): Promise<number> {
  const [level] = await ctx.tx.execute<{ rank: number; search_index: boolean }>(
    sql`select rank, search_index from level where code = ${code} for update`,
  );
  if (!level) throw new AppError('NOT_FOUND', 'notFound');
  await ctx.tx.execute(sql`update level set search_index = ${on} where rank = ${level.rank}`);
  if (!on) await forget(ctx, level.rank);
  if (level.search_index !== on)
    await record(ctx, {
      action: on ? 'search.index.on' : 'search.index.off',
      subject: 'setting',
      details: { level: code },
    });
  return level.rank;
}

/** Takes out every word of what is marked so: entries, parts, meetings and items. */
async function forget(ctx: Context, rank: number): Promise<void> {
  await ctx.tx.execute(sql`delete from search_entry s using contribution c join marking m on m.id = c.marking_id
    where c.id = s.contribution_id and m.level = ${rank}`);
  await ctx.tx.execute(sql`delete from search_part s using contribution_portion p join marking pm on pm.id = p.marking_id
    join contribution c on c.id = p.contribution_id join marking cm on cm.id = c.marking_id
    where p.id = s.portion_id and ${rank} in (pm.level, cm.level)`);
  await ctx.tx.execute(sql`delete from search_agenda s using meeting t join marking k on k.id = t.marking_id
    where t.id = s.meeting_id and s.item_id is null and k.level = ${rank}`);
  await ctx.tx.execute(sql`delete from search_agenda s using meeting_item i join marking k on k.id = i.marking_id
    where i.id = s.item_id and k.level = ${rank}`);
}

type Step = (ctx: Context, rank: number, after: string) => Promise<string[]>;

/** Runs a step until nothing is left after what it looked at; how many it looked at in all. */
async function inBatches(services: Services, rank: number, step: Step): Promise<number> {
  let count = 0;
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const from: string = after;
    const ids = await asWorker(services, (ctx) => step(ctx, rank, from));
    count += ids.length;
    after = ids.length < BATCH ? undefined : ids.at(-1);
  }
  return count;
}

type EntryRow = {
  id: string;
  thread: string;
  marking: string;
  party: string;
  at: string;
  sealed: Buffer;
  revision: number;
};

async function indexEntries(ctx: Context, rank: number, after: string): Promise<string[]> {
  const rows = await ctx.tx.execute<EntryRow>(sql`
    select c.id, c.thread_id as thread, c.marking_id as marking, c.party_id as party, c.created_at::text as at, c.sealed, c.revision
    from contribution c join marking m on m.id = c.marking_id
    where c.id > ${after}::uuid and m.level = ${rank} and c.removed_at is null
      and not exists (select from search_entry s where s.contribution_id = c.id)
    order by c.id limit ${BATCH}`);
  const open = await openers(ctx, [...new Set(rows.map(({ thread }) => thread))]);
  const texts = rows.map((row) => {
    const { source } = readContent(
      open.get(row.thread)?.(row.sealed, contributionAad(row.id, row.revision)) ?? '{}',
    );
    return { row, source: source ?? '' };
  });
  const names = await namesById(
    ctx,
    texts.flatMap(({ source }) => mentionsIn(source)),
  );
  const all = texts.map(({ row: { id, thread, marking, party, at }, source }) => ({
    ...{ id, thread, marking, party, at },
    content: indexText(source, names),
  }));
  await ctx.tx.execute(sql`
    select concord.index_words(r.id, r.thread, r.marking, r.party, r.at, r.content)
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
      as r (id uuid, thread uuid, marking uuid, party uuid, at timestamptz, content text)`);
  return rows.map(({ id }) => id);
}

/** Parts that stand in their entries now: one that a later wording left out stays out. */
async function indexPortions(ctx: Context, rank: number, after: string): Promise<string[]> {
  const rows = await ctx.tx.execute<{
    id: string;
    thread: string;
    sealed: Buffer;
    entry: string;
    whole: Buffer;
    revision: number;
  }>(sql`
    select p.id, c.thread_id as thread, p.sealed, c.id as entry, c.sealed as whole, c.revision
    from contribution_portion p join contribution c on c.id = p.contribution_id join marking m on m.id = p.marking_id
    where p.id > ${after}::uuid and m.level = ${rank} and c.removed_at is null
    order by p.id limit ${BATCH}`);
  const open = await openers(ctx, [...new Set(rows.map(({ thread }) => thread))]);
  const standing = rows.flatMap(({ id, thread, sealed, entry, whole, revision }) => {
    const opened = open.get(thread);
    if (!opened) return [];
    const { layout } = readContent(opened(whole, contributionAad(entry, revision)));
    if (!layout?.some(({ portion }) => portion === id)) return [];
    const { source } = JSON.parse(opened(sealed, portionAad(id))) as { source: string };
    return [{ id, source }];
  });
  const names = await namesById(
    ctx,
    standing.flatMap(({ source }) => mentionsIn(source)),
  );
  await indexParts(ctx, standing, names);
  return rows.map(({ id }) => id);
}

async function indexMeetings(ctx: Context, rank: number, after: string): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select t.id from meeting t where t.id > ${after}::uuid
      and (exists (select from marking m where m.id = t.marking_id and m.level = ${rank})
        or exists (select from meeting_item i join marking m on m.id = i.marking_id where i.meeting_id = t.id and m.level = ${rank}))
    order by t.id limit ${BATCH}`);
  for (const { id } of rows) await indexAgenda(ctx, id);
  return rows.map(({ id }) => id);
}
