import { expect, it } from 'vitest';
import { inSection } from './sections.ts';

it.each([
  ['/', '/', true],
  ['/learn', '/', false],
  ['/learn', '/learn', true],
  ['/learn/a-course/a-unit', '/learn', true],
  ['/learning', '/learn', false],
])('whether %s lies in the section at %s', (pathname, path, expected) => {
  expect(inSection(pathname, path)).toBe(expected);
});
