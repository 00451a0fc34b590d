import { getTranslations } from 'next-intl/server';
import { Instant } from '#components/ui/instant.tsx';
import { serverApi } from '#trpc/server.ts';
import { CalendarAddress } from './calendar-address.tsx';
import { Section } from './section.tsx';

/** The person's dates in their own calendar program: a secret address, shown once, replaced and revoked here. */
export async function CalendarSection() {
  const [t, api] = await Promise.all([getTranslations('account.calendar'), serverApi()]);
  const { feed, level } = await api.calendar.feed();
  return (
    <div id="calendar">
      <Section title={t('title')}>
        <p className="mb-3 text-ink-2">{t('lead')}</p>
        <p className="mb-3 text-ink-2">{t('holds', { level })}</p>
        {feed?.createdAt ? (
          <p className="mb-3 text-ink-2">
            {t('since')} <Instant at={feed.createdAt} />
            {' · '}
            {feed.usedAt ? (
              <>
                {t('used')} <Instant at={feed.usedAt} />
              </>
            ) : (
              t('unused')
            )}
          </p>
        ) : null}
        <CalendarAddress has={feed !== null} />
      </Section>
    </div>
  );
}
