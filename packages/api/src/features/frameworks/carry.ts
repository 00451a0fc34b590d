import { newId } from '@concord/db/ids';
import { competencyMaps } from '@concord/db/schema/competence';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';

const BATCH = 1_000;

type Row = Omit<typeof competencyMaps.$inferInsert, 'id' | 'createdAt'>;

/**
 * Mappings of the version before hold for a new one wherever the code is the same, with the words they were said of: where
 * those changed, or the code is gone, somebody looks at them.
 */
export async function carryMappings(ctx: Context, fromId: string, toId: string): Promise<number> {
  const rows = await ctx.tx.execute<Row>(sql`
    select n.id as "itemId", m.subject, m.subject_id as "subjectId", m.level, m.created_by as "createdBy", m.said
    from competency_map m join framework_item i on i.id = m.item_id and i.framework_id = ${fromId}::uuid
    join framework_item n on n.framework_id = ${toId}::uuid and n.code = i.code`);
  const made = [...rows].map((row) => ({ ...row, id: newId() }));
  for (let from = 0; from < made.length; from += BATCH)
    await ctx.tx
      .insert(competencyMaps)
      .values(made.slice(from, from + BATCH))
      .onConflictDoNothing();
  return made.length;
}
