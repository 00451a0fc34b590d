'use client';

import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';

const SHORT_MS = 60_000;

/** What is left of a timed attempt. It is read out once, when the last minute begins. */
export function TimeRemaining({ left }: { left: number }) {
  const t = useTranslations('quiz.time');
  const seconds = Math.ceil(left / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const short = left <= SHORT_MS;
  return (
    <p className={cx('mb-4 text-sm', short ? 'font-semibold text-warn' : 'text-ink-2')}>
      {t('left')} <span className="font-semibold tabular-nums">{clock}</span>
      <span role="status" className="sr-only">
        {short ? t('lastMinute') : ''}
      </span>
    </p>
  );
}
