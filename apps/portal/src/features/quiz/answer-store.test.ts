import type { Answer } from '@concord/api/features/quizzes/schemas';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AnswerStore, type Standing } from './answer-store.ts';
import { memoryOutbox } from './memory-outbox.ts';
import type { Entry, Outbox, Reply } from './outbox.ts';

const START = '2026-11-24T09:00:00.000Z';
const pick = (...choices: string[]): Reply => ({ answer: { choices }, certainty: null });

/** A browser: what it keeps, and the tabs that tell one another. */
function browser() {
  const kept = new Map<string, Entry>();
  return { kept, outbox: memoryOutbox(kept), tabs: [] as AnswerStore[] };
}

/** A server that keeps the highest sequence, and can be cut off. */
function server() {
  const held = new Map<string, Entry>();
  const state = { cut: false, refuse: null as object | null, sent: [] as string[] };
  const send = async (key: string, entry: Entry): Promise<Standing> => {
    state.sent.push(key);
    if (state.cut) throw new TypeError('fetch failed');
    if (state.refuse) throw { data: state.refuse };
    const standing = held.get(key);
    if (!standing || standing.sequence < entry.sequence) held.set(key, entry);
    return { ...(held.get(key) ?? entry), savedAt: START };
  };
  const look = async () => {
    if (state.cut) throw new TypeError('fetch failed');
    return state.refuse ? null : Object.fromEntries(held);
  };
  return { held, state, send, look, answerTo: (key: string): Answer | undefined => held.get(key)?.answer };
}

async function tab({ outbox, tabs }: ReturnType<typeof browser>, remote: ReturnType<typeof server>) {
  const store: AnswerStore = new AnswerStore({
    startedAt: START,
    serverNow: new Date(Date.now()).toISOString(),
    saved: {},
    savedAt: null,
    send: remote.send,
    look: remote.look,
    tell: (key, entry) => {
      for (const other of tabs) if (other !== store) other.hear(key, entry);
    },
  });
  tabs.push(store);
  await store.resume(outbox);
  return store;
}

beforeEach(() => vi.useFakeTimers({ now: Date.parse(START) + 60_000 }));
afterEach(() => vi.useRealTimers());

it('shows an answer at once, sends it, and says when it was saved', async () => {
  const [one, remote] = [browser(), server()];
  const store = await tab(one, remote);
  store.answer('q', pick('a'));
  expect(store.snapshot()).toMatchObject({ replies: { q: pick('a') }, sync: 'saving', savedAt: null });
  await vi.runAllTimersAsync();
  expect(store.snapshot()).toMatchObject({ sync: 'idle', savedAt: START, elsewhere: false });
  expect(remote.answerTo('q')).toEqual({ choices: ['a'] });
  expect(one.kept.size).toBe(0);
});

