import { useTranslations } from 'next-intl';
import type { ActivityPage } from './types.ts';

/** What a quiz is, for those who do not take it: the course's staff. */
export function QuizAbout({ activity }: { activity: ActivityPage['activity'] }) {
  const t = useTranslations('unit.quiz');
  if (!activity.quiz) return null;
  const { passMark, maxAttempts } = activity.quiz;
  return (
    <>
      <ul className="mb-4 list-disc pl-5">
        <li>{t('questions', { count: activity.questions })}</li>
        <li>{t('passMark', { percent: passMark })}</li>
        <li>{maxAttempts === null ? t('anyAttempts') : t('attempts', { count: maxAttempts })}</li>
      </ul>
      <p className="max-w-measure text-ink-2">{t('staff')}</p>
    </>
  );
}
