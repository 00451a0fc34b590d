import { bodies } from '@concord/db/schema/consultation';
import { markings } from '@concord/db/schema/markings';
import { texts, textVersions } from '@concord/db/schema/texts';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Context, SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { opener } from '../../sealing/sealing.ts';
import type { VersionContent } from './schemas.ts';
import { versionContent } from './seals.ts';

/** A text the person may read, with its body's settings and its marking; any other is not found. */
export async function textForReading(ctx: Pick<Context, 'tx'>, textId: string) {
  const [row] = await ctx.tx
    .select({
      id: texts.id,
      title: texts.title,
      reference: texts.reference,
      threadId: texts.threadId,
      createdBy: texts.createdBy,
      createdAt: texts.createdAt,
      markingId: texts.markingId,
      body: bodies,
      marking: {
        level: markings.level,
        releasableTo: markings.releasableTo,
        onlyFor: markings.onlyFor,
        caveats: markings.caveats,
        originator: markings.originator,
      },
    })
    .from(texts)
    .innerJoin(bodies, eq(bodies.id, texts.bodyId))
    .innerJoin(markings, eq(markings.id, texts.markingId))
    .where(eq(texts.id, textId));
  return found(row);
}

export type LoadedText = Awaited<ReturnType<typeof textForReading>>;

/** A text of a body the person leads, held until the transaction ends: versions are made one after the other. */
export async function lockText(ctx: SignedIn, textId: string): Promise<LoadedText> {
  // Not its key: a decision that is written meanwhile only refers to it, and neither waits for the other.
  await ctx.tx.execute(sql`select 1 from text where id = ${textId} for no key update`);
  return textForReading(ctx, textId);
}

/** One after the other, until the transaction ends: whether a bracket still stands is decided by who came first. */
export async function lockBrackets(ctx: SignedIn, textId: string): Promise<void> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`brackets:${textId}`}, 0))`);
}

/** A version of a text as its row stands: the newest, or the one of a number. */
export async function versionOf(ctx: SignedIn, textId: string, number?: number) {
  return found(await newestVersion(ctx, textId, number));
}

/** The same where a text may have no version yet. */
export async function newestVersion(ctx: SignedIn, textId: string, number?: number) {
  const wanted = number === undefined ? undefined : eq(textVersions.number, number);
  const [row] = await ctx.tx
    .select()
    .from(textVersions)
    .where(and(eq(textVersions.textId, textId), wanted))
    .orderBy(desc(textVersions.number))
    .limit(1);
  return row;
}

/** A version by its id, as its row stands. */
export async function versionById({ tx }: Pick<Context, 'tx'>, versionId: string): Promise<LoadedVersion> {
  const [row] = await tx.select().from(textVersions).where(eq(textVersions.id, versionId));
  return found(row);
}

export type LoadedVersion = Awaited<ReturnType<typeof versionOf>>;

/** What a version says. */
export async function openVersion(ctx: Context, version: LoadedVersion): Promise<VersionContent> {
  return versionContent(await opener(ctx, version.textId), version);
}
