import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Move, MoveLine } from './move-line.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const move = (id: string): Move => ({
  commandId: `c-${id}`,
  courseId: 'one',
  part: 'unit',
  id,
  unitId: null,
  at: 0,
});

/** A server that can be cut off, or that refuses, and a line of moves to it. */
function line(draft = 'draft') {
  const state = { cut: false, refuses: false };
  const [sent, waits, refused] = [[] as string[], [] as boolean[], [] as unknown[]];
  const moves = new MoveLine({
    ...{ courseId: 'one', draft },
    send: async ({ id }) => {
      if (state.cut) throw new TypeError('Failed to fetch');
      if (state.refuses) throw { data: { code: 'NOT_FOUND' } };
      sent.push(id);
      return { revision: sent.length };
    },
    onSent: () => undefined,
    onRefused: (failure) => refused.push(failure),
    onWaiting: (waiting) => waits.push(waiting),
  });
  return { moves, state, sent, waits, refused };
}

it('sends moves in the order they were made, and keeps none that arrived', async () => {
  const { moves, sent } = line();
  expect(await Promise.all([moves.add(move('a')), moves.add(move('b'))])).toEqual([true, true]);
  expect([sent, kept.size]).toEqual([['a', 'b'], 0]);
});

it('waits while the line is cut, says so, and sends by itself when it is back', async () => {
  const { moves, state, sent, waits } = line();
  state.cut = true;
  expect(await moves.add(move('a'))).toBe(false);
  expect(await moves.add(move('b'))).toBe(false);
  expect([sent, waits.at(-1), kept.size]).toEqual([[], true, 1]);
  state.cut = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect([sent, waits.at(-1), kept.size]).toEqual([['a', 'b'], false, 0]);
});

it('has them still when the page was left, and only of the same draft', async () => {
  const first = line();
  first.state.cut = true;
  await first.moves.add(move('a'));
  first.moves.stop();
  const again = line();
  expect(again.moves.moves).toEqual([move('a')]);
  await again.moves.flush();
  expect(again.sent).toEqual(['a']);
  first.state.cut = true;
  await first.moves.add(move('b'));
  first.moves.stop();
  expect(line('another').moves.moves).toEqual([]);
  expect(kept.size).toBe(0);
});

it('gives up what is refused and what follows it, and goes on', async () => {
  const { moves, state, sent, refused } = line();
  state.cut = true;
  await moves.add(move('a'));
  await moves.add(move('b'));
  Object.assign(state, { cut: false, refuses: true });
  expect(await moves.flush()).toBe(true);
  expect([sent, refused.length, moves.moves, kept.size]).toEqual([[], 1, [], 0]);
  state.refuses = false;
  await moves.add(move('c'));
  expect(sent).toEqual(['c']);
});
