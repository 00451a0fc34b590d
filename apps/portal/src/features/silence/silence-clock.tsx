'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { RefreshAt } from '#components/refresh-at.tsx';
import type { TimeWords } from '#i18n/format.ts';
import { silenceLeft } from './time-left-words.ts';

type Props = {
  until: string;
  /** The database's clock when the page was made. */
  now: string;
};

/**
 * What is left until silence ends, by the server's clock; it ticks without moving what stands beside it. At the end the
 * server is asked what became of it: the page itself never says that a text is adopted.
 */
export function SilenceClock({ until, now }: Props) {
  const t = useTranslations('silence.clock');
  const words = useTranslations('time') as unknown as TimeWords;
  const left = useServerLeft(until, now);
  const over = left <= 0;
  return (
    <p className="min-w-44">
      <span className="block text-[1.6875rem] leading-[1.15] font-semibold tracking-tight tabular-nums">
        {over ? t('over') : silenceLeft(left, words)}
      </span>
      <RefreshAt at={until} now={now} />
      <span className="text-sm text-ink-2">{over ? t('asking') : t('until')}</span>
    </p>
  );
}

/** Milliseconds left, each second anew: this machine's clock is used for what passes, never for what it is. */
function useServerLeft(until: string, now: string): number {
  const [left, setLeft] = useState(() => Date.parse(until) - Date.parse(now));
  useEffect(() => {
    const began = performance.now();
    const at = Date.parse(until) - Date.parse(now);
    const tick = () => setLeft(at - (performance.now() - began));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until, now]);
  return left;
}
