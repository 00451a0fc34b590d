import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLate, type Remark, summaryAt } from './summary-state.ts';

const at = (minute: number) => new Date(Date.UTC(2031, 0, 1, 0, minute));
const made = (minute: number, more: Partial<Remark> = {}): Remark => ({
  ...{ madeAt: at(minute), late: false, takenBackAt: null },
  ...more,
});
const laid = { openedAt: at(0), until: at(60), changedAt: null, remarks: [] as Remark[] };

describe('where a summary record stands', () => {
  it.each([
    ['not laid', { ...laid, openedAt: null, until: null }, 90, 'draft', null],
    ['just before the end', laid, 59, 'open', null],
    ['at the very end', laid, 60, 'agreed', 60],
    ['long after it', laid, 900, 'agreed', 60],
    ['with a remark, before the end', { ...laid, remarks: [made(5)] }, 10, 'remarks', null],
    ['with a remark, after the end', { ...laid, remarks: [made(5)] }, 90, 'remarks', null],
    [
      'with one taken back in time',
      { ...laid, remarks: [made(5, { takenBackAt: at(9) })] },
      90,
      'agreed',
      60,
    ],
    [
      'with one taken back after the end',
      { ...laid, remarks: [made(5, { takenBackAt: at(80) })] },
      90,
      'agreed',
      80,
    ],
    ['with a late one', { ...laid, remarks: [made(70, { late: true })] }, 90, 'agreed', 60],
    ['laid again after a remark', { ...laid, remarks: [made(-5)] }, 30, 'open', null],
    ['changed since it was laid', { ...laid, changedAt: at(3), remarks: [made(5)] }, 90, 'changed', null],
    ['changed before it was laid', { ...laid, changedAt: at(-3) }, 30, 'open', null],
    ['laid before there were ends', { ...laid, until: null }, 900, 'open', null],
  ] as const)('%s', (_, rows, minute, state, agreed) => {
    expect(summaryAt(rows, at(minute))).toEqual({ state, agreedAt: agreed === null ? null : at(agreed) });
  });

  it('once agreed stays agreed from the same instant on, whatever comes late', () => {
    const remarks = fc.array(
      fc.record({ minute: fc.integer({ min: 0, max: 59 }), held: fc.integer({ min: 1, max: 120 }) }),
      { maxLength: 4 },
    );
    const later = fc.array(fc.integer({ min: 60, max: 400 }), { maxLength: 4 });
    fc.assert(
      fc.property(remarks, later, fc.nat(300), fc.nat(300), (some, late, minute, more) => {
        const rows = {
          ...laid,
          remarks: some.map((one) => made(one.minute, { takenBackAt: at(one.minute + one.held) })),
        };
        const before = summaryAt(rows, at(200 + minute));
        const kept = late.map((one) => made(one, { late: isLate(laid.until, at(one)) }));
        const after = summaryAt({ ...rows, remarks: [...rows.remarks, ...kept] }, at(200 + minute + more));
        expect(after).toEqual(before);
        expect(before.state).toBe('agreed');
      }),
    );
  });
});
