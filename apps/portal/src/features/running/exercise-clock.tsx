'use client';

import { exerciseTime } from '@concord/api/features/injects/rules';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { Board } from './types.ts';

type State = Board['clock']['state'];
const tones: Record<State, Tone> = { waiting: 'neutral', running: 'good', paused: 'warn', ended: 'neutral' };

/** The exercise's time on a page, going on as the clock does. `time` is in milliseconds, as of `now`. */
export function ExerciseClock({ state, time, now }: { state: State; time: number; now: string }) {
  const t = useTranslations('running');
  const gone = useGone(now, state === 'running');
  return (
    <p className="mb-5 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-3">
      <span className="font-semibold text-ink-2">{t('exerciseTime')}</span>
      <span role="timer" className="text-2xl font-semibold">
        {exerciseTime(Math.floor((time + gone) / 60_000))}
      </span>
      <Tag tone={tones[state]} marked={state !== 'waiting' && state !== 'ended'}>
        {t(`states.${state}`)}
      </Tag>
      <span className="text-ink-2 max-sm:sr-only">{t('word')}</span>
    </p>
  );
}

const TICK_MS = 5_000;

/** Milliseconds since the page was made, by steps; none while the clock stands still. */
function useGone(now: string, moves: boolean): number {
  const [gone, setGone] = useState({ of: now, ms: 0 });
  useEffect(() => {
    if (!moves) return;
    const began = Date.now();
    const timer = setInterval(() => setGone({ of: now, ms: Date.now() - began }), TICK_MS);
    return () => clearInterval(timer);
  }, [now, moves]);
  return moves && gone.of === now ? gone.ms : 0;
}
