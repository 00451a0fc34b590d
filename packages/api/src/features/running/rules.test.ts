import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClockRow, clockAt, expectedAt, reachedAt } from './clock.ts';
import { dueOf, type Happened, newlyDue, type Outgoing, type RunScene } from './rules.ts';

const START = Date.parse('2027-03-01T08:00:00Z');
const at = (minute: number) => new Date(START + minute * 60_000);
const row = (kind: ClockRow['kind'], minute: number, more: Partial<ClockRow> = {}): ClockRow => ({
  ...{ kind, at: at(minute), minute: null, teamId: null, minutes: null },
  ...more,
});
const time = (rows: ClockRow[], minute: number, team: string | null = null) =>
  clockAt(rows, team, at(minute)).time / 60_000;

describe('the exercise clock', () => {
  const rows = [row('start', 0), row('pause', 10), row('resume', 30), row('jump', 40, { minute: 60 })];

  it('runs, stands still, goes on and jumps ahead', () => {
    expect([-5, 0, 7, 10, 20, 30, 35, 40, 50].map((minute) => time(rows, minute))).toEqual([
      ...[0, 0, 7, 10, 10, 10, 15, 60, 70],
    ]);
  });

  it('gives a team with an extension that much more time, and no other', () => {
    const extended = [row('start', 0), row('extend', 20, { teamId: 'a', minutes: 15 })];
    expect([20, 30, 35, 40].map((minute) => time(extended, minute, 'a'))).toEqual([20, 20, 20, 25]);
    expect(time(extended, 40, 'b')).toBe(40);
    expect(reachedAt(extended, 'a', 25, at(60))).toEqual(at(40));
    expect(expectedAt(extended, 'a', 30, at(22))).toEqual(at(45));
    expect(reachedAt(extended, 'a', 20, at(60))).toEqual(at(20));
  });

  it('reaches no minute while it stands still, and what it jumped over at the jump', () => {
    expect(reachedAt(rows, 'a', 10, at(20))).toBeNull();
    expect(reachedAt(rows, 'a', 10, at(60))).toEqual(at(30));
    expect(reachedAt(rows, 'a', 45, at(60))).toEqual(at(40));
    const asleep = [row('start', 0), row('pause', 5), row('jump', 6, { minute: 50 }), row('resume', 9)];
    expect(reachedAt(asleep, 'a', 30, at(8))).toBeNull();
    expect(reachedAt(asleep, 'a', 30, at(20))).toEqual(at(9));
  });
});

/** Any sequence of turns the clock can take, each some minutes after the last. */
const anyClock = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 0, max: 40 }),
      turn: fc.constantFrom<ClockRow['kind']>('pause', 'resume', 'jump', 'extend'),
      by: fc.integer({ min: 1, max: 60 }),
      team: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 14 },
  )
  .map((turns) => {
    const rows = [row('start', 0)];
    let [now, paused] = [0, false];
    for (const { wait, turn, by, team } of turns) {
      now += wait;
      if ((turn === 'pause') === paused && (turn === 'pause' || turn === 'resume')) continue;
      if (turn === 'pause') paused = true;
      if (turn === 'resume') {
        if (!paused) continue;
        paused = false;
      }
      const ahead = Math.floor(clockAt(rows, null, at(now)).time / 60_000) + by;
      rows.push(row(turn, now, { minute: ahead, teamId: team, minutes: by }));
    }
    return rows;
  });

describe('any clock', () => {
  it('never goes back, and no team is ahead of it or behind it by more than it was given', () => {
    fc.assert(
      fc.property(anyClock, fc.constantFrom('a', 'b', 'c'), (rows, team) => {
        let before = 0;
        for (let minute = 0; minute <= 300; minute += 1) {
          const own = time(rows, minute, team);
          const all = time(rows, minute);
          const given = rows
            .filter((one) => one.kind === 'extend' && one.teamId === team && one.at <= at(minute))
            .reduce((sum, one) => sum + (one.minutes ?? 0), 0);
          expect(own).toBeGreaterThanOrEqual(before);
          expect(own).toBeLessThanOrEqual(all);
          expect(all - own).toBeLessThanOrEqual(given);
          before = own;
        }
      }),
    );
  });

  it('reached a minute when it first stood at it or past it, as a model that looks at every minute finds', () => {
    fc.assert(
      fc.property(anyClock, fc.integer({ min: 0, max: 200 }), (rows, wanted) => {
        let model: number | null = null;
        for (let minute = 0; minute <= 400 && model === null; minute += 1) {
          const known = clockAt(rows, 'a', at(minute));
          if (known.state === 'running' && known.time >= wanted * 60_000) model = minute;
        }
        const reached = reachedAt(rows, 'a', wanted, at(400));
        expect(reached).toEqual(model === null ? null : at(model));
      }),
    );
  });

  it('told what was reached by an instant still says so later', () => {
    fc.assert(
      fc.property(
        anyClock,
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 300 }),
        (rows, wanted, now) => {
          const then = reachedAt(rows, 'a', wanted, at(now));
          if (then) expect(reachedAt(rows, 'a', wanted, at(now + 100))).toEqual(then);
        },
      ),
    );
  });
});

