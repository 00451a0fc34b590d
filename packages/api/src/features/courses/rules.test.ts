import { describe, expect, it } from 'vitest';
import {
  neighbours,
  nextPlace,
  type OutlineActivity,
  pickLanguage,
  progressOf,
  searchWords,
} from './rules.ts';

const activity = (key: string, more: Partial<OutlineActivity> = {}): OutlineActivity => ({
  id: `id-${key}`,
  key,
  kind: 'page',
  title: key,
  minutes: 5,
  questions: 0,
  required: true,
  seen: false,
  anchor: null,
  dueAt: null,
  completed: false,
  locked: false,
  ...more,
});

describe('where "continue" leads', () => {
  const [a, b, c] = [activity('a'), activity('b', { anchor: 'md-here~4' }), activity('c')];
  const done = (one: OutlineActivity) => ({ ...one, completed: true });

  it('begins at the beginning', () => {
    expect(nextPlace([a, b, c], null)).toEqual({ key: 'a', anchor: null });
  });
  it('goes back to the place last read', () => {
    expect(nextPlace([done(a), b, c], b.id)).toEqual({ key: 'b', anchor: 'md-here~4' });
  });
  it('passes on from what is done, and comes back for what was left out', () => {
    expect(nextPlace([a, done(b), c], b.id)).toEqual({ key: 'c', anchor: null });
    expect(nextPlace([a, done(b), done(c)], c.id)).toEqual({ key: 'a', anchor: null });
  });
  it('starts over when all is done, and says nothing of an empty course', () => {
    expect(nextPlace([done(a), done(b)], b.id)).toEqual({ key: 'a', anchor: null });
    expect(nextPlace([], null)).toBeNull();
  });
});

it('counts what is done and the minutes ahead', () => {
  const all = [activity('a', { completed: true }), activity('b'), activity('c', { minutes: 7 })];
  expect(progressOf(all)).toEqual({ done: 1, total: 3, minutesLeft: 12 });
});

it('knows what comes before and after', () => {
  const all = [activity('a'), activity('b'), activity('c')];
  expect(neighbours(all, 'a')).toMatchObject({ position: 1, previous: null, next: { key: 'b' } });
  expect(neighbours(all, 'c')).toMatchObject({ position: 3, previous: { key: 'b' }, next: null });
});

it('falls back to the language a course was written in', () => {
  expect(pickLanguage([undefined, 'fr'], ['en', 'fr'], 'en')).toBe('fr');
  expect(pickLanguage([null, 'sv'], ['de', 'fr'], 'de')).toBe('de');
});

it('parts a search into words', () => {
  expect(searchWords('  Hameçonnage  ÉTÉ ')).toEqual(['Hameçonnage', 'ÉTÉ']);
});
