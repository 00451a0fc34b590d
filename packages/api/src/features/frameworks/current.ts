import { frameworks } from '@concord/db/schema/competence';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { currentOf } from './rules.ts';

/** The versions that count, one of each framework: what is needed and shown is said in their words. */
export async function currentFrameworks(ctx: Pick<Context, 'tx'>) {
  const rows = await ctx.tx
    .select({
      id: frameworks.id,
      code: frameworks.code,
      version: frameworks.version,
      title: frameworks.title,
    })
    .from(frameworks)
    .limit(200);
  return currentOf(rows).sort((one, other) => one.code.localeCompare(other.code));
}

/** Ids as a set for SQL. */
export const idsIn = (ids: readonly string[]): SQL =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;
