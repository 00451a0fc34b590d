import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Exercise } from './types.ts';

type Event = Pick<Exercise['events'][number], 'id' | 'kind' | 'title' | 'place' | 'link' | 'startsAt'>;
type Props = { events: readonly Event[]; when: (event: Event) => ReactNode };

/** Conferences and other dates around an exercise; what kind each is, where its title does not say so already. */
export function EventLines({ events, when }: Props) {
  const t = useTranslations('exercise');
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {events.map((event) => {
        const kind = t(`eventKinds.${event.kind}`);
        return (
          <li key={event.id} className="wrap-anywhere">
            <span className="font-semibold">{event.title}</span>
            <span className="block text-ink-2">
              {kind === event.title ? null : `${kind} · `}
              {when(event)}
              {event.place ? ` · ${event.place}` : null}
            </span>
            {event.link ? (
              <a href={event.link} rel="noreferrer" className="text-accent underline">
                {t('facts.link')}
              </a>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
