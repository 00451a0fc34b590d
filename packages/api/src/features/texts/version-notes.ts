import { people } from '@concord/db/schema/people';
import { textVersions } from '@concord/db/schema/texts';
import { desc, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { sitsIn } from '../../policies/texts.ts';
import { opener } from '../../sealing/sealing.ts';
import { textForReading } from './load.ts';
import { versionContent } from './seals.ts';

/** Amendments that a version took in, as far as the person may read them. */
const takenIn = sql`(select count(*) from amendment a where a.in_version_id = "text_version"."id")`;

/** The versions of a text, the newest first, with what the chair said of each; none for whoever only contributes. */
export async function versionNotes(ctx: SignedIn, textId: string) {
  const text = await textForReading(ctx, textId);
  if (!sitsIn(ctx.actor, text.body.id)) return [];
  const rows = await ctx.tx
    .select({
      id: textVersions.id,
      number: textVersions.number,
      hash: textVersions.contentHash,
      paragraphs: textVersions.paragraphs,
      sealed: textVersions.sealed,
      madeAt: textVersions.madeAt,
      given: people.givenName,
      family: people.familyName,
      takenIn: takenIn.mapWith(Number),
    })
    .from(textVersions)
    .innerJoin(people, eq(people.id, textVersions.madeBy))
    .where(eq(textVersions.textId, text.id))
    .orderBy(desc(textVersions.number));
  if (rows.length === 0) return [];
  const open = await opener(ctx, text.id);
  return rows.map(({ sealed, madeAt, given, family, ...row }) => ({
    ...row,
    note: versionContent(open, { id: row.id, sealed }).note,
    madeAt: madeAt.toISOString(),
    madeBy: `${given} ${family}`,
  }));
}
