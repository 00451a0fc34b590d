import { expect, it } from 'vitest';
import { legible } from './legible.ts';

it.each([
  ['/consult/%E0%A4%A', '/consult/%25E0%25A4%25A'],
  ['/learn/100%', '/learn/100%25'],
  ['/learn/%ff?q=%ff', '/learn/%25ff?q=%ff'],
  ['/learn/r%C3%A9seau?q=%', '/learn/r%C3%A9seau?q=%'],
  ['/', '/'],
])('%s is read as %s', (address, read) => {
  expect(legible(address)).toBe(read);
});

it.each(['/%', '/%%', '/%c3', '/%C3%28', '/a%2', '/%u0041'])(
  '%s can be decoded afterwards, and stays so',
  (address) => {
    const read = legible(address);
    expect(decodeURIComponent(read)).toBe(address);
    expect(legible(read)).toBe(read);
  },
);
