'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { TimeWords } from '#i18n/format.ts';
import { silenceLeft } from './time-left-words.ts';

type Props = {
  until: string;
  /** The database's clock when the page was made. */
  now: string;
};

/** A second after the end the server is asked what became of it: the page itself never says that a text is adopted. */
const GRACE_MS = 1_000;

/** What is left until silence ends, by the server's clock; it ticks without moving what stands beside it. */
export function SilenceClock({ until, now }: Props) {
  const t = useTranslations('silence.clock');
  const words = useTranslations('time') as unknown as TimeWords;
  const router = useRouter();
  const left = useServerLeft(until, now);
  const over = left <= 0;
  useEffect(() => {
    if (!over) return;
    const timer = setTimeout(() => router.refresh(), GRACE_MS);
    return () => clearTimeout(timer);
  }, [over, router]);
  return (
    <p className="min-w-44">
      <span className="block text-[1.6875rem] leading-[1.15] font-semibold tracking-tight tabular-nums">
        {over ? t('over') : silenceLeft(left, words)}
      </span>
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
