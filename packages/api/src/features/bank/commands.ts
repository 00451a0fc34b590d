import { newId } from '@concord/db/ids';
import { bankQuestions, bankQuestionVersions } from '@concord/db/schema/questions';
import { files } from '@concord/db/schema/system';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import type { QuestionBody } from './body.ts';
import { lockCategory } from './categories.ts';
import { renderBody } from './render-body.ts';
import { bodyProblems } from './rules.ts';
import type { archiveInput, changeInput, createInput, saveInput } from './schemas.ts';
import { sameBody } from './write.ts';

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;

/** Makes a question with its first version. */
export async function createQuestion(ctx: SignedIn, input: Input<typeof createInput>) {
  const { categoryId, difficulty, sourceLanguage } = input;
  await lockCategory(ctx, categoryId);
  await checkBody(ctx, input.body, sourceLanguage);
  const questionId = newId();
  await ctx.tx.insert(bankQuestions).values({
    id: questionId,
    categoryId,
    name: input.name.trim(),
    kind: input.body.kind,
    difficulty,
    tags: tidyTags(input.tags),
    sourceLanguage,
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  });
  await writeVersion(ctx, { questionId, number: 1, note: '', body: input.body });
  await record(ctx, { action: 'bank.created', subject: 'bankQuestion', subjectId: questionId });
  return { questionId, number: 1 };
}

/** Makes the next version; what was asked before stays as it was. Saving what is there already makes none. */
export async function saveVersion(ctx: SignedIn, input: Input<typeof saveInput>) {
  const { questionId, basedOn, note, body } = input;
  const question = await lockQuestion(ctx, questionId);
  if (question.latest !== basedOn)
    throw new AppError('CONFLICT', 'bank.newerVersion', { number: question.latest });
  if (question.kind !== body.kind) throw fieldError('body.kind', 'bank.kindStays');
  await checkBody(ctx, body, question.sourceLanguage);
  const [before] = await ctx.tx
    .select({ body: bankQuestionVersions.body })
    .from(bankQuestionVersions)
    .where(and(eq(bankQuestionVersions.questionId, questionId), eq(bankQuestionVersions.number, basedOn)));
  if (before && sameBody(before.body, body)) return { questionId, number: basedOn };
  const number = basedOn + 1;
  await writeVersion(ctx, { questionId, number, note, body });
  await ctx.tx.update(bankQuestions).set({ latest: number }).where(eq(bankQuestions.id, questionId));
  await record(ctx, {
    action: 'bank.version',
    subject: 'bankQuestion',
    subjectId: questionId,
    details: { number },
  });
  return { questionId, number };
}

/** Changes what authors find a question by. It is no new version: nothing a learner sees changes. */
export async function changeQuestion(ctx: SignedIn, input: Input<typeof changeInput>) {
  const { questionId, categoryId, difficulty } = input;
  const question = await lockQuestion(ctx, questionId);
  if (question.categoryId !== categoryId) await lockCategory(ctx, categoryId);
  await ctx.tx
    .update(bankQuestions)
    .set({ name: input.name.trim(), categoryId, difficulty, tags: tidyTags(input.tags) })
    .where(eq(bankQuestions.id, questionId));
  await record(ctx, { action: 'bank.changed', subject: 'bankQuestion', subjectId: questionId });
  return { questionId };
}

/** Puts a question away, or back. Quizzes that pin it go on; nothing new draws it. */
export async function archiveQuestion(ctx: SignedIn, { questionId, archived }: Input<typeof archiveInput>) {
  await lockQuestion(ctx, questionId);
  await ctx.tx
    .update(bankQuestions)
    .set({ archivedAt: archived ? ctx.now : null })
    .where(eq(bankQuestions.id, questionId));
  const action = archived ? 'bank.archived' : 'bank.restored';
  await record(ctx, { action, subject: 'bankQuestion', subjectId: questionId });
  return { questionId };
}

async function lockQuestion(ctx: SignedIn, questionId: string) {
  const [row] = await ctx.tx
    .select()
    .from(bankQuestions)
    .where(eq(bankQuestions.id, questionId))
    .for('update');
  return found(row);
}

async function writeVersion(
  ctx: SignedIn,
  version: { questionId: string; number: number; note: string; body: QuestionBody },
): Promise<void> {
  await ctx.tx.insert(bankQuestionVersions).values({
    id: newId(),
    ...version,
    body: renderBody(version.body),
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  });
}

async function checkBody(ctx: SignedIn, body: QuestionBody, language: string): Promise<void> {
  const problems = bodyProblems(body, language);
  if (problems.length > 0) throw new AppError('BAD_REQUEST', 'fields', {}, problems);
  if (body.kind !== 'hotspot') return;
  const [picture] = await ctx.tx
    .select({ mediaType: files.mediaType })
    .from(files)
    .where(and(eq(files.id, body.imageFileId), inArray(files.container, ['bank', 'course'])));
  if (!picture?.mediaType.startsWith('image/')) throw fieldError('body.imageFileId', 'bank.picture');
}

function tidyTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}
