import { attemptResponses } from '@concord/db/schema/learning';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { QuestionAnswer, QuestionBody } from '../bank/body.ts';
import type { Asked, Given } from './rules.ts';
import type { Certainty } from './scoring/certainty.ts';

/** A question an attempt asks, beside the answer that stands. */
export type AskedRow = Asked & {
  versionId: string;
  questionId: string;
  response: Response | null;
};

/** An answer as it lies. */
export type Response = {
  sequence: number;
  answer: QuestionAnswer | null;
  certainty: Certainty | null;
  savedAt: Date;
  score: number | null;
  points: number | null;
  markedAt: Date | null;
  comment: string | null;
};

type Row = {
  key: string;
  version_id: string;
  question_id: string;
  points: number;
  body: QuestionBody;
  response: (Omit<Response, 'savedAt' | 'markedAt'> & { savedAt: string; markedAt: string | null }) | null;
};

/** Everything an attempt asks, in the order of the quiz, with what was answered: one statement. */
export async function askedIn(ctx: Pick<Context, 'tx'>, attemptId: string): Promise<AskedRow[]> {
  const rows = await ctx.tx.execute<Row>(sql`
    select q.key, q.version_id, q.question_id, q.points, q.body,
      case when r.key is not null then jsonb_build_object('sequence', r.sequence, 'answer', r.answer,
        'certainty', r.certainty, 'savedAt', r.saved_at, 'score', r.score, 'points', r.points,
        'markedAt', r.marked_at, 'comment', r.comment) end as response
    from concord.attempt_questions(${attemptId}) q
    left join ${attemptResponses} r on r.attempt_id = ${attemptId} and r.key = q.key
    order by q.place`);
  return rows.map((row) => ({
    key: row.key,
    versionId: row.version_id,
    questionId: row.question_id,
    points: row.points,
    body: row.body,
    response: row.response && {
      ...row.response,
      savedAt: new Date(row.response.savedAt),
      markedAt: row.response.markedAt === null ? null : new Date(row.response.markedAt),
    },
  }));
}

/** What was given, as grading takes it. */
export function givenIn(asked: readonly AskedRow[]): Map<string, Given> {
  return new Map(
    asked.flatMap(({ key, response }) =>
      response
        ? [[key, { answer: response.answer, certainty: response.certainty, marked: markedIn(response) }]]
        : [],
    ),
  );
}

const markedIn = ({ markedAt, points }: Response) => (markedAt === null ? null : points);
