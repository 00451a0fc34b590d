import { createHash } from 'node:crypto';
import { questionCategories } from '@concord/db/schema/questions';
import { files } from '@concord/db/schema/system';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { AppError, found } from '../../../errors.ts';
import { record } from '../../../record/record.ts';
import { questionBody } from '../body.ts';
import { BANK_CONTAINER, keepPicture } from '../pictures.ts';
import { renderBody } from '../render-body.ts';
import {
  type Brought,
  bringQuestions,
  ensureCategory,
  knownByKey,
  type QuestionToBring,
  sameBody,
} from '../write.ts';
import { type ReadFile, type ReadyQuestion, readQuestions } from './read.ts';

/** A file of questions, where they go, and the language they are in where the file does not say. */
export type ImportInput = { bytes: Uint8Array; categoryId: string; language: string };

type Change = Brought['change'];

/** What a file holds and what writing it would do, question by question; nothing is written. */
export async function previewImport(ctx: Context, { bytes, categoryId, language }: ImportInput) {
  await existingCategory(ctx, categoryId);
  const file = readQuestions(bytes, language);
  const ids = await storedPictures(ctx, file);
  const known = await knownByKey(
    ctx,
    file.questions.map((one) => importKey(categoryId, one)),
  );
  const questions = file.questions.map((one) => {
    const before = known.get(importKey(categoryId, one));
    const body = renderBody(withPictures(one.body, ids));
    const change: Change = before ? (sameBody(before.body, body) ? 'unchanged' : 'updated') : 'created';
    const { line, name, category } = one;
    return { line, name, category, kind: body.kind, change };
  });
  const { format, encoding, problems } = file;
  return { format, encoding, problems, questions, counts: countsOf(questions.map(({ change }) => change)) };
}

/** Writes what can be taken of a file. The same file again updates what it made, and doubles nothing. */
export async function importQuestions(ctx: Context, { bytes, categoryId, language }: ImportInput) {
  await existingCategory(ctx, categoryId);
  const file = readQuestions(bytes, language);
  if (file.questions.length === 0) throw new AppError('BAD_REQUEST', 'bank.nothingTaken');
  const ids = await keepPictures(ctx, file);
  const shelves = await makeShelves(ctx, categoryId, file.questions);
  const bringing = file.questions.map(
    (one): QuestionToBring => ({
      importKey: importKey(categoryId, one),
      categoryId: shelves.get(one.category.join('\u0000')) ?? categoryId,
      name: one.name,
      sourceLanguage: one.sourceLanguage ?? language,
      difficulty: one.difficulty,
      tags: one.tags,
      body: withPictures(one.body, ids),
    }),
  );
  const brought = await bringQuestions(ctx, bringing);
  const counts = countsOf([...brought.values()].map(({ change }) => change));
  await record(ctx, {
    action: 'bank.imported',
    subject: 'questionCategory',
    subjectId: categoryId,
    details: { format: file.format, ...counts },
  });
  return { ...counts, problems: file.problems.length };
}

async function existingCategory(ctx: Context, categoryId: string): Promise<void> {
  const [row] = await ctx.tx
    .select({ id: questionCategories.id })
    .from(questionCategories)
    .where(eq(questionCategories.id, categoryId));
  found(row);
}

/** Where a question came from: its file's key below the category it was brought to. Long ones are cut by a digest. */
function importKey(categoryId: string, { key, body }: ReadyQuestion): string {
  const named =
    key.length <= 300 ? key : `${key.slice(0, 200)} ${createHash('sha256').update(key).digest('hex')}`;
  return `file:${categoryId}/${named}:${body.kind}`;
}

function countsOf(changes: readonly Change[]): Record<Change, number> {
  const count = (wanted: Change) => changes.filter((change) => change === wanted).length;
  return { created: count('created'), updated: count('updated'), unchanged: count('unchanged') };
}

/** The categories a file names, made below the one it is brought to. */
async function makeShelves(
  ctx: Context,
  categoryId: string,
  questions: readonly ReadyQuestion[],
): Promise<Map<string, string>> {
  const shelves = new Map([['', categoryId]]);
  // A file names few categories, each below the one before.
  for (const { category } of questions) {
    for (let depth = 1; depth <= category.length; depth += 1) {
      const path = category.slice(0, depth).join('\u0000');
      if (shelves.has(path)) continue;
      const parent = shelves.get(category.slice(0, depth - 1).join('\u0000')) ?? categoryId;
      shelves.set(path, await ensureCategory(ctx, parent, (category[depth - 1] ?? '').slice(0, 120)));
    }
  }
  return shelves;
}

type Ids = ReadonlyMap<string, string>;

/** The ids of pictures that are stored already, by the ids the file has for them. */
async function storedPictures(ctx: Context, { pictures }: ReadFile): Promise<Ids> {
  if (pictures.length === 0) return new Map();
  const hashes = pictures.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const rows = await ctx.tx
    .select({ id: files.id, sha256: files.sha256 })
    .from(files)
    .where(and(eq(files.containerId, BANK_CONTAINER), inArray(files.sha256, [...new Set(hashes)])));
  const byHash = new Map(rows.map(({ id, sha256 }) => [sha256, id]));
  return new Map(pictures.map(({ fileId }, index) => [fileId, byHash.get(hashes[index] ?? '') ?? fileId]));
}

async function keepPictures(ctx: Context, { pictures }: ReadFile): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const { fileId, name, bytes } of pictures)
    if (!ids.has(fileId)) ids.set(fileId, (await keepPicture(ctx, { name, bytes })).fileId);
  return ids;
}

/** A question that names its pictures by the ids they have here. */
function withPictures(body: ReadyQuestion['body'], ids: Ids): ReadyQuestion['body'] {
  let text = JSON.stringify(body);
  for (const [before, after] of ids) text = text.replaceAll(before, after);
  return ids.size === 0 ? body : questionBody.parse(JSON.parse(text));
}
