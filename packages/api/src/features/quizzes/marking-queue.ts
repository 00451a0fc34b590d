import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { isCourseStaff } from '../../policies/quizzes.ts';
import type { QuestionAnswer, QuestionBody } from '../bank/body.ts';
import type { MarkingInput } from './schemas.ts';
import { sameQuiz, staffQuiz } from './staff.ts';
import { wordsIn } from './views.ts';

const PAGE = 30;

type Row = {
  attempt_id: string;
  key: string;
  person_id: string;
  person: string;
  submitted_at: string | Date;
  question_id: string;
  body: QuestionBody;
  answer: QuestionAnswer;
  out_of: number;
  points: number | null;
  comment: string | null;
  marked_at: string | Date | null;
  marker: string | null;
};

/** Answers a person has to mark, the first handed in first: all of them, or those to one question. */
export async function markingQueue(ctx: SignedIn, input: MarkingInput) {
  const quiz = await staffQuiz(ctx, input.activityId, isCourseStaff);
  const languages = [input.language, ctx.locale, quiz.sourceLanguage];
  const rows = await ctx.tx.execute<Row>(sql`
    select r.attempt_id, r.key, a.person_id, trim(p.given_name || ' ' || p.family_name) as person, a.submitted_at,
      v.question_id, v.body, r.answer, r.out_of, r.points, r.comment, r.marked_at,
      trim(m.given_name || ' ' || m.family_name) as marker
    from attempt a join attempt_response r on r.attempt_id = a.id
    join bank_question_version v on v.id = r.version_id join bank_question q on q.id = v.question_id
    join person p on p.id = a.person_id left join person m on m.id = r.marked_by
    where a.activity_id in ${sameQuiz(quiz)} and a.submitted_at is not null and q.kind in ('essay', 'file')
      and r.answer is not null and (r.points is null or r.marked_at is not null)
      ${input.marked ? sql`` : sql`and a.graded_at is null and r.points is null`}
      ${input.questionId ? sql`and v.question_id = ${input.questionId}` : sql``}
      ${input.after ? sql`and a.id > ${input.after}` : sql``}
    order by a.id, r.key limit ${PAGE + 1}`);
  const shown = rows.length > PAGE ? wholeAttempts(rows.slice(0, PAGE)) : rows;
  return {
    quiz: { titles: quiz.titles, slug: quiz.slug, key: quiz.activityKey },
    questions: await waitingByQuestion(ctx, quiz, languages),
    answers: shown.map((row) => answerOf(row, languages)),
    next: rows.length > PAGE ? (shown.at(-1)?.attempt_id ?? null) : null,
  };
}

type Languages = readonly (string | undefined)[];

/** Leaves out an attempt that the page's end cuts in two, so that it comes whole on the next. */
function wholeAttempts(rows: readonly Row[]): readonly Row[] {
  const last = rows.at(-1)?.attempt_id;
  const whole = rows.filter((row) => row.attempt_id !== last);
  return whole.length > 0 ? whole : rows;
}

function answerOf(row: Row, languages: Languages) {
  const { body } = row;
  return {
    attemptId: row.attempt_id,
    questionKey: row.key,
    questionId: row.question_id,
    person: { id: row.person_id, name: row.person },
    submittedAt: new Date(row.submitted_at).toISOString(),
    prompt: wordsIn(body, languages).prompt.html,
    guidance: body.kind === 'essay' || body.kind === 'file' ? body.guidance : '',
    answer: row.answer,
    outOf: row.out_of,
    points: row.points,
    comment: row.comment ?? '',
    markedAt: row.marked_at === null ? null : new Date(row.marked_at).toISOString(),
    marker: row.marker,
  };
}

/** The questions of the quiz that need a person, and how many answers wait at each. */
async function waitingByQuestion(
  ctx: SignedIn,
  quiz: { courseId: string; activityKey: string },
  languages: Languages,
) {
  const rows = await ctx.tx.execute<{
    question_id: string;
    name: string;
    waiting: number;
    body: QuestionBody;
  }>(sql`
    select v.question_id, q.name, count(*) filter (where r.points is null)::integer as waiting,
      (array_agg(v.body order by v.number desc))[1] as body
    from attempt a join attempt_response r on r.attempt_id = a.id
    join bank_question_version v on v.id = r.version_id join bank_question q on q.id = v.question_id
    where a.activity_id in ${sameQuiz(quiz)} and a.submitted_at is not null and q.kind in ('essay', 'file')
      and r.answer is not null
    group by v.question_id, q.name order by q.name, v.question_id`);
  return rows.map(({ question_id, name, waiting, body }) => ({
    id: question_id,
    name,
    waiting,
    prompt: wordsIn(body, languages).prompt.html,
  }));
}
