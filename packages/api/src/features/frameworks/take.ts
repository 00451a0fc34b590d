import { frameworkItems, frameworks } from '@concord/db/schema/competence';
import { eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { bringsInFrameworks } from '../../policies/frameworks.ts';
import { readFramework } from './import/read.ts';
import type { FrameworkDraft } from './import/types.ts';
import { comparedWith, type Difference, differenceOf, type Named } from './rules.ts';
import { digestOf, writeFramework } from './write.ts';

/** How many problems, and things of each list, a preview names; the figures are of all. */
const SHOWN = 50;

/** What a framework's file would make of the version held. Nothing is written. */
export async function previewFramework(ctx: SignedIn, content: string) {
  found(bringsInFrameworks(ctx.actor) || undefined);
  const { framework, problems } = readFramework(content);
  const told = { problems: problems.slice(0, SHOWN), moreProblems: Math.max(0, problems.length - SHOWN) };
  if (!framework) return { ...told, read: null };
  const held = await heldBeside(ctx, framework);
  const difference = differenceOf(held?.items ?? [], framework.items);
  const same = held?.version === framework.version;
  return {
    ...told,
    read: {
      ...summary(framework),
      held: held && { version: held.version, same },
      unchanged: same && held?.digest === digestOf(framework),
      basis: held?.digest ?? '',
      ...shown(difference),
      mapped: held ? await mappedOf(ctx, held.id, difference) : { gone: 0, changed: 0 },
    },
  };
}

/** Takes a framework's file whole, over the very version its preview was compared with. */
export async function takeFramework(ctx: SignedIn, { content, basis }: { content: string; basis: string }) {
  found(bringsInFrameworks(ctx.actor) || undefined);
  const { framework } = readFramework(content);
  if (!framework) throw new AppError('BAD_REQUEST', 'frameworks.fileProblems');
  await ctx.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`framework ${framework.code}`}, 0))`,
  );
  const held = await heldBeside(ctx, framework);
  if ((held?.digest ?? '') !== basis) throw new AppError('CONFLICT', 'frameworks.changed');
  return writeFramework(ctx, framework);
}

function summary({ code, version, title, items, links }: FrameworkDraft) {
  const counts: Record<string, number> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return { code, version, title, counts, links: links.length };
}

/** The version held that a file is compared with, and what it names. */
async function heldBeside(ctx: SignedIn, { code, version }: FrameworkDraft) {
  const rows = await ctx.tx
    .select({ id: frameworks.id, version: frameworks.version, digest: frameworks.digest })
    .from(frameworks)
    .where(eq(frameworks.code, code));
  const held = comparedWith(rows, version);
  if (!held) return null;
  const items = await ctx.tx
    .select({
      kind: frameworkItems.kind,
      code: frameworkItems.code,
      title: frameworkItems.title,
      description: frameworkItems.description,
    })
    .from(frameworkItems)
    .where(eq(frameworkItems.frameworkId, held.id))
    .orderBy(frameworkItems.code);
  return { ...held, items };
}

const named = ({ kind, code, title }: Named) => ({ kind, code, title });

function shown({ added, changed, gone }: Difference<Named>) {
  return {
    figures: { added: added.length, changed: changed.length, gone: gone.length },
    added: added.slice(0, SHOWN).map(named),
    changed: changed.slice(0, SHOWN).map(({ before, after }) => ({ ...named(after), before: before.title })),
    gone: gone.slice(0, SHOWN).map(named),
  };
}

/** How many mappings hang on what is gone, and on what says something else. */
async function mappedOf(ctx: SignedIn, frameworkId: string, { changed, gone }: Difference<Named>) {
  const [row] = await ctx.tx.execute<{ gone: number; changed: number }>(sql`
    select count(*) filter (where i.code in ${codesIn(gone)})::int as gone,
      count(*) filter (where i.code in ${codesIn(changed)})::int as changed
    from competency_map m join framework_item i on i.id = m.item_id where i.framework_id = ${frameworkId}::uuid`);
  return row ?? { gone: 0, changed: 0 };
}

const codesIn = (items: readonly { code: string }[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(items.map(({ code }) => code))}::jsonb))`;
