import { createHash } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { frameworkItems, frameworkLinks, frameworks } from '@concord/db/schema/competence';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { record } from '../../record/record.ts';
import { carryMappings } from './carry.ts';
import type { FrameworkDraft } from './import/types.ts';
import { comparedWith, compareVersions } from './rules.ts';

export type FrameworkOutcome = {
  frameworkId: string;
  outcome: 'created' | 'updated' | 'unchanged';
  items: number;
  links: number;
};

const BATCH = 2_000;

/**
 * Writes a framework once for its code and version. The same file again changes nothing; a corrected one takes the place
 * of its items by code, so that what maps to them stays. An item the new file leaves out goes only if nothing maps to it.
 * A new version takes over what the one before it was mapped by, wherever the code is the same.
 */
export async function writeFramework(ctx: Context, draft: FrameworkDraft): Promise<FrameworkOutcome> {
  const digest = digestOf(draft);
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`framework ${draft.code}`}, 0))`);
  const [known] = await ctx.tx
    .select({ id: frameworks.id, digest: frameworks.digest })
    .from(frameworks)
    .where(and(eq(frameworks.code, draft.code), eq(frameworks.version, draft.version)))
    .for('update');
  const counts = { items: draft.items.length, links: draft.links.length };
  if (known?.digest === digest) return { frameworkId: known.id, outcome: 'unchanged', ...counts };
  const frameworkId = known?.id ?? newId();
  const { code, version, title, source, licence } = draft;
  const row = {
    title,
    source,
    licence,
    digest,
    importedBy: ctx.actor?.personId ?? null,
    importedAt: ctx.now,
  };
  if (known) await ctx.tx.update(frameworks).set(row).where(eq(frameworks.id, frameworkId));
  else await ctx.tx.insert(frameworks).values({ id: frameworkId, code, version, ...row });
  await writeItems(ctx, frameworkId, draft);
  const carried = known ? 0 : await carryFromBefore(ctx, frameworkId, draft);
  await record(ctx, {
    action: 'framework.import',
    subject: 'framework',
    subjectId: frameworkId,
    details: { ...counts, carried },
  });
  return { frameworkId, outcome: known ? 'updated' : 'created', ...counts };
}

/** A new version takes over the mappings of the one before it. */
async function carryFromBefore(ctx: Context, frameworkId: string, { code, version }: FrameworkDraft) {
  const held = await ctx.tx
    .select({ id: frameworks.id, version: frameworks.version })
    .from(frameworks)
    .where(and(eq(frameworks.code, code), ne(frameworks.id, frameworkId)));
  const before = comparedWith(held, version);
  const follows = before !== null && compareVersions(before.version, version) < 0;
  return follows ? carryMappings(ctx, before.id, frameworkId) : 0;
}

/** What tells one file's framework from another's. */
export function digestOf(draft: FrameworkDraft): string {
  return createHash('sha256').update(JSON.stringify(draft)).digest('hex');
}

/** In batches: a file holds some thousands of items and links, and a statement takes so many parameters. */
async function writeItems(
  ctx: Context,
  frameworkId: string,
  { items, links }: FrameworkDraft,
): Promise<void> {
  for (let from = 0; from < items.length; from += BATCH)
    await ctx.tx
      .insert(frameworkItems)
      .values(items.slice(from, from + BATCH).map((item) => ({ ...item, id: newId(), frameworkId })))
      .onConflictDoUpdate({
        target: [frameworkItems.frameworkId, frameworkItems.code],
        set: {
          kind: sql`excluded.kind`,
          title: sql`excluded.title`,
          description: sql`excluded.description`,
          dropped: false,
        },
      });
  const codes = JSON.stringify(items.map(({ code }) => code));
  await ctx.tx.execute(sql`
    delete from framework_item i where i.framework_id = ${frameworkId}
      and i.code not in (select jsonb_array_elements_text(${codes}::jsonb))
      and not exists (select from competency_map m where m.item_id = i.id)`);
  await ctx.tx.execute(sql`
    update framework_item i set dropped = true where i.framework_id = ${frameworkId}
      and i.code not in (select jsonb_array_elements_text(${codes}::jsonb))`);
  await ctx.tx
    .delete(frameworkLinks)
    .where(
      sql`${frameworkLinks.fromId} in (select i.id from framework_item i where i.framework_id = ${frameworkId})`,
    );
  await ctx.tx.execute(sql`
    insert into framework_link (from_id, to_id, level)
    select f.id, t.id, (l->>'level')::integer
    from jsonb_array_elements(${JSON.stringify(links)}::jsonb) l
    join framework_item f on f.framework_id = ${frameworkId} and f.code = l->>'from'
    join framework_item t on t.framework_id = ${frameworkId} and t.code = l->>'to'`);
}
