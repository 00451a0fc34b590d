const QUARTER = 15 * 60_000;
const MOST_KEPT = 20_000;

const offsets = new Map<string, number>();
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock in the zone shows, as if it were UTC. */
export function wallClock(at: Date, zone: string): number {
  return at.getTime() + offsetOf(at.getTime(), zone);
}

/** How far a zone is from UTC: asked of the engine once for a quarter of an hour, within which no clock is changed. */
function offsetOf(at: number, zone: string): number {
  const start = Math.floor(at / QUARTER) * QUARTER;
  const key = `${zone} ${start}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(start)) shown[type] = value;
  const { year, month, day, hour, minute, second } = shown;
  const offset = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - start;
  if (offsets.size >= MOST_KEPT) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  clocks.set(zone, made);
  return made;
}

type Names = { weekdays: string[]; months: string[] };
const names = new Map<string, Names>();

/** The names of days and months as they stand in a date. */
export function namesOf(tag: string, width: 'long' | 'short'): Names {
  const known = names.get(`${tag} ${width}`);
  if (known) return known;
  const format = new Intl.DateTimeFormat(tag, {
    weekday: width,
    day: 'numeric',
    month: width,
    year: 'numeric',
    timeZone: 'UTC',
  });
  const part = (at: number, type: 'weekday' | 'month') =>
    format.formatToParts(at).find((one) => one.type === type)?.value ?? '';
  const made = {
    // 4 January 1970 was a Sunday.
    weekdays: Array.from({ length: 7 }, (_, day) => part(Date.UTC(1970, 0, 4 + day), 'weekday')),
    months: Array.from({ length: 12 }, (_, month) => part(Date.UTC(1970, month, 15), 'month')),
  };
  names.set(`${tag} ${width}`, made);
  return made;
}
