import { expect, it } from 'vitest';
import { blockOf, continuePath, headingOf } from './continue-path.ts';

it('leads to the heading last in view, and knows the block', () => {
  expect(continuePath('course', { key: 'page', anchor: 'md-here~12' })).toBe('/learn/course/page#md-here');
  expect(continuePath('course', { key: 'page', anchor: '~2' })).toBe('/learn/course/page#reading');
  expect(continuePath('course', { key: 'page', anchor: null })).toBe('/learn/course/page');
  expect([headingOf('md-a~3'), blockOf('md-a~3'), blockOf('md-a')]).toEqual(['md-a', 3, 0]);
});
