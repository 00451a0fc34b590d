import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import { EventDialog, RemoveEvent } from './event-dialog.tsx';
import type { Exercise } from './types.ts';

/** Conferences, visits and the hot wash. */
export function EventsPlan({ exercise, zone }: { exercise: Exercise; zone: string }) {
  const t = useTranslations('exercise.plan');
  const clock = useClock();
  return (
    <section aria-labelledby="events">
      <h2 id="events" className="mb-3">
        {t('events')}
      </h2>
      {exercise.events.length === 0 ? <p className="mb-3 text-ink-2">{t('noEvents')}</p> : null}
      <ul className={exercise.events.length === 0 ? undefined : 'mb-3 border-t border-line'}>
        {exercise.events.map((event) => (
          <li key={event.id} className="flex flex-wrap items-center gap-3 border-b border-line py-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              <span className="font-semibold">{event.title}</span>{' '}
              <span className="text-ink-2">
                {clock.date(event.startsAt)} · {t(`audiences.${event.audience}`)}
              </span>
            </span>
            <EventDialog exerciseId={exercise.id} event={event} zone={zone} />
            <RemoveEvent event={event} />
          </li>
        ))}
      </ul>
      <EventDialog exerciseId={exercise.id} event={null} zone={zone} />
    </section>
  );
}
