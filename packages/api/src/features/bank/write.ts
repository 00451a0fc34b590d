import { newId } from '@concord/db/ids';
import { bankQuestions, bankQuestionVersions, questionCategories } from '@concord/db/schema/questions';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { QuestionBody } from './body.ts';
import { renderBody } from './render-body.ts';

/** A question to bring into the bank. The same import key again makes the next version, if anything has changed. */
export type QuestionToBring = {
  importKey: string;
  categoryId: string;
  name: string;
  sourceLanguage: string;
  difficulty?: 'easy' | 'medium' | 'hard';
  tags?: string[];
  body: QuestionBody;
};

/** What became of one question that was brought. */
export type Brought = {
  questionId: string;
  versionId: string;
  change: 'created' | 'updated' | 'unchanged';
};

type Known = { id: string; latest: number; importKey: string | null; versionId: string; body: unknown };
type Step = { question: QuestionToBring; brought: Brought; body: QuestionBody; number: number };

/** Rows of one insert: a statement takes 65,535 values at most. */
const BATCH = 500;

/**
 * Brings questions into the bank, by their import keys: what is new is made, what has changed gets its next version,
 * and what has not is left alone. Name, tags and category of a question that is there stay as authors left them.
 */
export async function bringQuestions(
  ctx: Context,
  questions: readonly QuestionToBring[],
): Promise<Map<string, Brought>> {
  const known = await knownByKey(
    ctx,
    questions.map(({ importKey }) => importKey),
  );
  const steps = [...new Map(questions.map((one) => [one.importKey, one])).values()].map((question) =>
    stepFor(question, known.get(question.importKey)),
  );
  const created = steps.filter(({ brought }) => brought.change === 'created');
  const updated = steps.filter(({ brought }) => brought.change === 'updated');
  for (const rows of batches(created)) await ctx.tx.insert(bankQuestions).values(rows.map(questionRow(ctx)));
  for (const rows of batches([...created, ...updated]))
    await ctx.tx.insert(bankQuestionVersions).values(rows.map(versionRow(ctx)));
  await raiseLatest(
    ctx,
    updated.map(({ brought }) => brought.questionId),
  );
  return new Map(steps.map(({ question, brought }) => [question.importKey, brought]));
}

/** The newest version of each question with one of these import keys. */
export async function knownByKey(ctx: Context, keys: readonly string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const part of batches([...new Set(keys)])) {
    const rows = await ctx.tx
      .select({
        id: bankQuestions.id,
        latest: bankQuestions.latest,
        importKey: bankQuestions.importKey,
        versionId: bankQuestionVersions.id,
        body: bankQuestionVersions.body,
      })
      .from(bankQuestions)
      .innerJoin(
        bankQuestionVersions,
        and(
          eq(bankQuestionVersions.questionId, bankQuestions.id),
          eq(bankQuestionVersions.number, bankQuestions.latest),
        ),
      )
      .where(inArray(bankQuestions.importKey, part));
    for (const row of rows) known.set(row.importKey ?? '', row);
  }
  return known;
}

function stepFor(question: QuestionToBring, known: Known | undefined): Step {
  const body = renderBody(question.body);
  if (!known) {
    const brought = { questionId: newId(), versionId: newId(), change: 'created' as const };
    return { question, body, number: 1, brought };
  }
  const same = sameBody(known.body, body);
  const change = same ? ('unchanged' as const) : ('updated' as const);
  const versionId = same ? known.versionId : newId();
  return { question, body, number: known.latest + 1, brought: { questionId: known.id, versionId, change } };
}

const questionRow =
  (ctx: Context) =>
  ({ question, brought }: Step): typeof bankQuestions.$inferInsert => ({
    id: brought.questionId,
    categoryId: question.categoryId,
    name: question.name,
    kind: question.body.kind,
    difficulty: question.difficulty ?? 'medium',
    tags: question.tags ?? [],
    sourceLanguage: question.sourceLanguage,
    importKey: question.importKey,
    createdBy: ctx.actor?.personId ?? null,
    createdAt: ctx.now,
  });

const versionRow =
  (ctx: Context) =>
  ({ brought, number, body }: Step): typeof bankQuestionVersions.$inferInsert => ({
    id: brought.versionId,
    questionId: brought.questionId,
    number,
    body,
    createdBy: ctx.actor?.personId ?? null,
    createdAt: ctx.now,
  });

async function raiseLatest(ctx: Context, ids: string[]): Promise<void> {
  for (const part of batches(ids))
    await ctx.tx
      .update(bankQuestions)
      .set({ latest: sql`${bankQuestions.latest} + 1` })
      .where(inArray(bankQuestions.id, part));
}

/** Whether two bodies say the same: compared without regard to the order of keys, on their sources only. */
export function sameBody(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => inner !== undefined && key !== 'html');
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]);
}

/** The category with this name under a parent, made when it is not there. */
export async function ensureCategory(ctx: Context, parentId: string | null, name: string): Promise<string> {
  await ctx.tx
    .insert(questionCategories)
    .values({ id: newId(), parentId, name, createdBy: ctx.actor?.personId ?? null })
    .onConflictDoNothing();
  const under =
    parentId === null ? isNull(questionCategories.parentId) : eq(questionCategories.parentId, parentId);
  const [row] = await ctx.tx
    .select({ id: questionCategories.id })
    .from(questionCategories)
    .where(and(under, eq(questionCategories.name, name)));
  if (!row) throw new Error('A category that was just made is not there.');
  return row.id;
}

function batches<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let from = 0; from < rows.length; from += BATCH) parts.push(rows.slice(from, from + BATCH));
  return parts;
}
