import { useTranslations } from 'next-intl';

/** How long an activity is: minutes of reading, or questions. */
export function ActivitySize({ minutes, questions }: { minutes: number; questions: number }) {
  const t = useTranslations('course');
  return <>{questions > 0 ? t('questions', { count: questions }) : t('minutes', { minutes })}</>;
}
