import type { Answer } from '@concord/api/features/quizzes/schemas';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AnswerStore, type Standing } from './answer-store.ts';
import { type Entry, forgetOtherAttempts, type Shelf } from './pending-answers.ts';

const START = '2026-11-24T09:00:00.000Z';
const pick = (...choices: string[]): Answer => ({ choices });

/** A browser's storage, shared by its tabs. */
function shelf(): Shelf & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

/** A server that keeps the highest sequence, and can be cut off. */
function server() {
  const held = new Map<string, Entry>();
  const state = { held, cut: false, refuse: null as object | null, sent: 0 };
  const send = async (key: string, entry: Entry): Promise<Standing> => {
    state.sent += 1;
    if (state.cut) throw new TypeError('fetch failed');
    if (state.refuse) throw { data: state.refuse };
    const standing = held.get(key);
    if (!standing || standing.sequence < entry.sequence) held.set(key, entry);
    return { ...(held.get(key) ?? entry), savedAt: START };
  };
  return { ...state, state, send };
}

const tab = (shared: Shelf, { send }: ReturnType<typeof server>, saved: Record<string, Entry> = {}) =>
  new AnswerStore({
    attemptId: 'a',
    startedAt: START,
    serverNow: new Date(Date.now()).toISOString(),
    saved,
    savedAt: null,
    shelf: shared,
    send,
  });

beforeEach(() => vi.useFakeTimers({ now: Date.parse(START) + 60_000 }));
afterEach(() => vi.useRealTimers());

it('shows an answer at once, sends it, and says when it was saved', async () => {
  const [browser, remote] = [shelf(), server()];
  const store = tab(browser, remote);
  store.answer('q', pick('a'));
  expect(store.snapshot()).toMatchObject({ answers: { q: pick('a') }, sync: 'saving', savedAt: null });
  await vi.runAllTimersAsync();
  expect(store.snapshot()).toMatchObject({ sync: 'idle', savedAt: START, elsewhere: false });
  expect(remote.held.get('q')?.answer).toEqual(pick('a'));
  expect(browser.items.size).toBe(0);
});

it('keeps what could not be sent over a closed tab, and sends it on return', async () => {
  const [browser, remote] = [shelf(), server()];
  remote.state.cut = true;
  const first = tab(browser, remote);
  first.answer('q', pick('a'));
  await vi.advanceTimersByTimeAsync(500);
  expect(first.snapshot().sync).toBe('offline');
  first.stop();

  remote.state.cut = false;
  const second = tab(browser, remote);
  second.resume();
  expect(second.snapshot().answers).toEqual({ q: pick('a') });
  await vi.runAllTimersAsync();
  expect(remote.held.get('q')?.answer).toEqual(pick('a'));
  expect(browser.items.size).toBe(0);
});

it('tries again by itself, and sends the last word only', async () => {
  const [browser, remote] = [shelf(), server()];
  const store = tab(browser, remote);
  remote.state.cut = true;
  for (const choice of ['a', 'b', 'c']) store.answer('q', pick(choice));
  await vi.advanceTimersByTimeAsync(2_500);
  remote.state.cut = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(remote.held.get('q')?.answer).toEqual(pick('c'));
  expect(store.snapshot().sync).toBe('idle');
});

it('never lets an old answer of a sleeping tab win over a later one', async () => {
  const [one, two, remote] = [shelf(), shelf(), server()];
  const laptop = tab(one, remote);
  const phone = tab(two, remote);
  remote.state.cut = true;
  laptop.answer('q', pick('old'));
  await vi.advanceTimersByTimeAsync(500);
  remote.state.cut = false;
  phone.answer('q', pick('new'));
  await vi.runAllTimersAsync();
  await laptop.flush();
  expect(remote.held.get('q')?.answer).toEqual(pick('new'));
  expect(laptop.snapshot()).toMatchObject({ answers: { q: pick('new') }, elsewhere: true });
});

it('shows in one tab what was answered in the other, and loses neither', async () => {
  const [browser, remote] = [shelf(), server()];
  const left = tab(browser, remote);
  const right = tab(browser, remote);
  left.answer('one', pick('a'));
  right.answer('two', pick('b'));
  for (const [key, value] of [...browser.items]) {
    left.hear(key, value);
    right.hear(key, value);
  }
  const both = { one: pick('a'), two: pick('b') };
  expect(left.snapshot()).toMatchObject({ answers: both, elsewhere: true });
  expect(right.snapshot()).toMatchObject({ answers: both, elsewhere: true });
  await vi.runAllTimersAsync();
  expect([...remote.held.keys()].sort()).toEqual(['one', 'two']);
});

it('takes nothing more after the end, and says why', async () => {
  const [browser, remote] = [shelf(), server()];
  const store = tab(browser, remote);
  remote.state.refuse = { code: 'PRECONDITION_FAILED', messageKey: 'quiz.timeOver' };
  store.answer('q', pick('a'));
  await vi.runAllTimersAsync();
  expect(store.snapshot()).toMatchObject({ sync: 'refused', refusal: 'quiz.timeOver' });
  expect(browser.items.size).toBe(0);
  store.answer('q', pick('b'));
  expect(await store.flush()).toBe(false);
  expect(remote.state.sent).toBe(1);
});

it('waits for a new sign-in and then goes on', async () => {
  const [browser, remote] = [shelf(), server()];
  const store = tab(browser, remote);
  remote.state.refuse = { code: 'UNAUTHORIZED' };
  store.answer('q', pick('a'));
  await vi.advanceTimersByTimeAsync(100);
  expect(store.snapshot().sync).toBe('signedOut');
  remote.state.refuse = null;
  expect(await store.flush()).toBe(true);
  expect(remote.held.has('q')).toBe(true);
});

it('works where the browser refuses to store', async () => {
  const [browser, remote] = [shelf(), server()];
  const store = tab(
    {
      ...browser,
      length: 0,
      setItem: () => {
        throw new Error('full');
      },
    },
    remote,
  );
  store.answer('q', pick('a'));
  await vi.runAllTimersAsync();
  expect(remote.held.has('q')).toBe(true);
});

it('survives a broken item, and forgets other attempts', () => {
  const browser = shelf();
  browser.setItem('concord.quiz.a.q', '{"sequence":');
  browser.setItem('concord.quiz.b.q', '{"sequence":1,"answer":{"choices":[]}}');
  browser.setItem('theme', 'dark');
  forgetOtherAttempts('a', browser);
  expect([...browser.items.keys()]).toEqual(['concord.quiz.a.q', 'theme']);
  const store = tab(browser, server());
  store.resume();
  expect(store.snapshot().answers).toEqual({});
});
