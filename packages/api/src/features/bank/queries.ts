import { people } from '@concord/db/schema/people';
import { bankQuestions, bankQuestionVersions, questionCategories } from '@concord/db/schema/questions';
import { and, arrayContains, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { readCursor, writeCursor } from '../people/cursor.ts';
import { questionBody } from './body.ts';
import type { ListInput } from './schemas.ts';
import { asLearner } from './try-out.ts';
import { usageOf } from './usage.ts';

const PAGE = 30;

/** The category and all below it, as a set of ids. */
export function withBelow(categoryId: string): SQL {
  return sql`(with recursive below as (select ${categoryId}::uuid as id
    union all select c.id from question_category c join below b on c.parent_id = b.id) select id from below)`;
}

function filters(input: ListInput): (SQL | undefined)[] {
  const words = input.words?.trim() ? `%${input.words.trim().replace(/[\\%_]/g, '\\$&')}%` : undefined;
  return [
    input.show === 'archived' ? isNotNull(bankQuestions.archivedAt) : isNull(bankQuestions.archivedAt),
    input.show === 'unused'
      ? sql`bank_question.id not in (select u.question_id from concord.used_questions() u)`
      : undefined,
    input.categoryId ? sql`bank_question.category_id in ${withBelow(input.categoryId)}` : undefined,
    input.kind ? eq(bankQuestions.kind, input.kind) : undefined,
    input.difficulty ? eq(bankQuestions.difficulty, input.difficulty) : undefined,
    input.tag ? arrayContains(bankQuestions.tags, [input.tag]) : undefined,
    words
      ? sql`(bank_question.name ilike ${words} or exists (select 1 from bank_question_version v
          where v.question_id = bank_question.id and v.number = bank_question.latest
            and (v.body->'texts')::text ilike ${words}))`
      : undefined,
  ];
}

/** A page of the bank by name, with how often each question is asked, and how many there are in all. */
export async function listQuestions(ctx: SignedIn, input: ListInput) {
  const after = readCursor(input.after);
  const wanted = filters(input);
  const rows = await ctx.tx
    .select({
      id: bankQuestions.id,
      name: bankQuestions.name,
      kind: bankQuestions.kind,
      difficulty: bankQuestions.difficulty,
      tags: bankQuestions.tags,
      latest: bankQuestions.latest,
      archived: isNotNull(bankQuestions.archivedAt).mapWith(Boolean),
      category: questionCategories.name,
      places: sql<number>`coalesce((select u.places from concord.used_questions() u where u.question_id = bank_question.id), 0)`,
      languages: sql<string[]>`(select array(select jsonb_object_keys(v.body->'texts') order by 1)
        from bank_question_version v where v.question_id = bank_question.id and v.number = bank_question.latest)`,
    })
    .from(bankQuestions)
    .innerJoin(questionCategories, eq(questionCategories.id, bankQuestions.categoryId))
    .where(
      and(
        ...wanted,
        after ? sql`(bank_question.name, bank_question.id) > (${after.value}, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(bankQuestions.name), asc(bankQuestions.id))
    .limit(PAGE + 1);
  const [total] = await ctx.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(bankQuestions)
    .where(and(...wanted));
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    questions: shown,
    total: total?.count ?? 0,
    next: rows.length > PAGE && last ? writeCursor(last.name, last.id) : null,
  };
}

/** Every tag in use, for a filter. */
export async function listTags(ctx: SignedIn): Promise<string[]> {
  const rows = await ctx.tx.execute<{ tag: string }>(
    sql`select distinct unnest(tags) as tag from bank_question where archived_at is null order by 1 limit 500`,
  );
  return rows.map(({ tag }) => tag);
}

/** One question: a version of it in full, all its versions, and where it is asked. */
export async function questionById(ctx: SignedIn, input: { questionId: string; number?: number }) {
  const [row] = await ctx.tx
    .select({
      id: bankQuestions.id,
      name: bankQuestions.name,
      kind: bankQuestions.kind,
      difficulty: bankQuestions.difficulty,
      tags: bankQuestions.tags,
      latest: bankQuestions.latest,
      sourceLanguage: bankQuestions.sourceLanguage,
      importKey: bankQuestions.importKey,
      archived: isNotNull(bankQuestions.archivedAt).mapWith(Boolean),
      categoryId: bankQuestions.categoryId,
      category: questionCategories.name,
    })
    .from(bankQuestions)
    .innerJoin(questionCategories, eq(questionCategories.id, bankQuestions.categoryId))
    .where(eq(bankQuestions.id, input.questionId));
  const question = found(row);
  const number = input.number ?? question.latest;
  const [version] = await ctx.tx
    .select({ id: bankQuestionVersions.id, body: bankQuestionVersions.body })
    .from(bankQuestionVersions)
    .where(and(eq(bankQuestionVersions.questionId, question.id), eq(bankQuestionVersions.number, number)));
  const shown = found(version);
  const body = questionBody.parse(shown.body);
  return {
    ...question,
    number,
    versionId: shown.id,
    body,
    asLearner: asLearner(body),
    versions: await versionsOf(ctx, question.id),
    usage: await usageOf(ctx, question.id),
  };
}

async function versionsOf(ctx: SignedIn, questionId: string) {
  const rows = await ctx.tx
    .select({
      number: bankQuestionVersions.number,
      note: bankQuestionVersions.note,
      createdAt: bankQuestionVersions.createdAt,
      givenName: people.givenName,
      familyName: people.familyName,
    })
    .from(bankQuestionVersions)
    .leftJoin(people, eq(people.id, bankQuestionVersions.createdBy))
    .where(eq(bankQuestionVersions.questionId, questionId))
    .orderBy(desc(bankQuestionVersions.number));
  return rows.map(({ givenName, familyName, createdAt, ...version }) => ({
    ...version,
    createdAt: createdAt.toISOString(),
    author: [givenName, familyName].filter(Boolean).join(' ') || null,
  }));
}
