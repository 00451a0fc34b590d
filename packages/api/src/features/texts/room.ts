import { threads } from '@concord/db/schema/consultation';
import { people } from '@concord/db/schema/people';
import { textVersions } from '@concord/db/schema/texts';
import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { isDelegated, laysTexts, makesVersions, sitsIn } from '../../policies/texts.ts';
import { threadHead } from '../threads/head.ts';
import { markingViews } from '../threads/marking-views.ts';
import { amendmentCounts, holdingsOf, namesNation, reservedOn, standingsOf } from './beside.ts';
import type { roomInput } from './inputs.ts';
import { type LoadedText, openVersion, textForReading, versionOf } from './load.ts';
import { compareVersions } from './redline.ts';
import { type Holding, numbersOf, settle } from './rules.ts';
import type { Part, VersionContent } from './schemas.ts';

type Input = z.infer<typeof roomInput>;

/**
 * A text as one of its versions has it, with what stands beside its words. Who sits in the body sees all of it; who
 * only contributes sees the newest version as it was made, and nothing else.
 */
export async function textRoom(ctx: SignedIn, input: Input) {
  const text = await textForReading(ctx, input.textId);
  const seated = sitsIn(ctx.actor, text.body.id);
  const all = await versionsOf(ctx, text.id);
  const versions = seated ? all : all.slice(0, 1);
  const chosen = chosenVersion(versions, input);
  return {
    ...(await headOf(ctx, text)),
    seated,
    delegated: isDelegated(ctx.actor, text.body.id),
    versions,
    words: chosen ? await wordsOfVersion(ctx, text, { versions, chosen, since: input.since, seated }) : null,
    beside: seated && chosen ? await besideOf(ctx, text, chosen.id) : null,
    may: {
      makeVersion: makesVersions(ctx.actor, text.body.id),
      lead: laysTexts(ctx.actor, text.body.id),
    },
  };
}

type Version = Awaited<ReturnType<typeof versionsOf>>[number];

function chosenVersion(versions: readonly Version[], { version }: Input): Version | undefined {
  if (version === undefined) return versions[0];
  return found(versions.find((one) => one.number === version));
}

async function headOf(ctx: SignedIn, text: LoadedText) {
  const { locale } = ctx;
  const { partyId } = ctx.actor;
  return {
    id: text.id,
    title: text.title,
    reference: text.reference,
    body: {
      code: text.body.code,
      name: locale === 'fr' ? text.body.nameFr : text.body.nameEn,
      named: text.body.amendmentsNamed,
    },
    partyId,
    markingId: text.markingId,
    markings: await markingViews(ctx, [text.markingId]),
    thread: await threadBeside(ctx, text.threadId),
  };
}

/** The thread beside a text, where the person may read it, with what is unread in it. */
async function threadBeside(ctx: SignedIn, threadId: string | null) {
  if (threadId === null) return null;
  const [row] = await ctx.tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId));
  if (!row) return null;
  const { id, title, unread } = await threadHead(ctx, row.id);
  return { id, title, unread };
}

/** The versions of a text, the newest first. */
async function versionsOf(ctx: SignedIn, textId: string) {
  const rows = await ctx.tx
    .select({
      id: textVersions.id,
      number: textVersions.number,
      hash: textVersions.contentHash,
      madeAt: textVersions.madeAt,
      given: people.givenName,
      family: people.familyName,
    })
    .from(textVersions)
    .innerJoin(people, eq(people.id, textVersions.madeBy))
    .where(eq(textVersions.textId, textId))
    .orderBy(desc(textVersions.number));
  return rows.map(({ madeAt, given, family, ...row }) => ({
    ...row,
    madeAt: madeAt.toISOString(),
    madeBy: `${given} ${family}`,
  }));
}

type Wanted = { versions: Version[]; chosen: Version; since: Input['since']; seated: boolean };

async function wordsOfVersion(ctx: SignedIn, text: LoadedText, { versions, chosen, since, seated }: Wanted) {
  const before = seated ? earlier(versions, chosen, since) : undefined;
  const content = await contentOf(ctx, text.id, chosen.number);
  const holdings = seated ? await holdingsOf(ctx, text.id, endOf(versions, chosen)) : [];
  const settled = seated ? settle(content.paragraphs, holdings) : content.paragraphs;
  const numbers = numbersOf(settled);
  return {
    ...chosen,
    note: seated ? content.note : '',
    paragraphs: settled.map(({ id, kind, parts }) => ({
      id,
      kind,
      number: numbers.get(id) ?? '',
      parts: parts.map((part) => partView(ctx, text, part, holdings)),
    })),
    changes: before
      ? { since: before, paragraphs: await changesSince(ctx, text.id, versions, before, settled) }
      : null,
  };
}

/** The version before, or any other that is asked for. */
function earlier(versions: readonly Version[], chosen: Version, since: Input['since']): Version | undefined {
  if (since === undefined) return undefined;
  const number = since === 'previous' ? chosen.number - 1 : since;
  const version = versions.find((one) => one.number === number && one.number !== chosen.number);
  return since === 'previous' ? version : found(version);
}

/** Until when a version was the text: it is shown with its brackets as they stood then. */
function endOf(versions: readonly Version[], version: Version): Date | null {
  const next = versions.find((one) => one.number === version.number + 1);
  return next ? new Date(next.madeAt) : null;
}

async function changesSince(
  ctx: SignedIn,
  textId: string,
  versions: readonly Version[],
  before: Version,
  settled: Parameters<typeof compareVersions>[1],
) {
  const content = await contentOf(ctx, textId, before.number);
  const holdings = await holdingsOf(ctx, textId, endOf(versions, before));
  return compareVersions(settle(content.paragraphs, holdings), settled);
}

async function contentOf(ctx: SignedIn, textId: string, number: number): Promise<VersionContent> {
  return openVersion(ctx, await versionOf(ctx, textId, number));
}

type Held = Awaited<ReturnType<typeof holdingsOf>>;

/** A piece of a paragraph; a bracket's options with the nations that keep them, as far as they are named. */
function partView(ctx: SignedIn, text: LoadedText, part: Part, holdings: Held) {
  if (!('bracket' in part)) return part;
  const keeps = (optionId: string) => (one: Holding) =>
    one.bracketId === part.bracket && one.optionId === optionId;
  return {
    ...part,
    options: part.options.map((option) => {
      const keepers = holdings.filter(keeps(option.id));
      return {
        ...option,
        keptBy: keepers.filter((one) => namesNation(ctx, text, one.partyId)).map((one) => one.nation.code),
        mine: keepers.some((one) => one.partyId === ctx.actor.partyId),
      };
    }),
  };
}

async function besideOf(ctx: SignedIn, text: LoadedText, versionId: string) {
  return {
    standings: await standingsOf(ctx, text.id),
    reserved: await reservedOn(ctx, versionId),
    amendments: await amendmentCounts(ctx, text.id),
  };
}
