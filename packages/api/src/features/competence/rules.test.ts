import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competenceOf, countOf, isShown, nextCourse, type Offer, type Proof, SOON_DAYS } from './rules.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-11-29T12:00:00Z');
const proof = (days: number | null, more: Partial<Proof> = {}): Proof => ({
  ...{ kind: 'course', subjectId: 'c', from: now - 100 * DAY },
  until: days === null ? null : now + days * DAY,
  ...more,
});

describe('where somebody stands with a competence', () => {
  it.each([
    ['nothing shows it', [], 'missing'],
    ['it is shown for ever', [proof(null)], 'shown'],
    ['it ends far off', [proof(SOON_DAYS + 1)], 'shown'],
    ['it ends soon', [proof(SOON_DAYS)], 'endsSoon'],
    ['it has ended', [proof(-1)], 'expired'],
    ['it ends this instant', [proof(0)], 'expired'],
    ['one ended and one holds', [proof(-1), proof(90, { subjectId: 'd' })], 'shown'],
    ['it begins later', [proof(null, { from: now + 1 })], 'missing'],
  ] as const)('%s', (_, proofs, standing) => expect(competenceOf(proofs, now).standing).toBe(standing));

  const proofs = fc.array(
    fc.record({
      kind: fc.constantFrom('course' as const, 'exercise' as const, 'questions' as const),
      subjectId: fc.constantFrom('a', 'b', 'c'),
      from: fc.integer({ min: now - 900 * DAY, max: now + 10 * DAY }),
      until: fc.option(fc.integer({ min: now - 400 * DAY, max: now + 400 * DAY })),
    }),
  );

  it('depends on the set of proofs alone, never gets worse by one more, and ends only with the clock', () =>
    fc.assert(
      fc.property(proofs, proofs, fc.nat(400 * DAY), (some, more, later) => {
        const before = competenceOf(some, now);
        expect(competenceOf([...some].reverse(), now)).toEqual(before);
        const after = competenceOf([...some, ...more], now);
        if (isShown(before.standing)) expect(isShown(after.standing)).toBe(true);
        if (isShown(before.standing) && (before.until === null || before.until > now + later))
          expect(isShown(competenceOf(some, now + later).standing)).toBe(true);
        expect(before.proofs.every(({ until }) => until === null || until > now)).toBe(true);
      }),
    ));
});

describe('the one course to take next', () => {
  const offer = (courseId: string, teaches: string[], underWay = false): Offer => ({
    ...{ courseId, title: courseId, underWay, teaches },
  });
  const needs = (standings: Record<string, 'missing' | 'expired' | 'endsSoon' | 'shown'>) => ({
    needs: Object.entries(standings).map(([itemId, standing]) => ({ itemId, standing })),
  });

  it.each([
    ['what teaches most of what is missing', [needs({ a: 'missing', b: 'expired', c: 'shown' })], 'two'],
    ['what is under way', [needs({ a: 'missing', b: 'missing', d: 'missing' })], 'begun'],
    [
      'the first work before the second',
      [needs({ c: 'missing' }), needs({ a: 'missing', b: 'missing' })],
      'three',
    ],
    ['what is missing before what ends soon', [needs({ c: 'endsSoon' }), needs({ a: 'missing' })], 'two'],
    ['what ends soon, where nothing is missing', [needs({ c: 'endsSoon', a: 'shown' })], 'three'],
    ['nothing, where all is shown', [needs({ a: 'shown' })], undefined],
    ['nothing, where no course teaches it', [needs({ z: 'missing' })], undefined],
  ])('is %s', (_, works, courseId) => {
    const offers = [
      offer('one', ['b']),
      offer('two', ['a', 'b', 'c']),
      offer('three', ['c', 'x']),
      offer('begun', ['d'], true),
    ].filter((one) => one.courseId !== 'two' || courseId !== 'three');
    expect(nextCourse(works, offers)?.offer.courseId).toBe(courseId);
  });

  it('always covers something that is not safely there', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.dictionary(
            fc.constantFrom('a', 'b', 'c', 'd'),
            fc.constantFrom('missing', 'expired', 'endsSoon', 'shown'),
          ),
        ),
        fc.array(
          fc.tuple(fc.constantFrom('one', 'two', 'three'), fc.subarray(['a', 'b', 'c', 'd']), fc.boolean()),
        ),
        (works, raw) => {
          const all = works.map((one) => needs(one as Parameters<typeof needs>[0]));
          const next = nextCourse(
            all,
            raw.map(([id, teaches, begun]) => offer(id, teaches, begun)),
          );
          const open = new Set(
            all.flatMap((work) =>
              work.needs.filter(({ standing }) => standing !== 'shown').map(({ itemId }) => itemId),
            ),
          );
          const useful = raw.some(([, teaches]) => teaches.some((id) => open.has(id)));
          expect(next !== null).toBe(useful);
          if (next) expect(next.offer.teaches.some((id) => open.has(id))).toBe(true);
        },
      ),
    ));

  it('counts what is there', () =>
    expect(countOf(['shown', 'endsSoon', 'expired', 'missing'])).toEqual({ shown: 2, endsSoon: 1, all: 4 }));
});
