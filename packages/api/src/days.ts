/** A calendar day as it is written: `2026-11-24`. */
export type Day = string;

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const two = '2-digit' as const;
  const made = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: two, day: two },
    ...{ hour: two, minute: two, second: two },
  });
  formats.set(zone, made);
  return made;
}

/** What calendar and clock show in a zone, as if it were UTC. */
function onTheWall(at: Date, zone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) parts[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return Date.parse(`${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The calendar day an instant falls on in a zone. */
export function dayIn(at: Date, zone: string): Day {
  return new Date(onTheWall(at, zone)).toISOString().slice(0, 10);
}

/** So many days later (or, negative, earlier): a matter of the calendar, so no zone and no hour plays a part. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The same day some months on. A day the month does not have is its last one: 31 January and a month is 28 February,
 * and 29 February and a year is 28 February. Counted from the start each time, so that no day is lost on the way.
 */
export function addMonthsToDay(day: Day, months: number): Day {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, days));
  return first.toISOString().slice(0, 10);
}

/** The first instant of a day in a zone. */
export function startOfDay(day: Day, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  let at = wanted;
  for (let round = 0; round < 3; round += 1) at += wanted - onTheWall(new Date(at), zone);
  return new Date(at);
}

/** The last second of a day in a zone: what "until 3 May" means. */
export function endOfDay(day: Day, zone: string): Date {
  return new Date(startOfDay(addDays(day, 1), zone).getTime() - 1000);
}
