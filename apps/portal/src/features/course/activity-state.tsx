import { useTranslations } from 'next-intl';

type Props = { completed: boolean; seen: boolean; here?: boolean };

/** How far an activity is: a mark to see, a word to hear. */
export function ActivityState({ completed, seen, here = false }: Props) {
  const t = useTranslations('course.state');
  const state = completed ? 'done' : seen ? 'begun' : 'open';
  return (
    <span className={completed ? 'text-good' : 'text-ink-3'}>
      <span aria-hidden="true">{completed ? '✓' : here ? '●' : seen ? '◐' : '○'}</span>
      <span className="sr-only">{t(state)}</span>
    </span>
  );
}
