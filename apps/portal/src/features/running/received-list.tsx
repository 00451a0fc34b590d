import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { Acknowledge, Answer } from './team-forms.tsx';
import type { Inbox, Received } from './types.ts';

/** What has reached the team, the newest first. */
export function ReceivedList({ inbox }: { inbox: Inbox }) {
  const t = useTranslations('running.inbox');
  if (inbox.injects.length === 0) return <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>;
  return (
    <ol className="flex flex-col gap-4">
      {inbox.injects.map((inject) => (
        <ReceivedInject key={inject.id} inbox={inbox} inject={inject} />
      ))}
    </ol>
  );
}

function ReceivedInject({ inbox, inject }: { inbox: Inbox; inject: Received }) {
  const t = useTranslations('running.inbox');
  const { locale } = useClock();
  const { exercise } = inbox;
  const at = (instant: string) => formatInstant(instant, { zone: exercise.timeZone, locale, style: 'short' });
  return (
    <li className="rounded-md border border-line p-4">
      <h2 className="wrap-anywhere">{inject.title}</h2>
      <p className="mb-2 text-sm text-ink-2">
        {[inject.from, inject.means, at(inject.at)].filter(Boolean).join(' · ')}
        {inject.attention ? ` · ${t('attention', { role: inject.attention })}` : null}
      </p>
      <p className="max-w-measure whitespace-pre-line wrap-anywhere">{inject.text}</p>
      {inject.answers.map((one) => (
        <div key={one.id} className="mt-3 border-l-3 border-accent-line pl-3">
          <p className="text-sm text-ink-2">
            {one.by} · {at(one.at)}
          </p>
          <p className="max-w-measure whitespace-pre-line wrap-anywhere">{one.text}</p>
        </div>
      ))}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {inject.read ? (
          <Tag tone="good" marked>
            {t('readBy', { who: inject.read.by })}
          </Tag>
        ) : (
          <Acknowledge exerciseId={exercise.id} inject={inject} />
        )}
        <Answer exerciseId={exercise.id} inject={inject} />
      </div>
    </li>
  );
}
