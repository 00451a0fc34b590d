import { getTranslations } from 'next-intl/server';
import { getClock } from '#i18n/clock.ts';
import type { QuizState } from './types.ts';

/** How a quiz is taken, in a line: "9 questions · no time limit · passed from 80 % · 3 attempts". */
export async function quizFacts({ settings, questionCount, extension }: QuizState): Promise<string> {
  const [t, clock] = await Promise.all([getTranslations('quiz.about'), getClock()]);
  const { maxAttempts, passMark, delayHours, closesAt } = settings;
  const minutes = settings.minutes && settings.minutes + (extension?.extraMinutes ?? 0);
  const most = maxAttempts && maxAttempts + (extension?.extraAttempts ?? 0);
  return [
    t('questions', { count: questionCount }),
    minutes === null ? t('noLimit') : t('limit', { minutes }),
    t('pass', { percent: passMark }),
    most === null ? t('anyTries') : t('tries', { max: most }),
    delayHours ? t('delay', { hours: delayHours }) : null,
    closesAt ? t('closes', { at: clock.at(closesAt) }) : null,
    settings.feedback === 'immediate' ? t('immediate') : null,
    settings.certainty ? t('certainty') : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The same while an attempt is under way: what still matters then. */
export async function attemptFacts({ settings, open, extension }: QuizState): Promise<string> {
  const t = await getTranslations('quiz.about');
  const minutes = settings.minutes && settings.minutes + (extension?.extraMinutes ?? 0);
  const maxAttempts = settings.maxAttempts && settings.maxAttempts + (extension?.extraAttempts ?? 0);
  const last = maxAttempts !== null && (open?.number ?? 1) >= maxAttempts;
  return [
    minutes === null ? t('noLimit') : t('limit', { minutes }),
    last ? t('lastAttempt') : t('secondPossible'),
  ].join(' · ');
}
