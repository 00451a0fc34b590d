import { newId } from '@concord/db/ids';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { bracketHolders, textVersions } from '@concord/db/schema/texts';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { makesVersions } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { supersedeFor } from '../silence/supersede.ts';
import { authorityIn } from './authority.ts';
import { dropVersionDraft } from './drafts.ts';
import type { makeVersionInput } from './inputs.ts';
import { type LoadedText, lockBrackets, lockText } from './load.ts';
import { tellText } from './readers.ts';
import type { Bracket, Paragraph, VersionContent } from './schemas.ts';
import { contentHash, versionAad } from './seals.ts';
import { assertTakable, takeIn } from './taking-in.ts';

type Input = z.infer<typeof makeVersionInput>;

/** Makes a version of a text: by the chair alone, from the newest, with all brackets kept by somebody. */
export async function makeVersion(ctx: SignedIn, input: Input) {
  const text = await lockText(ctx, input.textId);
  authorize(makesVersions(ctx.actor, text.body.id));
  const held = await authorityIn(ctx, text.body.id);
  authorize(held.some((one) => one.role === 'chair'));
  const number = (await assertNewest(ctx, text, input.base)) + 1;
  assertSound(input.paragraphs);
  await assertTakable(ctx, text, input.takesIn);
  // A silence over the words before ends here: the new ones need a full period of their own.
  await supersedeFor(ctx, text.id);
  const versionId = newId();
  await writeVersion(ctx, text, { versionId, number, input });
  await keepBrackets(ctx, text, input);
  await takeIn(ctx, text, versionId, input.takesIn);
  await dropVersionDraft(ctx, text.id);
  await record(ctx, {
    action: 'text.version',
    subject: 'text',
    subjectId: text.id,
    markingId: text.markingId,
    ...(text.threadId && { threadId: text.threadId }),
    details: { version: number, paragraphs: input.paragraphs.length },
  });
  await tellText(ctx, text);
  return { textId: text.id, versionId, number };
}

/** The number of the newest version; another than the one the chair began from is told with its maker's name. */
async function assertNewest(ctx: SignedIn, text: LoadedText, base: number): Promise<number> {
  const [newest] = await ctx.tx
    .select({ number: textVersions.number, given: people.givenName, family: people.familyName })
    .from(textVersions)
    .innerJoin(people, eq(people.id, textVersions.madeBy))
    .where(eq(textVersions.textId, text.id))
    .orderBy(desc(textVersions.number))
    .limit(1);
  const number = newest?.number ?? 0;
  if (number === base) return number;
  const by = newest ? `${newest.given} ${newest.family}` : '';
  throw new AppError('CONFLICT', 'texts.newerVersion', { number, by });
}

async function writeVersion(
  ctx: SignedIn,
  text: LoadedText,
  { versionId, number, input }: { versionId: string; number: number; input: Input },
): Promise<void> {
  const content: VersionContent = { paragraphs: input.paragraphs, note: input.note };
  await ctx.tx.insert(textVersions).values({
    id: versionId,
    textId: text.id,
    number,
    contentHash: contentHash(text.title, text.marking, content),
    paragraphs: input.paragraphs.length,
    sealed: await sealFor(ctx, text.id, JSON.stringify(content), versionAad(versionId)),
    markingId: text.markingId,
    madeBy: ctx.actor.personId,
    madeAt: ctx.now,
  });
}

/** Refuses ids that occur twice: by them everything around a text holds on to its words. */
function assertSound(paragraphs: readonly Paragraph[]): void {
  const brackets = bracketsOf(paragraphs);
  const lists = [
    paragraphs.map((paragraph) => paragraph.id),
    brackets.map((bracket) => bracket.bracket),
    brackets.flatMap((bracket) => bracket.options.map((option) => option.id)),
  ];
  if (lists.some((ids) => new Set(ids).size < ids.length)) throw fieldError('paragraphs', 'texts.idTwice');
  const wrong = brackets.some(({ kind, options }) => (kind === 'alternative') !== options.length > 1);
  if (wrong) throw fieldError('paragraphs', 'texts.bracketShape');
}

const bracketsOf = (paragraphs: readonly Paragraph[]): Bracket[] =>
  paragraphs.flatMap(({ parts }) => parts.filter((part): part is Bracket => 'bracket' in part));

/** Writes down who keeps which option, one after the other with those who let go, and refuses a bracket that nobody would keep. */
async function keepBrackets(ctx: SignedIn, text: LoadedText, input: Input): Promise<void> {
  const options = bracketsOf(input.paragraphs)
    .filter((bracket) => bracket.kind !== 'placeholder')
    .flatMap((bracket) => bracket.options.map((option) => `${bracket.bracket} ${option.id}`));
  const asked = input.kept.flatMap(({ bracketId, optionId, partyIds }) =>
    partyIds.map((partyId) => ({ bracketId, optionId, partyId })),
  );
  const known = new Set(options);
  if (asked.some((one) => !known.has(`${one.bracketId} ${one.optionId}`))) {
    throw fieldError('kept', 'texts.noSuchOption');
  }
  await assertNations(ctx, [...new Set(asked.map((one) => one.partyId))]);
  await lockBrackets(ctx, text.id);
  if (asked.length > 0) {
    const rows = asked.map((one) => ({
      ...one,
      id: newId(),
      textId: text.id,
      heldBy: ctx.actor.personId,
      heldAt: ctx.now,
    }));
    await ctx.tx.insert(bracketHolders).values(rows).onConflictDoNothing();
  }
  const live = await ctx.tx
    .select({ bracketId: bracketHolders.bracketId, optionId: bracketHolders.optionId })
    .from(bracketHolders)
    .where(and(eq(bracketHolders.textId, text.id), isNull(bracketHolders.droppedAt)));
  const held = new Set(live.map((one) => `${one.bracketId} ${one.optionId}`));
  if (options.some((option) => !held.has(option))) throw fieldError('kept', 'texts.nobodyKeeps');
}

async function assertNations(ctx: SignedIn, partyIds: readonly string[]): Promise<void> {
  if (partyIds.length === 0) return;
  const known = await ctx.tx
    .select({ id: parties.id })
    .from(parties)
    .where(and(inArray(parties.id, [...partyIds]), eq(parties.kind, 'nation')));
  if (known.length < partyIds.length) throw fieldError('kept', 'texts.noNation');
}
