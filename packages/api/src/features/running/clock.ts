/** What control did to the exercise clock. Rows are only added; their order is `place`. */
export type ClockRow = {
  kind: 'start' | 'pause' | 'resume' | 'jump' | 'extend' | 'end';
  at: Date;
  /** Of a jump: the minute of exercise time it leads to. */
  minute: number | null;
  /** Of an extension: which team gets how many minutes more. */
  teamId: string | null;
  minutes: number | null;
};

export type ClockState = 'waiting' | 'running' | 'paused' | 'ended';

const MINUTE = 60_000;

/** A stretch between two rows: how the clock and one team's own time stand at its beginning, and whether they move. */
type Stretch = { from: number; until: number; running: boolean; base: number; held: number; owed: number };

/**
 * The exercise's time as stretches up to an instant, for one team or (null) for the exercise. A team with an extension
 * stands still until the clock has gone so much further: its time is never behind what it was, and never runs ahead.
 */
function stretches(rows: readonly ClockRow[], teamId: string | null, now: Date): Stretch[] {
  const all: Stretch[] = [];
  let at: Stretch = { from: Number.NEGATIVE_INFINITY, until: 0, running: false, base: 0, held: 0, owed: 0 };
  for (const row of rows) {
    const from = Math.max(row.at.getTime(), at.from);
    if (from > now.getTime()) break;
    all.push({ ...at, until: from });
    at = { ...after(at, row, teamId, from), from };
  }
  // The instant a stretch ends belongs to the next; the last holds this very one.
  return [...all, { ...at, until: now.getTime() + 1 }];
}

function after(at: Stretch, row: ClockRow, teamId: string | null, from: number): Stretch {
  const base = baseAt(at, from);
  switch (row.kind) {
    case 'start':
    case 'resume':
      return { ...at, base, running: true };
    case 'pause':
    case 'end':
      return { ...at, base, running: false };
    case 'jump':
      return { ...at, base: Math.max(base, (row.minute ?? 0) * MINUTE) };
    case 'extend':
      if (teamId === null || row.teamId !== teamId) return { ...at, base };
      return {
        ...at,
        base,
        held: timeAt({ ...at, base, from }, from),
        owed: at.owed + (row.minutes ?? 0) * MINUTE,
      };
  }
}

const baseAt = (at: Stretch, instant: number) => at.base + (at.running ? Math.max(0, instant - at.from) : 0);
const timeAt = (at: Stretch, instant: number) => Math.max(at.held, baseAt(at, instant) - at.owed);

/** How far the clock is: what it does, and exercise time in milliseconds, for one team or for the exercise. */
export function clockAt(rows: readonly ClockRow[], teamId: string | null, now: Date) {
  const known = rows.filter(({ at }) => at <= now);
  const last = stretches(rows, teamId, now).at(-1);
  return { state: stateOf(known), time: last ? timeAt(last, now.getTime()) : 0, owed: last?.owed ?? 0 };
}

function stateOf(rows: readonly ClockRow[]): ClockState {
  const turn = rows.findLast(({ kind }) => kind !== 'jump' && kind !== 'extend')?.kind;
  if (turn === undefined) return 'waiting';
  return turn === 'end' ? 'ended' : turn === 'pause' ? 'paused' : 'running';
}

/** The first instant, with the clock running, at which a team's time had come to a minute; null while it has not. */
export function reachedAt(rows: readonly ClockRow[], teamId: string, minute: number, now: Date): Date | null {
  return reacher(rows, teamId, now)(minute);
}

/** As `reachedAt`, for many minutes of one team: the clock's rows are gone through once. */
export function reacher(
  rows: readonly ClockRow[],
  teamId: string,
  now: Date,
): (minute: number) => Date | null {
  const all = stretches(rows, teamId, now);
  return (minute) => reachedIn(all, minute);
}

function reachedIn(all: readonly Stretch[], minute: number): Date | null {
  const wanted = minute * MINUTE;
  for (const at of all) {
    if (!at.running) continue;
    const instant = at.held >= wanted ? at.from : Math.max(at.from, at.from + wanted + at.owed - at.base);
    if (instant < at.until) return new Date(instant);
  }
  return null;
}

/** The first instant from this one on at which the clock ran; null while it has not. */
export function runningFrom(rows: readonly ClockRow[], instant: Date, now: Date): Date | null {
  for (const at of stretches(rows, null, now)) {
    const first = Math.max(at.from, instant.getTime());
    if (at.running && first < at.until) return new Date(first);
  }
  return null;
}

/** When a team will come to a minute if nothing is done to the clock from now on; null where the clock stands still. */
export function expectedAt(
  rows: readonly ClockRow[],
  teamId: string,
  minute: number,
  now: Date,
): Date | null {
  const reached = reachedAt(rows, teamId, minute, now);
  if (reached) return reached;
  const last = stretches(rows, teamId, now).at(-1);
  if (!last?.running) return null;
  return new Date(now.getTime() + minute * MINUTE + last.owed - baseAt(last, now.getTime()));
}

/** Which turns the clock can take from where it is. */
export function turnsFrom(state: ClockState): ClockRow['kind'][] {
  switch (state) {
    case 'waiting':
      return ['start'];
    case 'running':
      return ['pause', 'jump', 'extend', 'end'];
    case 'paused':
      return ['resume', 'jump', 'extend', 'end'];
    case 'ended':
      return [];
  }
}
