import { useTranslations } from 'next-intl';
import { LockIcon } from '#components/icons.tsx';

type Props = { completed: boolean; seen: boolean; here?: boolean; locked?: boolean };

/** How far an activity is: a mark to see, a word to hear. */
export function ActivityState({ completed, seen, here = false, locked = false }: Props) {
  const t = useTranslations('course.state');
  const state = completed ? 'done' : locked ? 'locked' : seen ? 'begun' : 'open';
  return (
    <span className={completed ? 'text-good' : 'text-ink-3'}>
      <span aria-hidden="true" className="inline-block align-middle">
        {completed ? '✓' : locked ? <LockIcon /> : here ? '●' : seen ? '◐' : '○'}
      </span>
      <span className="sr-only">{t(state)}</span>
    </span>
  );
}
