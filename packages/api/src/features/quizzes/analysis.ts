import { bankQuestions } from '@concord/db/schema/questions';
import { eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { mayAnalyse } from '../../policies/quizzes.ts';
import type { QuestionBody } from '../bank/body.ts';
import { hintFor } from './hints.ts';
import type { AnalysisInput } from './schemas.ts';
import { staffQuiz } from './staff.ts';
import { wordsIn } from './views.ts';

type Row = {
  version_id: string;
  question_id: string;
  number: number;
  name: string;
  kind: QuestionBody['kind'];
  body: QuestionBody;
  tries: number | string;
  answered: number | string;
  facility: number;
  discrimination: number | null;
  seconds: number | null;
  picks: Record<string, number>;
};

/** How the questions of a quiz, or the versions of one question over all quizzes, have worked: one statement. */
export async function itemAnalysis(ctx: SignedIn, input: AnalysisInput) {
  const subject =
    'activityId' in input ? await ofQuiz(ctx, input.activityId) : await ofQuestion(ctx, input.questionId);
  const [quiz, question] = 'activityId' in input ? [input.activityId, null] : [null, input.questionId];
  const rows = await ctx.tx.execute<Row>(sql`select * from concord.item_analysis(${quiz}, ${question})`);
  return { ...subject, items: rows.map((row) => itemOf(row, [ctx.locale, subject.language])) };
}

async function ofQuiz(ctx: SignedIn, activityId: string) {
  const { titles, slug, activityKey, sourceLanguage } = await staffQuiz(ctx, activityId, mayAnalyse);
  return { titles, slug, key: activityKey, language: sourceLanguage };
}

/** Row security shows the bank to who writes courses or manages training, and to nobody else. */
async function ofQuestion(ctx: SignedIn, questionId: string) {
  const [row] = await ctx.tx
    .select({ name: bankQuestions.name, language: bankQuestions.sourceLanguage })
    .from(bankQuestions)
    .where(eq(bankQuestions.id, questionId));
  const { name, language } = found(row);
  return { titles: { [language]: name }, slug: null, key: null, language };
}

function itemOf(row: Row, languages: readonly string[]) {
  const words = wordsIn(row.body, languages);
  const tries = Number(row.tries);
  const answered = Number(row.answered);
  const choices = choicesOf(row.body).map(({ key, share }) => ({
    key,
    words: words.parts[key]?.text.html ?? '',
    right: share > 0,
    count: row.picks[key] ?? 0,
  }));
  const { facility, discrimination, seconds } = row;
  return {
    versionId: row.version_id,
    questionId: row.question_id,
    number: row.number,
    name: row.name,
    kind: row.kind,
    prompt: words.prompt.html,
    tries,
    answered,
    facility,
    discrimination,
    seconds,
    choices,
    hint: hintFor({ tries, answered, facility, discrimination, choices }),
  };
}

function choicesOf(body: QuestionBody): { key: string; share: number }[] {
  if (body.kind === 'single' || body.kind === 'multiple') return body.choices;
  if (body.kind === 'trueFalse')
    return ['true', 'false'].map((key) => ({ key, share: String(body.right) === key ? 100 : 0 }));
  return body.kind === 'hotspot' ? body.areas : [];
}
