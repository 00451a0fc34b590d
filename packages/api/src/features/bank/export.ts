import { bankQuestions, bankQuestionVersions } from '@concord/db/schema/questions';
import { files } from '@concord/db/schema/system';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { dataKey } from '../../sealing/sealing.ts';
import { readFileRange } from '../../storage/store.ts';
import { questionBody } from './body.ts';
import { categoryTree } from './categories.ts';
import type { QuestionFile } from './exchange.ts';
import { toGift } from './gift-export.ts';
import { withBelow } from './queries.ts';

export type ExportFormat = 'gift' | 'json';

/** The questions of a category with all below it, or of the whole bank, as a file. */
export async function exportQuestions(
  ctx: Context,
  { categoryId, format }: { categoryId: string | null; format: ExportFormat },
): Promise<{ name: string; mediaType: string; text: string }> {
  const questions = await questionsOf(ctx, categoryId);
  if (format === 'gift')
    return { name: 'questions.gift.txt', mediaType: 'text/plain; charset=utf-8', text: toGift(questions) };
  const pictures = await picturesOf(ctx, JSON.stringify(questions));
  const file: QuestionFile = { format: 'concord-questions', version: 1, questions, pictures };
  return {
    name: 'questions.json',
    mediaType: 'application/json',
    text: `${JSON.stringify(file, null, 2)}\n`,
  };
}

async function questionsOf(ctx: Context, categoryId: string | null): Promise<QuestionFile['questions']> {
  const paths = new Map((await categoryTree(ctx)).map(({ id, name, above }) => [id, { name, above }]));
  const rows = await ctx.tx
    .select({
      id: bankQuestions.id,
      name: bankQuestions.name,
      categoryId: bankQuestions.categoryId,
      tags: bankQuestions.tags,
      difficulty: bankQuestions.difficulty,
      sourceLanguage: bankQuestions.sourceLanguage,
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
    .where(
      and(
        isNull(bankQuestions.archivedAt),
        categoryId === null ? undefined : sql`bank_question.category_id in ${withBelow(categoryId)}`,
      ),
    )
    .orderBy(asc(bankQuestions.categoryId), asc(bankQuestions.name), asc(bankQuestions.id));
  const cut = categoryId === null ? 0 : (paths.get(categoryId)?.above.length ?? 0) + 1;
  return rows.map(({ id, categoryId: shelf, body, ...question }) => {
    const place = paths.get(shelf);
    const names = [...(place?.above ?? []).map((one) => paths.get(one)?.name ?? ''), place?.name ?? ''];
    return { ...question, key: id, category: names.slice(cut), body: questionBody.parse(body) };
  });
}

/** The pictures that a text of questions names, with their bytes. */
async function picturesOf(ctx: Context, text: string): Promise<QuestionFile['pictures']> {
  const named = [...text.matchAll(/\/api\/files\/([0-9a-f-]{36})|"imageFileId":"([0-9a-f-]{36})"/gi)];
  const ids = [...new Set(named.map(([, one, other]) => (one ?? other ?? '').toLowerCase()))];
  if (ids.length === 0) return [];
  const rows = await ctx.tx.select().from(files).where(inArray(files.id, ids)).orderBy(asc(files.id));
  const pictures: QuestionFile['pictures'] = [];
  for (const row of rows) {
    const key = await dataKey(ctx, row.containerId);
    const parts: Buffer[] = [];
    for await (const part of readFileRange(ctx.services.storage, row, key, { start: 0, end: row.size }))
      parts.push(part);
    pictures.push({ fileId: row.id, name: row.name, base64: Buffer.concat(parts).toString('base64') });
  }
  return pictures;
}