it('keeps what could not be sent over a closed tab, and sends it in the order it was given', async () => {
  const [one, remote] = [browser(), server()];
  remote.state.cut = true;
  const first = await tab(one, remote);
  for (const key of ['c', 'a', 'b']) {
    first.answer(key, { ...pick('x'), certainty: 2 });
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(first.snapshot().sync).toBe('offline');
  first.stop();

  remote.state.cut = false;
  remote.state.sent = [];
  const second = await tab(one, remote);
  expect(Object.keys(second.snapshot().replies).sort()).toEqual(['a', 'b', 'c']);
  await vi.runAllTimersAsync();
  expect(remote.state.sent).toEqual(['c', 'a', 'b']);
  expect(remote.held.get('b')).toMatchObject({ ...pick('x'), certainty: 2 });
  expect(one.kept.size).toBe(0);
});

/** An outbox whose look at what waits takes a while, as a browser's database does. */
function slowOutbox(kept: Map<string, Entry>): Outbox {
  const outbox = memoryOutbox(kept);
  const later = () => new Promise((resolve) => setTimeout(resolve, 50));
  return {
    ...outbox,
    all: async () => {
      const rows = await outbox.all();
      await later();
      return rows;
    },
  };
}

it.each([10, 30, 60, 110])('sends what is given while it looks for what waits, after %i ms', async (wait) => {
  const [one, remote] = [browser(), server()];
  const opened = tab({ ...one, outbox: slowOutbox(one.kept) }, remote);
  await vi.advanceTimersByTimeAsync(wait);
  one.tabs[0]?.answer('q', pick('a'));
  await vi.advanceTimersByTimeAsync(1_000);
  await opened;
  expect(remote.answerTo('q')).toEqual({ choices: ['a'] });
  expect(one.tabs[0]?.snapshot()).toMatchObject({ sync: 'idle', savedAt: START });
});

it('sends what was given while the browser’s own outbox was opened and filled', async () => {
  const [one, remote] = [browser(), server()];
  const slow = {
    ...one.outbox,
    put: async (key: string, entry: Entry) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await one.outbox.put(key, entry);
    },
  };
  const store = new AnswerStore({
    startedAt: START,
    serverNow: START,
    saved: {},
    savedAt: null,
    send: remote.send,
  });
  remote.state.cut = true;
  store.answer('first', pick('a'));
  const resumed = store.resume(slow);
  await vi.advanceTimersByTimeAsync(10);
  store.answer('second', pick('b'));
  remote.state.cut = false;
  await vi.advanceTimersByTimeAsync(5_000);
  await resumed;
  expect([remote.answerTo('first'), remote.answerTo('second')]).toEqual([pick('a').answer, pick('b').answer]);
});

it('tries again by itself, and sends the last word only', async () => {
  const [one, remote] = [browser(), server()];
  const store = await tab(one, remote);
  remote.state.cut = true;
  for (const choice of ['a', 'b', 'c']) store.answer('q', pick(choice));
  await vi.advanceTimersByTimeAsync(2_500);
  remote.state.cut = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(remote.answerTo('q')).toEqual({ choices: ['c'] });
  expect(store.snapshot().sync).toBe('idle');
});

it('never lets an old answer of a sleeping tab win over a later one', async () => {
  const remote = server();
  const laptop = await tab(browser(), remote);
  const phone = await tab(browser(), remote);
  remote.state.cut = true;
  laptop.answer('q', pick('old'));
  await vi.advanceTimersByTimeAsync(500);
  remote.state.cut = false;
  phone.answer('q', pick('new'));
  await vi.runAllTimersAsync();
  await laptop.flush();
  expect(remote.answerTo('q')).toEqual({ choices: ['new'] });
  expect(laptop.snapshot()).toMatchObject({ replies: { q: pick('new') }, elsewhere: true });
});

it('shows in one tab what was answered in the other, and loses neither', async () => {
  const [one, remote] = [browser(), server()];
  const left = await tab(one, remote);
  const right = await tab(one, remote);
  left.answer('one', pick('a'));
  right.answer('two', pick('b'));
  const both = { one: pick('a'), two: pick('b') };
  expect(left.snapshot()).toMatchObject({ replies: both, elsewhere: true });
  expect(right.snapshot()).toMatchObject({ replies: both, elsewhere: true });
  await vi.runAllTimersAsync();
  expect([...remote.held.keys()].sort()).toEqual(['one', 'two']);
});

it('tells a tab that was still loading what it missed, and nothing that it knows', async () => {
  const [one, remote] = [browser(), server()];
  const left = await tab(one, remote);
  left.answer('one', pick('a'));
  await vi.runAllTimersAsync();
  const late = await tab(browser(), server());
  for (const [key, entry] of left.held()) late.hear(key, entry);
  expect(late.snapshot()).toMatchObject({ replies: { one: pick('a') }, elsewhere: true });
  for (const [key, entry] of late.held()) left.hear(key, entry);
  expect(left.snapshot().elsewhere).toBe(false);
});

it('sends what a tab that crashed had kept, from the one that is left', async () => {
  const [one, remote] = [browser(), server()];
  const left = await tab(one, remote);
  const crashed = await tab(one, remote);
  remote.state.cut = true;
  crashed.answer('one', pick('a'));
  await vi.advanceTimersByTimeAsync(100);
  crashed.stop();
  remote.state.cut = false;
  await left.flush();
  expect(remote.answerTo('one')).toEqual({ choices: ['a'] });
});

