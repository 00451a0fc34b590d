import { getTranslations } from 'next-intl/server';
import type { QuizState } from './types.ts';

/** How a quiz is taken, in a line: "9 questions · no time limit · passed from 80 % · 3 attempts". */
export async function quizFacts({ settings, questionCount }: QuizState): Promise<string> {
  const t = await getTranslations('quiz.about');
  const { minutes, maxAttempts, passMark } = settings;
  return [
    t('questions', { count: questionCount }),
    minutes === null ? t('noLimit') : t('limit', { minutes }),
    t('pass', { percent: passMark }),
    maxAttempts === null ? t('anyTries') : t('tries', { max: maxAttempts }),
  ].join(' · ');
}

/** The same while an attempt is under way: what still matters then. */
export async function attemptFacts({ settings, open }: QuizState): Promise<string> {
  const t = await getTranslations('quiz.about');
  const { minutes, maxAttempts } = settings;
  const last = maxAttempts !== null && (open?.number ?? 1) >= maxAttempts;
  return [
    minutes === null ? t('noLimit') : t('limit', { minutes }),
    last ? t('lastAttempt') : t('secondPossible'),
  ].join(' · ');
}
