import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';

type Props = { activity: { dueAt: string | null; completed: boolean } };

/** An activity's own last day, as long as it is not done. */
export function ActivityDue({ activity }: Props) {
  const t = useTranslations('course');
  const clock = useClock();
  if (activity.dueAt === null || activity.completed) return null;
  return (
    <span className="mr-3 font-semibold text-ink-2">
      {t('activityDue', { at: clock.due(activity.dueAt) })}
    </span>
  );
}