it('does not take the same answer with its parts in another order for another', async () => {
  const [one, remote] = [browser(), server()];
  const store = await tab(one, {
    ...remote,
    send: async (key, entry) => {
      const standing = await remote.send(key, entry);
      return { ...standing, answer: { pairs: { b: '2', a: '1' } } };
    },
  });
  store.answer('q', { answer: { pairs: { a: '1', b: '2' } }, certainty: null });
  await vi.runAllTimersAsync();
  expect(store.snapshot().elsewhere).toBe(false);
});

it('takes up what was answered on another device, and keeps what was answered here later', async () => {
  const [one, two, remote] = [browser(), browser(), server()];
  const [here, there] = [await tab(one, remote), await tab(two, remote)];
  there.answer('p', pick('old'));
  there.answer('q', pick('theirs'));
  await vi.runAllTimersAsync();
  remote.state.cut = true;
  await vi.advanceTimersByTimeAsync(1_000);
  here.answer('p', pick('new'));
  await vi.advanceTimersByTimeAsync(100);
  await here.look();
  expect(here.snapshot()).toMatchObject({ replies: { p: pick('new') }, elsewhere: false });
  remote.state.cut = false;
  await here.look();
  expect(here.snapshot()).toMatchObject({
    ...{ replies: { p: pick('new'), q: pick('theirs') }, elsewhere: true, sync: 'idle' },
  });
  await there.look();
  expect(there.snapshot()).toMatchObject({ replies: { p: pick('new') }, elsewhere: true });
});

it('says how many answers were given here after another device had handed in', async () => {
  const [one, remote] = [browser(), server()];
  const store = await tab(one, remote);
  remote.state.cut = true;
  for (const key of ['p', 'q']) store.answer(key, pick('a'));
  await vi.advanceTimersByTimeAsync(100);
  remote.state.cut = false;
  remote.state.refuse = { code: 'PRECONDITION_FAILED', messageKey: 'quiz.handedIn' };
  await store.look();
  expect(store.snapshot()).toMatchObject({ refusal: 'quiz.handedIn', lost: 2 });
  const idle = await tab(browser(), remote);
  await idle.look();
  expect(idle.snapshot()).toMatchObject({ sync: 'refused', refusal: 'quiz.handedIn', lost: 0 });
});

it('takes nothing more after the end, and says why', async () => {
  const [one, remote] = [browser(), server()];
  const store = await tab(one, remote);
  remote.state.refuse = { code: 'PRECONDITION_FAILED', messageKey: 'quiz.timeOver' };
  store.answer('q', pick('a'));
  await vi.runAllTimersAsync();
  expect(store.snapshot()).toMatchObject({ sync: 'refused', refusal: 'quiz.timeOver' });
  expect(one.kept.size).toBe(0);
  store.answer('q', pick('b'));
  expect(await store.flush()).toBe(false);
  expect(remote.state.sent).toHaveLength(1);
});

it('waits for a new sign-in and then goes on', async () => {
  const [one, remote] = [browser(), server()];
  const store = await tab(one, remote);
  remote.state.refuse = { code: 'UNAUTHORIZED' };
  store.answer('q', pick('a'));
  await vi.advanceTimersByTimeAsync(100);
  expect(store.snapshot().sync).toBe('signedOut');
  remote.state.refuse = null;
  expect(await store.flush()).toBe(true);
  expect(remote.held.has('q')).toBe(true);
});

it('takes answers before the browser has opened its database, and where it never does', async () => {
  const remote = server();
  const opening: Outbox = memoryOutbox();
  const store = new AnswerStore({
    startedAt: START,
    serverNow: START,
    saved: {},
    savedAt: null,
    send: remote.send,
  });
  remote.state.cut = true;
  store.answer('early', pick('a'));
  await vi.advanceTimersByTimeAsync(100);
  await store.resume(opening);
  expect((await opening.all()).has('early')).toBe(true);
  remote.state.cut = false;
  await vi.runAllTimersAsync();
  expect(remote.held.has('early')).toBe(true);
});
