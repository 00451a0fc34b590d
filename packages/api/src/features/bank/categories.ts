import { newId } from '@concord/db/ids';
import { bankQuestions, questionCategories } from '@concord/db/schema/questions';
import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import type { categoryMake, categoryMove, categoryRename } from './schemas.ts';
import { treeOf } from './tree.ts';

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;

/** The shelves of the bank as one list in the order of their tree, each with its depth and how many questions it holds. */
export async function categoryTree(ctx: Pick<SignedIn, 'tx'>) {
  const rows = await ctx.tx
    .select({
      id: questionCategories.id,
      parentId: questionCategories.parentId,
      name: questionCategories.name,
      questions: count(bankQuestions.id),
    })
    .from(questionCategories)
    .leftJoin(
      bankQuestions,
      and(eq(bankQuestions.categoryId, questionCategories.id), isNull(bankQuestions.archivedAt)),
    )
    .groupBy(questionCategories.id)
    .orderBy(asc(questionCategories.name));
  return treeOf(rows);
}

/** Makes a category. */
export async function makeCategory(ctx: SignedIn, input: Input<typeof categoryMake>) {
  if (input.parentId !== null) await lockCategory(ctx, input.parentId);
  const name = input.name.trim();
  await refuseTwin(ctx, input.parentId, name);
  const categoryId = newId();
  await ctx.tx
    .insert(questionCategories)
    .values({ id: categoryId, parentId: input.parentId, name, createdBy: ctx.actor.personId });
  await record(ctx, { action: 'bank.category', subject: 'questionCategory', subjectId: categoryId });
  return { categoryId };
}

/** Gives a category another name. */
export async function renameCategory(ctx: SignedIn, input: Input<typeof categoryRename>) {
  const { categoryId } = input;
  const category = await lockCategory(ctx, categoryId);
  const name = input.name.trim();
  await refuseTwin(ctx, category.parentId, name, categoryId);
  await ctx.tx.update(questionCategories).set({ name }).where(eq(questionCategories.id, categoryId));
  await record(ctx, { action: 'bank.category', subject: 'questionCategory', subjectId: categoryId });
  return { categoryId };
}

/** Puts a category under another, or at the top; never under itself. */
export async function moveCategory(ctx: SignedIn, { categoryId, parentId }: Input<typeof categoryMove>) {
  // One tree: two moves at once could close a ring that neither of them sees.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('question categories', 0))`);
  const category = await lockCategory(ctx, categoryId);
  if (parentId !== null) {
    await lockCategory(ctx, parentId);
    const tree = await categoryTree(ctx);
    const target = found(tree.find(({ id }) => id === parentId));
    if (parentId === categoryId || target.above.includes(categoryId))
      throw fieldError('parentId', 'bank.categoryRing');
  }
  await refuseTwin(ctx, parentId, category.name, categoryId);
  await ctx.tx.update(questionCategories).set({ parentId }).where(eq(questionCategories.id, categoryId));
  await record(ctx, { action: 'bank.category', subject: 'questionCategory', subjectId: categoryId });
  return { categoryId };
}

/** Takes an empty category away. */
export async function dropCategory(ctx: SignedIn, { categoryId }: { categoryId: string }) {
  await lockCategory(ctx, categoryId);
  const [held] = await ctx.tx.execute<{ held: boolean }>(sql`
    select exists (select 1 from bank_question where category_id = ${categoryId})
      or exists (select 1 from question_category where parent_id = ${categoryId})
      or exists (select 1 from question where blueprint->>'categoryId' = ${categoryId}) as held`);
  if (held?.held) throw new AppError('PRECONDITION_FAILED', 'bank.categoryHolds');
  await ctx.tx.delete(questionCategories).where(eq(questionCategories.id, categoryId));
  await record(ctx, { action: 'bank.categoryDropped', subject: 'questionCategory', subjectId: categoryId });
  return { categoryId };
}

/** A category, held until this transaction ends. */
export async function lockCategory(ctx: SignedIn, categoryId: string) {
  const [row] = await ctx.tx
    .select()
    .from(questionCategories)
    .where(eq(questionCategories.id, categoryId))
    .for('update');
  return found(row);
}

async function refuseTwin(
  ctx: SignedIn,
  parentId: string | null,
  name: string,
  except?: string,
): Promise<void> {
  const [twin] = await ctx.tx
    .select({ id: questionCategories.id })
    .from(questionCategories)
    .where(
      and(
        parentId === null ? isNull(questionCategories.parentId) : eq(questionCategories.parentId, parentId),
        eq(questionCategories.name, name),
        except === undefined ? undefined : ne(questionCategories.id, except),
      ),
    );
  if (twin) throw fieldError('name', 'bank.categoryTwin');
}
