import { contributions } from '@concord/db/schema/consultation';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { combine } from '../../marking/rules.ts';
import { opener } from '../../sealing/sealing.ts';
import { contentOf, contributionAad, readContent } from '../contributions/content.ts';
import { namesById } from '../contributions/names.ts';
import { type Part, partsOf, readPortions } from '../contributions/portion-reading.ts';
import { joined } from '../contributions/portions.ts';
import { mentionsIn, quotesIn } from '../contributions/rules.ts';
import { markingsById } from '../threads/expand-marking.ts';
import { threadHead } from '../threads/head.ts';
import { threadForReading } from '../threads/load.ts';
import { allRows, type PageRow } from '../threads/page-rows.ts';
import type { threadInput } from '../threads/schemas.ts';
import { attributed } from './attribution.ts';
import { paperMarkings } from './labelling.ts';
import { paperWords } from './words.ts';

/** Entries of one thread that go out together. */
export const MOST_ENTRIES = 2_000;

/**
 * A thread as it leaves the portal: what the reader may read of it, each entry with its marking, and the marking of
 * all of it computed over that alone. Formal statements say whose they are; personal remarks do not.
 */
export async function threadOnPaper(ctx: SignedIn, { threadId }: z.infer<typeof threadInput>) {
  const thread = await threadForReading(ctx, threadId);
  const head = await threadHead(ctx, threadId);
  const rows = await allRows(ctx, threadId, MOST_ENTRIES + 1);
  const kept = rows.slice(0, MOST_ENTRIES);
  const opened = await openedEntries(ctx, threadId, kept);
  const apart = opened.flatMap(({ parts }) => partIds(parts));
  const known = await markingsById(ctx, [thread.markingId, ...kept.map((row) => row.markingId), ...apart]);
  const onPaper = await paperMarkings(ctx);
  const banner = combine([...known.values()], thread.marking.originator);
  return {
    id: thread.id,
    title: thread.title,
    body: { code: head.bodyCode, name: head.bodyName },
    startedAt: head.createdAt.toISOString(),
    takenOutAt: ctx.now.toISOString(),
    /** Of the title, which stands for the thread. */
    marking: onPaper(thread.marking),
    banner: onPaper(found(banner)),
    more: rows.length > MOST_ENTRIES,
    entries: await entriesOf(ctx, kept, opened, (ids, since) => {
      const own = ids.map((id) => found(known.get(id)));
      return onPaper(found(combine(own, found(own[0]).originator)), since);
    }),
  };
}

export type ThreadOnPaper = Awaited<ReturnType<typeof threadOnPaper>>;
export type EntryOnPaper = ThreadOnPaper['entries'][number];

/** The same for a page that is printed: words as they are shown, and no sources or labels. */
export async function printedThread(ctx: SignedIn, input: z.infer<typeof threadInput>) {
  const { marking, banner, entries, ...thread } = await threadOnPaper(ctx, input);
  return {
    ...thread,
    most: MOST_ENTRIES,
    marking: marking.words,
    banner: { level: banner.level, release: banner.release },
    entries: entries.map(({ source: _, whole: __, parts: ___, marking: own, ...entry }) => ({
      ...entry,
      marking: own.words,
    })),
  };
}

/** The marking of several things together. */
type Marked = (ids: readonly string[], since: Date) => ReturnType<Awaited<ReturnType<typeof paperMarkings>>>;

type Opened = { source: string; html: string; parts: Part[] | null };

/** What entries say to the reader, with their stretches where some are marked apart. */
async function openedEntries(ctx: SignedIn, threadId: string, rows: readonly PageRow[]): Promise<Opened[]> {
  if (rows.length === 0) return [];
  const open = await opener(ctx, threadId);
  const contents = rows.map((row) => readContent(open(row.sealed, contributionAad(row.id, row.revision))));
  const portions = await readPortions(ctx, contents, open);
  const opened: Opened[] = [];
  for (const [index, content] of contents.entries()) {
    const shown = { id: rows[index]?.id ?? '', locale: ctx.locale };
    const { source, html } = content;
    opened.push({ source, html, parts: await partsOf(ctx, content, portions, shown) });
  }
  return opened;
}

/** A text on paper: each part between its marking and the end of it, both in words. */
function onePiece({ source, parts }: Opened, words: (markingId: string) => string, end: string): string {
  if (!parts) return source;
  return joined(
    parts.map((part) =>
      part.portion ? `**[${words(part.portion.markingId)}]**\n\n${part.source}\n\n**[${end}]**` : part.source,
    ),
  );
}

async function entriesOf(ctx: SignedIn, rows: readonly PageRow[], entries: Opened[], marked: Marked) {
  if (rows.length === 0) return [];
  const { partEnds } = paperWords[ctx.locale];
  const opened = entries.map((entry) => ({
    ...entry,
    source: onePiece(entry, (id) => marked([id], ctx.now).words, partEnds),
  }));
  const about = {
    names: await namesById(ctx, [...new Set(opened.flatMap(({ source }) => mentionsIn(source)))]),
    personal: await personalAmong(
      ctx,
      opened.flatMap(({ source }) => quotesIn(source)),
    ),
    remark: paperWords[ctx.locale].personal,
  };
  return rows.map((row, index) => {
    const { source = '', html = '', parts = null } = opened[index] ?? {};
    const clear = attributed(source, about);
    const renamed = quotesIn(source).some((id) => about.personal.has(id));
    return {
      id: row.id,
      kind: row.kind,
      at: row.createdAt.toISOString(),
      by: row.kind === 'personal' ? null : byline(ctx, row),
      marking: marked([row.markingId], row.createdAt),
      /** Of all that is read of it, its parts counted in. */
      whole: marked([row.markingId, ...partIds(parts)], row.createdAt),
      parts: (parts ?? []).map((part) => ({
        marking: marked([part.portion?.markingId ?? row.markingId], row.createdAt),
        source: attributed(part.source, about),
      })),
      source: clear,
      html: renamed || parts ? contentOf(clear, { id: row.id, language: ctx.locale }).html : html,
      files: (row.files ?? []).map(({ name, size }) => ({ name, size })),
    };
  });
}

const partIds = (parts: readonly Part[] | null) =>
  (parts ?? []).flatMap(({ portion }) => portion?.markingId ?? []);

/** Those of the quoted entries that are personal remarks. */
async function personalAmong(ctx: SignedIn, quoted: readonly string[]): Promise<Set<string>> {
  if (quoted.length === 0) return new Set();
  const rows = await ctx.tx
    .select({ id: contributions.id })
    .from(contributions)
    .where(and(inArray(contributions.id, [...new Set(quoted)]), eq(contributions.kind, 'personal')));
  return new Set(rows.map(({ id }) => id));
}

const byline = (ctx: SignedIn, row: PageRow) => ({
  name: `${row.given} ${row.family}`,
  party: { code: row.partyCode, name: ctx.locale === 'fr' ? row.partyFr : row.partyEn },
});
