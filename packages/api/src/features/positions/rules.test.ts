import { stances as stored } from '@concord/db/schema/texts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gridKey,
  gridMark,
  liftRefusal,
  type PositionFacts,
  preparedOf,
  type Rights,
  releaseRefusal,
  stances,
  standingOf,
  takeBackRefusal,
  takeOutcome,
} from './rules.ts';

it('knows the stances that are stored, and no others', () => {
  expect([...stances]).toEqual([...stored]);
});

const fact = (more: Partial<PositionFacts> = {}): PositionFacts => ({
  ...{
    id: 'p',
    number: 1,
    partyId: 'nor',
    stance: 'agree',
    preparedBy: 'ilse',
    released: true,
    ended: false,
  },
  ...more,
});
const rights = (more: Partial<Rights> = {}): Rights => ({
  ...{ personId: 'ilse', delegated: true, empowered: true, fourEyes: false },
  ...more,
});
const someRights = fc.record({
  personId: fc.constantFrom('ilse', 'dag', 'pelle'),
  delegated: fc.boolean(),
  empowered: fc.boolean(),
  fourEyes: fc.boolean(),
});
const someFact = fc.record({
  id: fc.uuid(),
  number: fc.integer({ min: 1, max: 5 }),
  partyId: fc.constantFrom('nor', 'cal'),
  stance: fc.constantFrom(...stances),
  preparedBy: fc.constantFrom('ilse', 'dag'),
  released: fc.boolean(),
  ended: fc.boolean(),
});

describe('how a nation stands', () => {
  it('is stale exactly when what it last said is of an older version', () => {
    fc.assert(
      fc.property(fc.array(someFact), fc.integer({ min: 1, max: 5 }), (rows, number) => {
        const { state, position } = standingOf(rows, 'nor', number);
        const own = rows.filter((row) => row.partyId === 'nor' && row.released && !row.ended);
        const here = own.some((row) => row.number === number);
        const older = own.some((row) => row.number < number);
        expect(state).toBe(here ? 'said' : older ? 'stale' : 'nothing');
        if (state === 'stale') expect(position?.number).toBeLessThan(number);
        if (position) expect(own).toContain(position);
      }),
    );
  });

  it('shows nothing of what is only prepared, was ended, or is another nation’s', () => {
    const rows = [fact({ released: false }), fact({ ended: true }), fact({ partyId: 'cal' })];
    expect(standingOf(rows, 'nor', 1)).toEqual({ state: 'nothing', position: null });
    expect(preparedOf(rows, 'nor')).toBe(rows[0]);
    expect(preparedOf(rows, 'cal')).toBeNull();
  });
});

describe('who may do what', () => {
  it('releases nothing without the power, and under four eyes nothing that one person did alone', () => {
    fc.assert(
      fc.property(someRights, someFact, fc.boolean(), (held, prepared, prepareOnly) => {
        const outcome = takeOutcome(held, { prepareOnly }, null);
        if (outcome === 'released')
          expect(held).toMatchObject({ delegated: true, empowered: true, fourEyes: false });
        const released = releaseRefusal(held, prepared) === null;
        if (released) expect(held).toMatchObject({ delegated: true, empowered: true });
        if (released && held.fourEyes) expect(prepared.preparedBy).not.toBe(held.personId);
        if (liftRefusal(held) === null) {
          expect(held).toMatchObject({ delegated: true, empowered: true, fourEyes: false });
        }
        if (!held.delegated) {
          expect([outcome, releaseRefusal(held, prepared), takeBackRefusal(held, prepared)]).toEqual(
            Array(3).fill('position.notMember'),
          );
        }
      }),
    );
  });

  it('lets whoever prepared take it back, and does not write over a colleague’s', () => {
    const desk = rights({ personId: 'pelle', empowered: false });
    expect(takeBackRefusal(desk, fact({ preparedBy: 'pelle' }))).toBeNull();
    expect(takeBackRefusal(desk, fact())).toBe('position.power');
    expect(takeOutcome(desk, { prepareOnly: true }, fact())).toBe('position.alreadyPrepared');
    expect(takeOutcome(desk, { prepareOnly: true }, fact({ preparedBy: 'pelle' }))).toBe('prepared');
    expect(takeOutcome(desk, { prepareOnly: false }, null)).toBe('position.power');
  });
});

describe('the grid', () => {
  it('never shows silence, or what was said of an older version, as agreement', () => {
    fc.assert(
      fc.property(fc.array(someFact), fc.integer({ min: 0, max: 2 }), (rows, reservations) => {
        const standing = standingOf(rows, 'nor', 5);
        const mark = gridMark(standing, reservations);
        if (mark === 'agree' || mark === 'noObjection') expect(standing.state).toBe('said');
        if (reservations > 0) expect(['reservation', 'cannotAccept']).toContain(mark);
      }),
    );
  });

  it('counts every nation once, and says where the reader’s is among them', () => {
    const key = gridKey([
      { mark: 'silent', mine: true },
      { mark: 'agree', mine: false },
      { mark: 'silent', mine: false },
    ]);
    expect(key).toEqual([
      { mark: 'agree', count: 1, mine: false },
      { mark: 'silent', count: 2, mine: true },
    ]);
  });
});
