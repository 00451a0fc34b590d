import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';
import { useEnd } from '#features/silence/use-end.ts';
import { useClock } from '#i18n/clock.ts';
import type { Summary } from './types.ts';

/** Where the summary record stands, with the instant that counts. */
export function SummaryStanding({ summary }: { summary: Summary }) {
  const t = useTranslations('meetings.summary');
  const clock = useClock();
  const inZones = useEnd(summary.body.zone);
  const words = (at: string) => {
    const { there, elsewhere } = inZones(at);
    return elsewhere ? `${there} (${elsewhere})` : there;
  };
  const { state, until, agreedAt, openedAt } = summary;
  if (state === 'draft') return <Notice kind="warn">{t('notOpened')}</Notice>;
  if (state === 'changed') return <Notice kind="warn">{t('changed')}</Notice>;
  if (state === 'remarks') {
    const ahead = until !== null && clock.now.getTime() < Date.parse(until);
    return (
      <Notice kind="warn" title={t('remarksStand')}>
        {ahead ? <p>{t('remarksUntil', { until: words(until) })}</p> : null}
        {summary.can.answer ? <p className="no-print">{t('remarksPlan')}</p> : null}
      </Notice>
    );
  }
  if (agreedAt) return <Notice kind="good">{t('agreed', { when: words(agreedAt) })}</Notice>;
  return (
    <Notice kind="info">
      {until ? t('open', { until: words(until) }) : t('draft', { when: clock.at(openedAt ?? '') })}
    </Notice>
  );
}
