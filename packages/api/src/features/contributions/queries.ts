import { contributionRevisions, contributions } from '@concord/db/schema/consultation';
import { people } from '@concord/db/schema/people';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { opener } from '../../sealing/sealing.ts';
import { markingById } from '../threads/expand-marking.ts';
import { threadForWriting } from '../threads/load.ts';
import { markingViews } from '../threads/marking-views.ts';
import { readersAmong } from './addressees.ts';
import { contentOf, contributionAad, readContent } from './content.ts';
import { mentionedPeople, namesById } from './names.ts';
import { fenceCodes, fenceOf, markedSegments } from './portion-markings.ts';
import { editedFor, type Part, partsOf, readPortions } from './portion-reading.ts';
import { type Fence, fenced, joined } from './portions.ts';
import { mentionsIn } from './rules.ts';
import type { contributionInput, previewInput } from './schemas.ts';

type ById = z.infer<typeof contributionInput>;

/** An entry's text as it was typed, for its author to edit and for others to quote. */
export async function contributionSource(ctx: SignedIn, { contributionId }: ById) {
  const entry = await readable(ctx, contributionId);
  const open = await opener(ctx, entry.threadId);
  const content = readContent(open(entry.sealed, contributionAad(entry.id, entry.revision)));
  const portions = await readPortions(ctx, [content], open);
  const shown = { id: entry.id, locale: ctx.locale };
  const parts = await withSigns(ctx, await partsOf(ctx, content, portions, shown));
  const source = parts ? joined(parts.map(typedPart)) : content.source;
  return {
    contributionId: entry.id,
    threadId: entry.threadId,
    author: `${entry.given} ${entry.family}`,
    source,
    /** Its stretches where some are marked apart: each is quoted under its own sign. */
    parts:
      parts?.map(({ source: text, portion, fence }) => ({ text, id: portion?.id ?? null, fence })) ?? null,
    people: await mentionedPeople(ctx, source),
    /** Its author's alone: it counts changes that others may not see. */
    revision: entry.authorId === ctx.actor.personId ? entry.revision : 1,
    /** What binds whatever quotes or answers it. */
    marking: found((await markingViews(ctx, [entry.markingId]))[entry.markingId]),
  };
}

type Signed = Part & { fence: Fence | null };

/** Each part with the sign that says its marking. */
async function withSigns(ctx: SignedIn, parts: Part[] | null): Promise<Signed[] | null> {
  if (!parts) return null;
  const codes = await fenceCodes(ctx);
  const signed: Signed[] = [];
  for (const part of parts) {
    const marking = part.portion && (await markingById(ctx, part.portion.markingId));
    signed.push({ ...part, fence: marking && fenceOf(codes, marking) });
  }
  return signed;
}

const typedPart = ({ source, fence }: Signed) => (fence ? fenced(source, fence) : source);

/**
 * Everything an entry has said to this reader, the first wording first; the last one is what it says now. A change of
 * parts they may not read is no wording of theirs.
 */
export async function contributionHistory(ctx: SignedIn, { contributionId }: ById) {
  const entry = await readable(ctx, contributionId);
  const open = await opener(ctx, entry.threadId);
  const earlier = await ctx.tx
    .select({
      revision: contributionRevisions.revision,
      sealed: contributionRevisions.sealed,
      writtenAt: contributionRevisions.writtenAt,
    })
    .from(contributionRevisions)
    .where(eq(contributionRevisions.contributionId, entry.id))
    .orderBy(asc(contributionRevisions.revision));
  const now = {
    revision: entry.revision,
    sealed: entry.sealed,
    writtenAt: entry.editedAt ?? entry.createdAt,
  };
  const all = [...earlier, now].map((one) => ({
    content: readContent(open(one.sealed, contributionAad(entry.id, one.revision))),
    at: one.writtenAt,
  }));
  const portions = await readPortions(
    ctx,
    all.map(({ content }) => content),
    open,
  );
  const told: { at: string; html: string }[] = [];
  for (const { content, at } of all) {
    const shown = { id: entry.id, locale: ctx.locale };
    const parts = await withSigns(ctx, await partsOf(ctx, content, portions, shown));
    const since = editedFor({ createdAt: entry.createdAt, editedAt: at }, content, portions) ?? at;
    told.push({ at: since.toISOString(), html: parts ? parts.map(signedHtml).join('\n') : content.html });
  }
  const differs = told.filter((one, index) => told[index - 1]?.html !== one.html);
  return {
    contributionId: entry.id,
    revisions: differs.map(({ at, html }, index) => ({ revision: index + 1, at, html })),
  };
}

/** A part beneath its sign, which is codes alone. */
const signedHtml = ({ html, fence }: Signed) =>
  fence ? `<p><strong>[${fence.level} ${fence.parties.join(' ')}]</strong></p>\n${html}` : html;

/** A text rendered as it would be shown; who may not read it is not named. */
export async function previewContribution(ctx: SignedIn, input: z.infer<typeof previewInput>) {
  const thread = await threadForWriting(ctx, input.threadId);
  const mentioned = mentionsIn(input.text).slice(0, 50);
  const readers = await readersAmong(ctx, thread.id, mentioned, thread.marking);
  const names = await namesById(ctx, [...readers]);
  const segments = await markedSegments(ctx, input.text, thread.marking);
  const options = { language: ctx.actor.locale, names };
  return {
    stretches: segments.map(({ text, fence }, index) => ({
      html: contentOf(text, { id: `preview-${index}`, ...options }).html,
      sign: fence ? `${fence.level} ${fence.parties.join(' ')}` : null,
    })),
  };
}

/** Whether the entry that a repeated command answers with may still be read. */
export async function mayReread(ctx: SignedIn, result: unknown): Promise<boolean> {
  const { contributionId } = result as { contributionId: string };
  const rows = await ctx.tx
    .select({ id: contributions.id })
    .from(contributions)
    .where(eq(contributions.id, contributionId));
  return rows.length > 0;
}

async function readable(ctx: SignedIn, contributionId: string) {
  const [row] = await ctx.tx
    .select({
      id: contributions.id,
      threadId: contributions.threadId,
      markingId: contributions.markingId,
      sealed: contributions.sealed,
      revision: contributions.revision,
      createdAt: contributions.createdAt,
      editedAt: contributions.editedAt,
      authorId: contributions.authorId,
      given: people.givenName,
      family: people.familyName,
    })
    .from(contributions)
    .innerJoin(people, eq(people.id, contributions.authorId))
    .where(and(eq(contributions.id, contributionId), isNull(contributions.removedAt)));
  return found(row);
}
