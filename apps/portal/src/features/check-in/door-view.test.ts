import { describe, expect, it } from 'vitest';
import { toldAnew, toldOf, viewOf } from './door-view.ts';
import type { Expected, Waiting } from './types.ts';

const someone = (badge: string, more: Partial<Expected> = {}): Expected => ({
  ...{ name: badge, party: 'NOR', role: 'Blue', team: null, badge, seat: true, state: null, since: null },
  ...more,
});
const at = (minute: number) => new Date(minute * 60_000).toISOString();
const saw = (badge: string, minute: number, kind: 'in' | 'out' = 'in'): Waiting => ({
  ...{ id: `${badge} ${minute}`, exercise: 'QH27', badge, kind, at: at(minute) },
});

describe('a door', () => {
  it('takes people in once, and says since when of who comes again', () => {
    const people = [someone('AAAA1111'), someone('BBBB2222', { state: 'in', since: at(3) })];
    const seen = viewOf(people, [saw('AAAA1111', 5), saw('AAAA1111', 8), saw('BBBB2222', 9)]);
    expect(seen.map(({ state, since }) => [state, since])).toEqual([
      ['in', at(5)],
      ['in', at(3)],
    ]);
    expect(toldOf(seen, 'AAAA1111', 'in')).toMatchObject({ what: 'again', since: at(5) });
    expect(toldOf(people, 'AAAA1111', 'in')).toMatchObject({ what: 'came' });
    expect(toldOf(seen, 'AAAA1111', 'out')).toMatchObject({ what: 'left' });
    expect(toldOf(seen, 'CCCC3333', 'in')).toEqual({ what: 'strange', badge: 'CCCC3333', kind: 'in' });
  });

  it('names whom a badge belongs to once the list is there, and leaves all else as it was told', () => {
    const early = toldOf([], 'AAAA1111', 'out');
    const list = [someone('AAAA1111', { state: 'out', since: at(5) }), someone('BBBB2222')];
    expect(toldAnew(early, list)).toEqual({ what: 'left', who: list[0] });
    expect(toldAnew(toldOf([], 'CCCC3333', 'in'), list)).toMatchObject({ what: 'strange' });
    const came = toldOf(list, 'BBBB2222', 'in');
    expect(toldAnew(came, [])).toBe(came);
    expect(toldAnew(null, list)).toBeNull();
  });

  it('knows who has left', () => {
    const seen = viewOf([someone('AAAA1111')], [saw('AAAA1111', 9, 'out'), saw('AAAA1111', 5)]);
    expect(seen[0]).toMatchObject({ state: 'out', since: at(9) });
    expect(toldOf(seen, 'AAAA1111', 'out')).toMatchObject({ what: 'leftAgain' });
  });
});
