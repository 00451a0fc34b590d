import { bankQuestions } from '@concord/db/schema/questions';
import { desc, like, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { CourseDraft, QuestionDraft } from '../courses/import/types.ts';
import { bodyOfDraft, courseImportKey } from './embedded.ts';
import { shortName } from './naming.ts';
import { bringQuestions, ensureCategory, type QuestionToBring } from './write.ts';

/** Names a question within a course: its activity's key and its own. */
export const placeKey = (activity: string, question: string) => `${activity}/${question}`;

/**
 * Brings the questions of a course's files into the bank, in the course's own category, and answers by `placeKey`
 * which version each place in its quizzes pins.
 */
export async function pinQuestions(
  ctx: Context,
  draft: CourseDraft,
  images: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const asked = draft.units
    .flatMap(({ activities }) => activities)
    .flatMap(({ key, quiz }) => (quiz?.questions ?? []).map((question) => ({ activity: key, question })));
  if (asked.length === 0) return new Map();
  const categoryId = await categoryOfCourse(ctx, draft);
  const wanted = asked.map(({ activity, question }) => {
    const body = bodyOfDraft(question, images);
    const importKey = courseImportKey(draft.slug, activity, question.key, body.kind);
    const name = nameOf(question, draft.sourceLanguage);
    const { sourceLanguage } = draft;
    const bringing: QuestionToBring = { importKey, categoryId, name, sourceLanguage, body };
    return { place: placeKey(activity, question.key), bringing };
  });
  const brought = await bringQuestions(
    ctx,
    wanted.map(({ bringing }) => bringing),
  );
  return new Map(
    wanted.map(({ place, bringing }) => [place, brought.get(bringing.importKey)?.versionId ?? '']),
  );
}

/** The shelf most of the course's questions stand on already, or one named like the course. */
async function categoryOfCourse(ctx: Context, draft: CourseDraft): Promise<string> {
  const [known] = await ctx.tx
    .select({ id: bankQuestions.categoryId })
    .from(bankQuestions)
    .where(like(bankQuestions.importKey, `course:${draft.slug.replace(/[\\%_]/g, '\\$&')}/%`))
    .groupBy(bankQuestions.categoryId)
    .orderBy(desc(sql`count(*)`))
    .limit(1);
  if (known) return known.id;
  return ensureCategory(ctx, null, (draft.texts[draft.sourceLanguage]?.title ?? draft.slug).slice(0, 120));
}

function nameOf(question: QuestionDraft, language: string): string {
  const prompt = (question.texts[language] ?? Object.values(question.texts)[0])?.prompt ?? '';
  return shortName(plainText(prompt)) || question.key;
}
