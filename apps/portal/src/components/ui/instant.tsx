import { useClock } from '#i18n/clock.ts';
import type { InstantStyle } from '#i18n/format.ts';

/** An instant at headquarters, with its zone; the reader's own zone stands in the title. */
export function Instant({ at, style = 'short' }: { at: string; style?: InstantStyle }) {
  const clock = useClock();
  return (
    <time dateTime={at} title={clock.inBothZones(at)}>
      {clock.at(at, style)}
    </time>
  );
}
