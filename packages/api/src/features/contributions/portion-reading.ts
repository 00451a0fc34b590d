import { contributionPortions } from '@concord/db/schema/consultation';
import { inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { type Content, contentOf, type Piece, portionAad } from './content.ts';
import { namesById } from './names.ts';
import { joined } from './portions.ts';
import { mentionsIn } from './rules.ts';

/** A part of an entry as its reader has it. */
export type Portion = { id: string; markingId: string; source: string; html: string; writtenAt: Date };

type Open = (sealed: Buffer, aad: string) => string;

/** The ids of the parts that stand in contents. */
export const portionIdsIn = (contents: readonly Content[]): string[] =>
  contents.flatMap(({ layout }) => (layout ?? []).flatMap(({ portion }) => portion ?? []));

/** Those of these parts that the person may read: the database leaves out the rest. */
export async function readPortions(
  ctx: Pick<SignedIn, 'tx'>,
  contents: readonly Content[],
  open: Open,
): Promise<Map<string, Portion>> {
  return portionsOf(ctx, contents, () => open);
}

/** The same for entries of several threads, each opened by its thread's key. */
export async function portionsOf(
  ctx: Pick<SignedIn, 'tx'>,
  contents: readonly Content[],
  openOf: (contributionId: string) => Open | undefined,
): Promise<Map<string, Portion>> {
  const ids = portionIdsIn(contents);
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.select().from(contributionPortions).where(inArray(contributionPortions.id, ids));
  return new Map(
    rows.flatMap(({ id, contributionId, markingId, writtenAt, sealed }): [string, Portion][] => {
      const words = openOf(contributionId)?.(sealed, portionAad(id));
      if (words === undefined) return [];
      const { source, html } = JSON.parse(words) as { source: string; html: string };
      return [[id, { id, markingId, writtenAt, source, html }]];
    }),
  );
}

/** A stretch of an entry as it is shown: the entry's own words, or a part with its marking. */
export type Part = { source: string; html: string; portion: { id: string; markingId: string } | null };

type Shown = { id: string; locale: 'en' | 'fr' };

/**
 * An entry in its stretches for a reader who may read some of its parts; null where there is none, and its words are
 * whole. What stands on both sides of a part that is left out is one stretch again, so that no seam tells of it.
 */
export async function partsOf(
  ctx: Pick<SignedIn, 'tx'>,
  content: Content,
  portions: ReadonlyMap<string, Portion>,
  shown: Shown,
): Promise<Part[] | null> {
  const readable = (content.layout ?? []).filter(
    ({ portion }) => portion === undefined || portions.has(portion),
  );
  if (!readable.some(({ portion }) => portion)) return null;
  const parts: Part[] = [];
  for (const run of runsOf(readable)) {
    const [first] = run;
    const part = first?.portion ? portions.get(first.portion) : undefined;
    if (part) {
      const { id, markingId, source, html } = part;
      parts.push({ source, html, portion: { id, markingId } });
    } else parts.push({ ...(await oneStretch(ctx, run, shown)), portion: null });
  }
  return parts;
}

/** Neighbouring words of the entry's own together, each part by itself. */
function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece.portion === undefined && last?.[0]?.portion === undefined && last) last.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

async function oneStretch(ctx: Pick<SignedIn, 'tx'>, run: readonly Piece[], { id, locale }: Shown) {
  const words = run.flatMap((piece) => (piece.portion === undefined ? piece : []));
  const [only] = words;
  if (only && words.length === 1) return { source: only.source, html: only.html };
  const source = joined(words.map((one) => one.source));
  const names = await namesById(ctx as SignedIn, mentionsIn(source));
  return { source, html: contentOf(source, { id, language: locale, names }).html };
}

/** When an entry was last changed, as far as this reader sees a difference. */
export function editedFor(
  row: { createdAt: Date; editedAt: Date | null },
  content: Content,
  portions: ReadonlyMap<string, Portion>,
): Date | null {
  const own = (content.layout ?? []).flatMap(({ portion }) => (portion && portions.get(portion)) || []);
  const later = own
    .map(({ writtenAt }) => writtenAt)
    .filter((at) => at.getTime() > row.createdAt.getTime() + 1_000);
  return [row.editedAt, ...later].reduce(
    (newest, at) => (at && (!newest || at > newest) ? at : newest),
    null,
  );
}
