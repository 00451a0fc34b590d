const DAY_MS = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone; making one costs more than reading it many times. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  clocks.set(zone, clock);
  return clock;
}

/** A zone's offset from UTC at an instant, in minutes. */
function offsetAt(zone: string, at: number): number {
  const parts = clockOf(zone).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(
    ...([
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    ] as const),
  );
  return Math.round((wall - Math.floor(at / 1000) * 1000) / 60_000);
}

/** The name the zone goes by at an instant, as `CET`; where it has none, its distance from UTC. */
function nameAt(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

type Change = { at: number; before: number; after: number };

/** When the zone's clocks change between two instants, to the minute. */
export function changesOf(zone: string, from: number, until: number): Change[] {
  const changes: Change[] = [];
  let before = offsetAt(zone, from);
  for (let day = from; day < until; day += DAY_MS) {
    const after = offsetAt(zone, day + DAY_MS);
    if (after === before) continue;
    let [low, high] = [day, day + DAY_MS];
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000;
      if (offsetAt(zone, middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: Math.ceil(high / 60_000) * 60_000, before, after });
    before = after;
  }
  return changes;
}

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) of the zone with every change of its clocks between two instants, each named by itself:
 * right for those years in any program, whatever it knows of the zone.
 */
export function vtimezone(zone: string, from: Date, until: Date): string {
  // The observance that holds at the beginning comes from the change before it.
  const start = Math.floor(from.getTime() / DAY_MS) * DAY_MS - 400 * DAY_MS;
  const changes = changesOf(zone, start, until.getTime() + DAY_MS);
  const first = { at: start, before: offsetAt(zone, start), after: offsetAt(zone, start) };
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  for (const change of [first, ...changes]) lines.push(...observance(zone, change));
  return [...lines, 'END:VTIMEZONE'].join('\r\n');
}

function observance(zone: string, { at, before, after }: Change): string[] {
  // Daylight saving time is where the clock is ahead of the year's least offset.
  const least = Math.min(...[0, 91, 182, 273].map((days) => offsetAt(zone, at + days * DAY_MS)));
  const kind = after > least ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wall(at + before * 60_000)}`,
    `TZOFFSETFROM:${signed(before)}`,
    `TZOFFSETTO:${signed(after)}`,
    `TZNAME:${nameAt(zone, at + 60_000)}`,
    `END:${kind}`,
  ];
}

const two = (value: number) => String(value).padStart(2, '0');

/** A wall clock as iCalendar writes it, from milliseconds counted as if it were UTC. */
function wall(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

function signed(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
