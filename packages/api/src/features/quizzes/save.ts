import { last } from '@concord/db/transaction';
import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
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

/**
 * Keeps an answer in one statement. The attempt is shared-locked, so that handing in waits for answers under way and
 * none is taken after it; the database's clock decides whether the time is over.
 */
export async function saveAnswer(ctx: SignedIn, input: SaveInput): Promise<Standing> {
  const save = sql`
    select concord.save_response(${input.attemptId}, ${input.questionKey}, ${input.sequence},
      ${JSON.stringify(input.answer)}::jsonb, ${input.certainty}, ${input.milliseconds ?? null},
      ${GRACE_SECONDS}, ${RECONNECT_SECONDS}) as saved`;
  const [row] = await last(ctx.tx, async () => ctx.tx.execute<{ saved: Saved | null }>(save));
  const saved = found(row?.saved);
  if (saved.refusal !== null) throw new AppError('PRECONDITION_FAILED', `quiz.${saved.refusal}`);
  const { sequence, answer, certainty, savedAt, fixed } = saved;
  return { sequence, answer, certainty, savedAt: new Date(savedAt).toISOString(), fixed };
}
