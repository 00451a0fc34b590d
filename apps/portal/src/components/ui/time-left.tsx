import { useClock } from '#i18n/clock.ts';
import { cx } from './cx.ts';

const URGENT_MS = 24 * 3_600_000;

/** Time left in bold and the exact instant under it, in the zone that counts. */
export function TimeLeft({ until }: { until: string | null }) {
  const clock = useClock();
  if (until === null) return null;
  const left = new Date(until).getTime() - clock.now.getTime();
  return (
    <time dateTime={until} className="block leading-[1.3]">
      <span className={cx('font-semibold', left < 0 ? 'text-bad' : left < URGENT_MS && 'text-ink')}>
        {clock.left(until)}
      </span>
      <span className="block text-xs text-ink-3">{clock.due(until)}</span>
    </time>
  );
}
