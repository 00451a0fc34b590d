import type { WaitingItem } from '@concord/api/features/today/rules';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { DueList, DueRow } from '#components/ui/due-list.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TimeLeft } from '#components/ui/time-left.tsx';
import { useClock } from '#i18n/clock.ts';
import { describeItem } from './describe-item.ts';

/** What waits for the person, the nearest deadline first. */
export function Waiting({ items }: { items: readonly WaitingItem[] }) {
  const t = useTranslations('today');
  return (
    <section aria-labelledby="waiting">
      <div className="mb-3 flex items-baseline justify-between">
        <h2 id="waiting">{t('waiting')}</h2>
        {items.length > 0 ? <span className="text-sm font-medium text-ink-3">{items.length}</span> : null}
      </div>
      {items.length === 0 ? (
        <EmptyState title={t('nothingWaiting.title')}>{t('nothingWaiting.body')}</EmptyState>
      ) : (
        <DueList>
          {items.map((item) => (
            <WaitingRow key={`${item.kind} ${item.id}`} item={item} />
          ))}
        </DueList>
      )}
    </section>
  );
}

function WaitingRow({ item }: { item: WaitingItem }) {
  const t = useTranslations('today');
  const clock = useClock();
  const words = describeItem(item, t, clock);
  return (
    <DueRow
      due={
        item.due ? (
          <TimeLeft until={item.due} />
        ) : (
          <span className="font-semibold text-ink-3">{t('noDate')}</span>
        )
      }
      title={words.title}
      action={
        <LinkButton href={words.href}>
          {words.action}
          <span className="sr-only">: {words.title}</span>
        </LinkButton>
      }
    >
      {words.note}
    </DueRow>
  );
}
