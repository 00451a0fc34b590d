import { kept } from '@concord/db/kept';
import { contributions } from '@concord/db/schema/consultation';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { files } from '@concord/db/schema/system';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

/** Contributions on one page of a thread. */
export const PAGE_SIZE = 50;

/** Where a page begins, by the id of a contribution. */
export type PageStart = { before?: string; after?: string; at?: string };

type FileView = { id: string; name: string; mediaType: string; size: number };

const attached = sql<FileView[] | null>`(
  select jsonb_agg(jsonb_build_object('id', ${files.id}, 'name', ${files.name}, 'mediaType', ${files.mediaType},
    'size', ${files.size}) order by ${files.id})
  from ${files} where ${files.contributionId} = ${contributions.id})`;

const shown = {
  id: contributions.id,
  place: contributions.place,
  authorId: contributions.authorId,
  given: people.givenName,
  family: people.familyName,
  partyId: contributions.partyId,
  partyCode: parties.code,
  partyEn: parties.nameEn,
  partyFr: parties.nameFr,
  markingId: contributions.markingId,
  sealed: contributions.sealed,
  revision: contributions.revision,
  createdAt: contributions.createdAt,
  editedAt: contributions.editedAt,
  removedAt: contributions.removedAt,
  replyTo: contributions.replyTo,
  kind: contributions.kind,
  files: attached,
};

const thread = sql.placeholder('thread');

/** The place of a contribution of this thread that the reader may read; null where there is none. */
const placeOfAnchor = sql`(
  select anchor.place from contribution anchor where anchor.id = ${sql.placeholder('anchor')} and anchor.thread_id = ${thread})`;

/** A few entries before the one asked for, so that it is read in its place. */
const LEAD = 5;

const around = sql`${contributions.id} in (
    (select c.id from contribution c where c.thread_id = ${thread} and c.place < ${placeOfAnchor}
      order by c.place desc limit ${LEAD + 1})
    union all
    (select c.id from contribution c where c.thread_id = ${thread} and c.place >= ${placeOfAnchor}
      order by c.place limit ${PAGE_SIZE - LEAD + 1}))`;

/** Which entries of a thread, in which order. */
const stretches = {
  newest: { condition: undefined, order: desc },
  before: { condition: sql`${contributions.place} < ${placeOfAnchor}`, order: desc },
  after: { condition: sql`${contributions.place} > ${placeOfAnchor}`, order: asc },
  around: { condition: around, order: asc },
  whole: { condition: isNull(contributions.removedAt), order: asc },
};

const stretch = kept((tx, which: keyof typeof stretches) => {
  const { condition, order } = stretches[which];
  return tx
    .select(shown)
    .from(contributions)
    .innerJoin(people, eq(people.id, contributions.authorId))
    .innerJoin(parties, eq(parties.id, contributions.partyId))
    .where(and(eq(contributions.threadId, thread), condition))
    .orderBy(order(contributions.place))
    .limit(sql.placeholder('most'));
});

/** The rows of one page, in order, and whether the reader may read more on either side. */
export async function pageRows(ctx: SignedIn, threadId: string, start: PageStart) {
  const values = { thread: threadId, most: PAGE_SIZE + 1 };
  if (start.at) return aroundRows(ctx, threadId, start.at);
  if (start.after) {
    const rows = await stretch(ctx.tx, { ...values, anchor: start.after }, 'after');
    return { rows: rows.slice(0, PAGE_SIZE), older: true, newer: rows.length > PAGE_SIZE };
  }
  const { before } = start;
  const rows = await (before
    ? stretch(ctx.tx, { ...values, anchor: before }, 'before')
    : stretch(ctx.tx, values, 'newest'));
  return {
    rows: rows.slice(0, PAGE_SIZE).reverse(),
    older: rows.length > PAGE_SIZE,
    newer: before !== undefined,
  };
}

/** The entries of a thread that the reader may read and nobody removed, from the first on; at most `most`. */
export function allRows(ctx: SignedIn, threadId: string, most: number) {
  return stretch(ctx.tx, { thread: threadId, most }, 'whole');
}

/** A few entries before the one asked for, then what follows. */
async function aroundRows(ctx: SignedIn, threadId: string, at: string) {
  const rows = await stretch(ctx.tx, { thread: threadId, anchor: at, most: PAGE_SIZE + 2 }, 'around');
  const index = Math.max(
    0,
    rows.findIndex((row) => row.id === at),
  );
  const older = index > LEAD;
  const newer = rows.length - index > PAGE_SIZE - LEAD;
  return { rows: rows.slice(older ? 1 : 0, newer ? -1 : undefined), older, newer };
}

/** The authors of what a page's entries reply to, by the entry's id: most stand on the page, the others are looked up. */
export async function repliedAuthors(ctx: SignedIn, rows: readonly PageRow[]): Promise<Map<string, string>> {
  const here = new Map(rows.map((row) => [row.id, row]));
  const elsewhere = rows.flatMap(({ replyTo }) => (replyTo !== null && !here.has(replyTo) ? replyTo : []));
  const others = elsewhere.length === 0 ? [] : await authorsOf(ctx, elsewhere);
  return new Map(
    [...rows, ...others]
      .filter((row) => row.removedAt === null)
      .map((row) => [row.id, `${row.given} ${row.family}`]),
  );
}

function authorsOf(ctx: SignedIn, ids: readonly string[]) {
  return ctx.tx
    .select({
      id: contributions.id,
      given: people.givenName,
      family: people.familyName,
      removedAt: contributions.removedAt,
    })
    .from(contributions)
    .innerJoin(people, eq(people.id, contributions.authorId))
    .where(sql`${contributions.id} = any(${`{${ids.join(',')}}`}::uuid[])`);
}

/** One row of a page. */
export type PageRow = Awaited<ReturnType<typeof stretch>>[number];
