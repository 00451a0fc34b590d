import { type SQL, sql } from 'drizzle-orm';
import { AppError, found } from '../../errors.ts';
import { GRACE_SECONDS, RECONNECT_SECONDS } from './rules.ts';
import type { Answer, SaveInput } from './schemas.ts';
import type { Certainty } from './scoring/certainty.ts';

/** What stands after a save: the answer sent, or a later one. */
export type Standing = {
  sequence: number;
  answer: Answer;
  certainty: Certainty | null;
  savedAt: string;
  /** It was checked, and takes no change any more. */
  fixed: boolean;
};

type Saved = (Standing & { refusal: null }) | { refusal: 'handedIn' | 'timeOver' };

type Asking = { ask: <Answer>(wanted: SQL) => Promise<Answer | null> };

/**
 * Keeps an answer in one statement, its own transaction. The attempt is shared-locked, so that handing in waits for
 * answers under way and none is taken after it; the database's clock decides whether the time is over.
 */
export async function saveAnswer({ ask }: Asking, input: SaveInput): Promise<Standing> {
  const save = sql`
    concord.save_response(${input.attemptId}, ${input.questionKey}, ${input.sequence},
      ${JSON.stringify(input.answer)}::jsonb, ${input.certainty}, ${input.milliseconds ?? null},
      ${GRACE_SECONDS}, ${RECONNECT_SECONDS})`;
  const saved = found(await ask<Saved>(save));
  if (saved.refusal !== null) throw new AppError('PRECONDITION_FAILED', `quiz.${saved.refusal}`);
  const { sequence, answer, certainty, savedAt, fixed } = saved;
  return { sequence, answer, certainty, savedAt: new Date(savedAt).toISOString(), fixed };
}
