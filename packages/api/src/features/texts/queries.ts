import { texts, textVersions } from '@concord/db/schema/texts';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { laysTexts, sitsIn } from '../../policies/texts.ts';
import { visibleBody } from '../bodies/queries.ts';
import { markingViews } from '../threads/marking-views.ts';
import type { textsOfBodyInput } from './inputs.ts';
import { statesOf } from './listing.ts';

const TEXTS_SHOWN = 30;

/** The texts of a body that the person may read, the newest first, each with its newest version. */
export async function textsOfBody(ctx: SignedIn, input: z.infer<typeof textsOfBodyInput>) {
  const body = await visibleBody(ctx, input.bodyCode);
  const newest = sql`(select v.id from text_version v where v.text_id = "text"."id" order by v.number desc limit 1)`;
  const rows = await ctx.tx
    .select({
      id: texts.id,
      title: texts.title,
      reference: texts.reference,
      markingId: texts.markingId,
      createdAt: texts.createdAt,
      versionId: textVersions.id,
      version: textVersions.number,
      madeAt: textVersions.madeAt,
      amendments: openAmendments.mapWith(Number),
    })
    .from(texts)
    .leftJoin(textVersions, sql`${textVersions.id} = ${newest}`)
    .where(and(eq(texts.bodyId, body.id), input.before ? lt(texts.id, input.before) : undefined))
    .orderBy(desc(texts.id))
    .limit(TEXTS_SHOWN + 1);
  const shown = rows.slice(0, TEXTS_SHOWN);
  const states = sitsIn(ctx.actor, body.id) ? await statesOf(ctx, shown) : null;
  return {
    body,
    mayCreate: laysTexts(ctx.actor, body.id),
    markings: await markingViews(
      ctx,
      shown.map((row) => row.markingId),
    ),
    texts: shown.map(({ createdAt, madeAt, versionId: _, ...row }) => ({
      ...row,
      /** What stands open about it; nothing for whoever only contributes. */
      state: states?.get(row.id) ?? null,
      createdAt: createdAt.toISOString(),
      madeAt: madeAt?.toISOString() ?? null,
    })),
    older: rows.length > TEXTS_SHOWN ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Amendments of a text nobody has decided on, as far as the person may read them. */
const openAmendments = sql`(
  select count(*) from amendment a where a.text_id = "text"."id" and a.outcome is null)`;

/** Whether the text that a repeated command answers with may still be read. */
export async function mayRereadText(ctx: SignedIn, result: unknown): Promise<boolean> {
  const { textId } = result as { textId: string };
  const rows = await ctx.tx.select({ id: texts.id }).from(texts).where(eq(texts.id, textId));
  return rows.length > 0;
}
