import { newId } from '@concord/db/ids';
import { contributionPortions } from '@concord/db/schema/consultation';
import { inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { fieldError } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { dominates, type Marking } from '../../marking/rules.ts';
import { sealerFor } from '../../sealing/sealing.ts';
import { markingById } from '../threads/expand-marking.ts';
import { assertMentions } from './addressees.ts';
import { type Content, contentOf, type Piece, portionAad } from './content.ts';
import { type Marked, markedSegments } from './portion-markings.ts';
import type { Portion } from './portion-reading.ts';
import { joined, type Placed, portionsQuotedIn, withHidden } from './portions.ts';
import { mentionsIn, quotesIn } from './rules.ts';
import { assertNoWriteDown, assertQuotes, type Source } from './sources.ts';

/** A text that was typed, checked against all it draws on, each part under its own marking. */
export type Composed = {
  segments: Marked[];
  /** What is open to whoever reads the entry: this alone is indexed. */
  base: string;
  mentioned: string[];
  quoted: string[];
  names: Map<string, string>;
};

type Place = { threadId: string; thread: Marking; marking: Marking };
type Drawn = { sources: Map<string, Source>; known?: ReadonlySet<string> };

/**
 * Checks a text with its parts: who is mentioned in a part may read that part, and a part is marked no weaker than what
 * it quotes, as the entry is for the rest. What the entry quoted before (`known`) is not asked again.
 */
export async function composed(ctx: SignedIn, text: string, place: Place, drawn: Drawn): Promise<Composed> {
  const { threadId, thread, marking } = place;
  const segments = await markedSegments(ctx, text, marking);
  const quoted = quotesIn(text).filter((id) => !drawn.known?.has(id));
  assertQuotes(quoted, drawn.sources);
  const names = new Map<string, string>();
  for (const segment of byMarking(segments)) {
    const own = segment.marking ?? marking;
    const fresh = quotesIn(segment.text).filter((id) => !drawn.known?.has(id));
    assertNoWriteDown(
      own,
      thread,
      fresh.flatMap((id) => drawn.sources.get(id) ?? []),
    );
    await assertPartsQuoted(ctx, segment.text, own);
    for (const [id, name] of await assertMentions(ctx, threadId, mentionsIn(segment.text), own))
      names.set(id, name);
  }
  const base = joined(segments.filter((one) => !one.marking).map((one) => one.text));
  return { segments, base, mentioned: mentionsIn(text), quoted, names };
}

/** Without parts there is one stretch, the whole; with them each is looked at by itself. */
function byMarking(segments: readonly Marked[]): Pick<Marked, 'text' | 'marking'>[] {
  const base = { text: joined(segments.filter((one) => !one.marking).map((one) => one.text)), marking: null };
  return [base, ...segments.filter((one) => one.marking)];
}

/** A part of an entry is quoted only where it is marked no weaker, by whoever may read that part. */
async function assertPartsQuoted(ctx: SignedIn, text: string, marking: Marking): Promise<void> {
  const ids = portionsQuotedIn(text);
  if (ids.length === 0) return;
  const rows = await ctx.tx
    .select({ id: contributionPortions.id, markingId: contributionPortions.markingId })
    .from(contributionPortions)
    .where(inArray(contributionPortions.id, ids));
  if (rows.length !== ids.length) throw fieldError('text', 'contribution.quoteGone');
  for (const { markingId } of rows)
    if (!dominates(marking, await markingById(ctx, markingId)))
      throw fieldError('text', 'contribution.portion.quotedWider');
}

type Entry = { id: string; threadId: string };
type Before = { content: Content; portions: ReadonlyMap<string, Portion> };

/** What a wording came to: what is sealed of the entry, and the parts that are new. */
export type Written = {
  content: Content;
  rows: (typeof contributionPortions.$inferInsert)[];
  /** The markings of parts that are gone by it. */
  dropped: string[];
  /** What new parts say, for the index, and the parts that stand in it. */
  words: { id: string; source: string }[];
  standing: string[];
};

/**
 * What is sealed of an entry, and the rows of its new parts. A part that says what it said under the
 * same marking stays the same row, and parts the writer could not see stay where they stood.
 */
export async function composeParts(
  ctx: SignedIn,
  entry: Entry,
  { segments, base, names }: Composed,
  before?: Before,
): Promise<Written> {
  const options = { id: entry.id, language: ctx.actor.locale, names };
  const content = contentOf(base, options);
  const had = before?.content.layout ?? [];
  if (segments.every((one) => !one.marking) && had.length === 0)
    return { content, rows: [], dropped: [], words: [], standing: [] };
  const seal = await sealerFor(ctx, entry.threadId);
  const rows: Written['rows'] = [];
  const words: Written['words'] = [];
  const pieces: Placed[] = [];
  for (const [index, { text, marking }] of segments.entries()) {
    if (!marking) {
      pieces.push({ source: text });
      continue;
    }
    const markingId = await internMarking(ctx, marking);
    const kept = [...(before?.portions.values() ?? [])].find(
      (one) => one.markingId === markingId && one.source === text && !has(pieces, one.id),
    );
    const id = kept?.id ?? newId();
    pieces.push({ portion: id });
    if (kept) continue;
    const { html } = contentOf(text, { ...options, id: `${entry.id}-${index}` });
    const sealed = seal(JSON.stringify({ source: text, html }), portionAad(id));
    rows.push({ id, contributionId: entry.id, markingId, sealed, writtenAt: ctx.now });
    words.push({ id, source: text });
  }
  const hidden = new Set(
    had.flatMap(({ portion }) => (portion && !before?.portions.has(portion) ? portion : [])),
  );
  const dropped = [...(before?.portions.values() ?? [])].filter((one) => !has(pieces, one.id));
  const layout = withHidden(had, pieces, hidden).map((piece, index): Piece => {
    if (piece.portion !== undefined) return piece;
    const { html } = contentOf(piece.source, { ...options, id: `${entry.id}-w${index}` });
    return { source: piece.source, html };
  });
  return {
    content: { ...content, layout },
    rows,
    dropped: dropped.map(({ markingId }) => markingId),
    words,
    standing: layout.flatMap(({ portion }) => portion ?? []),
  };
}

const has = (pieces: readonly Placed[], id: string) => pieces.some(({ portion }) => portion === id);
