import { questions as questionTable } from '@concord/db/schema/courses';
import { asc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Question } from './rules.ts';

type Row = typeof questionTable.$inferSelect;

/** A question with the id its answers are kept under. */
export type StoredQuestion = Question & { id: string };

/** A quiz's questions in their order, in the first of these languages that each is written in. */
export async function questionsOf(
  ctx: Context,
  activityId: string,
  languages: readonly (string | null | undefined)[],
): Promise<StoredQuestion[]> {
  const rows = await ctx.tx
    .select()
    .from(questionTable)
    .where(eq(questionTable.activityId, activityId))
    .orderBy(asc(questionTable.position), asc(questionTable.id));
  return rows.map((row) => inLanguage(row, languages));
}

/** A question in one language. What counts as right for a short answer is what any language accepts. */
function inLanguage(row: Row, languages: readonly (string | null | undefined)[]): StoredQuestion {
  const language = languages.find((one) => one && Object.hasOwn(row.texts, one));
  const own = (language && row.texts[language]) || Object.values(row.texts)[0];
  const others = Object.values(row.texts).flatMap(({ accepted }) => accepted);
  return {
    id: row.id,
    key: row.key,
    kind: row.kind,
    points: row.points,
    prompt: own?.promptHtml ?? '',
    explanation: own?.explanationHtml ?? '',
    accepted: [...new Set([...(own?.accepted ?? []), ...others])],
    choices: row.choices.map(({ key, correct }) => {
      const words = own?.choices[key];
      return { key, correct, text: words?.html ?? '', feedback: words?.feedbackHtml ?? '' };
    }),
  };
}
