import { decisionNumbers, decisions } from '@concord/db/schema/decisions';
import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { visibleBody } from '../bodies/queries.ts';
import { markingViews } from '../threads/marking-views.ts';
import { decisionNumber } from './rules.ts';
import type { registerInput } from './schemas.ts';
import { isDue, settleBody } from './settle.ts';

const SHOWN = 30;

type Input = z.infer<typeof registerInput>;

/**
 * A body's decisions, the newest first. All who sit in it may know every number; what a decision is about, those who
 * may read it. Filters that look into a decision leave out what the person may not read.
 */
export async function register(ctx: SignedIn, input: Input) {
  const body = await visibleBody(ctx, input.bodyCode);
  if (await isDue(ctx, body.id)) await settleBody(ctx.services, body.id);
  const rows = await ctx.tx
    .select({
      id: decisionNumbers.id,
      year: decisionNumbers.year,
      sequence: decisionNumbers.sequence,
      effectiveAt: decisionNumbers.effectiveAt,
      title: decisions.title,
      procedure: decisions.procedure,
      markingId: decisions.markingId,
    })
    .from(decisionNumbers)
    .leftJoin(decisions, eq(decisions.id, decisionNumbers.id))
    .where(and(eq(decisionNumbers.bodyId, body.id), ...filters(input)))
    .orderBy(desc(decisionNumbers.year), desc(decisionNumbers.sequence))
    .limit(SHOWN + 1);
  const shown = rows.slice(0, SHOWN);
  return {
    body,
    years: await yearsOf(ctx, body.id),
    markings: await markingViews(
      ctx,
      shown.flatMap(({ markingId }) => markingId ?? []),
    ),
    decisions: shown.map(({ id, year, sequence, effectiveAt, title, procedure, markingId }) => ({
      id,
      number: decisionNumber(body.code, year, sequence),
      effectiveAt: effectiveAt.toISOString(),
      readable:
        title !== null && procedure !== null && markingId !== null ? { title, procedure, markingId } : null,
    })),
    older: rows.length > SHOWN ? (shown.at(-1)?.id ?? null) : null,
  };
}

function filters({ year, procedure, words, before }: Input): (SQL | undefined)[] {
  const looked = words?.trim();
  return [
    year === undefined ? undefined : eq(decisionNumbers.year, year),
    procedure && eq(decisions.procedure, procedure),
    looked ? matches(looked) : undefined,
    before
      ? sql`(${decisionNumbers.year}, ${decisionNumbers.sequence}) < (
          select b.year, b.sequence from decision_number b where b.id = ${before})`
      : undefined,
  ];
}

/** Every word is in the title, whatever its accents. */
function matches(words: string): SQL | undefined {
  const each = words.split(/\s+/).slice(0, 10);
  const like = (word: string) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return and(
    isNotNull(decisions.title),
    ...each.map((word) => sql`unaccent(${decisions.title}) ilike unaccent(${like(word)})`),
  );
}

/** The years in which a body decided something, the newest first. */
async function yearsOf({ tx }: SignedIn, bodyId: string): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ year: decisionNumbers.year })
    .from(decisionNumbers)
    .where(eq(decisionNumbers.bodyId, bodyId))
    .orderBy(desc(decisionNumbers.year));
  return rows.map(({ year }) => year);
}
