import { injects, injectVersions } from '@concord/db/schema/injects';
import type { Context } from '../../context.ts';
import { opener, sealerFor } from '../../sealing/sealing.ts';
import type { Inject, InjectContent, InjectFacts } from './rules.ts';

type Ctx = Pick<Context, 'tx' | 'services' | 'afterCommit'>;
type Row = typeof injects.$inferSelect;

/** What a version holds: the whole inject but its names in the database. */
export type InjectState = InjectFacts & InjectContent;

const contentOf = ({ title, text, from, attention, means, expected }: InjectContent): InjectContent => ({
  ...{ title, text, from, attention, means, expected },
});

/** The facts of an inject, without what it says. */
export const factsOf = (one: InjectFacts): InjectFacts => ({
  ...{ move: one.move, storylineId: one.storylineId, minute: one.minute, trigger: one.trigger },
  ...{ teamIds: [...one.teamIds], objectiveId: one.objectiveId, afterId: one.afterId },
  ...{ responsibleId: one.responsibleId, status: one.status },
});

/** Opens rows of the list: their texts lie under the exercise's key, each bound to its own inject. */
export async function openInjects(ctx: Ctx, exerciseId: string, rows: readonly Row[]) {
  if (rows.length === 0) return [];
  const open = await opener(ctx, exerciseId);
  return rows.map((row): Inject & { revision: number } => {
    const content = JSON.parse(open(row.sealed, `inject:${row.id}`)) as InjectContent;
    return { id: row.id, number: row.number, revision: row.revision, ...factsOf(row), ...contentOf(content) };
  });
}

/** Opens the versions of injects. */
export async function openVersions(
  ctx: Ctx,
  exerciseId: string,
  rows: readonly Pick<typeof injectVersions.$inferSelect, 'injectId' | 'revision' | 'sealed'>[],
): Promise<InjectState[]> {
  if (rows.length === 0) return [];
  const open = await opener(ctx, exerciseId);
  return rows.map(
    (row) => JSON.parse(open(row.sealed, `inject:${row.injectId}:${row.revision}`)) as InjectState,
  );
}

export type Written = Inject & { revision: number };
type Of = { exerciseId: string; by: string | null; at: Date };

/** Writes new injects with their first version. */
export async function insertInjects(ctx: Ctx, all: readonly Written[], of: Of): Promise<void> {
  if (all.length === 0) return;
  const seal = await sealerFor(ctx, of.exerciseId);
  await ctx.tx.insert(injects).values(
    all.map((one) => ({
      ...{ id: one.id, exerciseId: of.exerciseId, number: one.number, revision: one.revision },
      ...factsOf(one),
      sealed: seal(JSON.stringify(contentOf(one)), `inject:${one.id}`),
    })),
  );
  await insertVersions(ctx, all, of);
}

/** Adds to the history what the injects are now. */
export async function insertVersions(ctx: Ctx, all: readonly Written[], of: Of): Promise<void> {
  const seal = await sealerFor(ctx, of.exerciseId);
  await ctx.tx.insert(injectVersions).values(
    all.map((one) => ({
      ...{ injectId: one.id, revision: one.revision, exerciseId: of.exerciseId },
      sealed: seal(
        JSON.stringify({ ...factsOf(one), ...contentOf(one) }),
        `inject:${one.id}:${one.revision}`,
      ),
      ...{ madeBy: of.by, madeAt: of.at },
    })),
  );
}

/** The columns of an inject's row that change with it. */
export async function rowOf(ctx: Ctx, exerciseId: string, one: Written) {
  const seal = await sealerFor(ctx, exerciseId);
  const sealed = seal(JSON.stringify(contentOf(one)), `inject:${one.id}`);
  return { ...factsOf(one), sealed, revision: one.revision };
}