const inject = (id: string, more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ id, minute: 0, trigger: 'clock', afterId: null, teamIds: ['a', 'b'], approved: true },
  ...more,
});
const scene = (injects: Outgoing[], more: Partial<RunScene> = {}): RunScene => ({
  ...{ clock: [row('start', 0)], injects, releases: [], deliveries: [], answers: [] },
  ...more,
});
const said = (injectId: string, teamId: string, minute: number): Happened => ({
  injectId,
  teamId,
  at: at(minute),
});
const due = (one: RunScene, now = 500) => {
  const of = dueOf(one, at(now));
  return (id: string, team: string) => {
    const found = of(id, team);
    return found && (+found - START) / 60_000;
  };
};

describe('delivery', () => {
  it('is by the clock, to approved injects and their own teams', () => {
    const of = due(scene([inject('1', { minute: 5, teamIds: ['a'] }), inject('2', { approved: false })]));
    expect([of('1', 'a'), of('1', 'b'), of('2', 'a')]).toEqual([5, null, null]);
  });

  it('is not before the inject that is followed, whoever that is for', () => {
    const injects = [
      inject('1', { trigger: 'hand', teamIds: ['b'] }),
      inject('2', { minute: 5, afterId: '1', teamIds: ['a'] }),
    ];
    expect(due(scene(injects))('2', 'a')).toBeNull();
    expect(due(scene(injects, { releases: [said('1', 'b', 30)] }))('2', 'a')).toBe(30);
  });

  it('is by answer, for the team that answered; while the clock stands still, when it goes on', () => {
    const injects = [inject('1'), inject('2', { trigger: 'answer', afterId: '1' })];
    const clock = [row('start', 0), row('pause', 10), row('resume', 25)];
    const of = due(scene(injects, { clock, answers: [said('1', 'a', 12), said('1', 'b', 40)] }));
    expect([of('2', 'a'), of('2', 'b')]).toEqual([25, 40]);
  });

  it('is by hand at once, approved or not, and stays as it was written', () => {
    const written = scene([inject('1', { trigger: 'hand', approved: false })], {
      releases: [said('1', 'a', 3)],
    });
    expect(due(written)('1', 'a')).toBe(3);
    expect(due(scene([inject('1', { minute: 90 })], { deliveries: [said('1', 'a', 4)] }), 10)('1', 'a')).toBe(
      4,
    );
  });

  it('never comes out of a circle', () => {
    expect(newlyDue(scene([inject('1', { afterId: '2' }), inject('2', { afterId: '1' })]), at(60))).toEqual(
      [],
    );
  });
});

/** Looks every so often, writes what is new, and goes on from there: as processes that come and go do. */
function replay(start: RunScene, instants: readonly number[]): RunScene {
  const deliveries: Happened[] = [];
  for (const minute of instants) {
    const now = at(minute);
    const seen = {
      ...{ injects: start.injects, deliveries },
      clock: start.clock.filter((turn) => turn.at <= now),
      releases: start.releases.filter((release) => release.at <= now),
      answers: start.answers.filter((answer) => answer.at <= now),
    };
    deliveries.push(...newlyDue(seen, now));
  }
  return { ...start, deliveries };
}

describe('an exercise of two hours with 12 teams and 300 injects', () => {
  const teams = Array.from({ length: 12 }, (_, index) => `team ${index}`);
  const injects = Array.from({ length: 300 }, (_, index) =>
    inject(String(index), {
      minute: Math.floor(index * 0.4),
      trigger: index % 29 === 28 ? 'hand' : index % 7 === 6 ? 'answer' : 'clock',
      afterId: index % 7 === 6 || index % 11 === 10 ? String(index - 3) : null,
      teamIds: teams.filter((_, team) => (index + team) % 3 !== 0),
    }),
  );
  const clock = [
    row('start', 0),
    row('extend', 30, { teamId: 'team 4', minutes: 10 }),
    row('pause', 50),
    row('resume', 65),
    row('jump', 90, { minute: 85 }),
  ];
  const answers = injects.flatMap(({ id, teamIds }) =>
    Number(id) % 7 === 3
      ? teamIds.filter((_, team) => team % 2 === 0).map((team) => said(id, team, Number(id) * 0.5 + 1))
      : [],
  );
  const releases = teams.slice(0, 6).map((team) => said('28', team, 20));
  const whole = scene(injects, { clock, answers, releases });

  it('comes out the same however often anybody looked, and each inject once for each team', () => {
    const everyMinute = replay(
      whole,
      Array.from({ length: 151 }, (_, minute) => minute),
    ).deliveries;
    const thrice = replay(whole, [13, 77, 150]).deliveries;
    const once = newlyDue(whole, at(150));
    const sorted = (all: readonly Happened[]) =>
      all.map((one) => `${one.injectId} ${one.teamId} ${+one.at}`).sort();
    expect(sorted(everyMinute)).toEqual(sorted(once));
    expect(sorted(thrice)).toEqual(sorted(once));
    expect(new Set(sorted(once).map((line) => line.replace(/ \d+$/, ''))).size).toBe(once.length);
    expect(once.length).toBeGreaterThan(1_500);
    // Nothing went out while the clock stood still, and the extended team got later what the others had.
    for (const { at: instant } of once) expect(+instant <= +at(50) || +instant >= +at(65)).toBe(true);
    const of = due(whole, 150);
    expect(of('100', 'team 3')).toBe(40);
    expect(of('100', 'team 4')).toBe(50 + 15);
  });
});
