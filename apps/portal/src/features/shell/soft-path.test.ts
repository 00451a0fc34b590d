import { expect, it } from 'vitest';
import { softPath } from './soft-path.ts';

const press = {
  defaultPrevented: false,
  button: 0,
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
};
const here = { origin: 'https://a.example', pathname: '/learn', search: '' };

function linkTo(href: string, more: { target?: string; download?: boolean } = {}) {
  const { origin, pathname, search, hash } = new URL(href, 'https://a.example/learn');
  return {
    origin,
    pathname,
    search,
    hash,
    target: more.target ?? '',
    hasAttribute: (name: string) => name === 'download' && more.download === true,
  };
}

it.each([
  ['/consult?before=1#c-2', '/consult?before=1#c-2'],
  ['?q=phishing', '/learn?q=phishing'],
  ['/learn', '/learn'],
  ['#outline', null],
  ['/api/files/1', null],
  ['https://b.example/', null],
])('a press on %s leads to %s', (href, path) => {
  expect(softPath(press, linkTo(href), here)).toBe(path);
});

it('leaves to the browser what is asked of it', () => {
  for (const more of [{ target: '_blank' }, { download: true }])
    expect(softPath(press, linkTo('/consult', more), here)).toBeNull();
  for (const key of ['defaultPrevented', 'metaKey', 'ctrlKey', 'shiftKey', 'altKey'] as const)
    expect(softPath({ ...press, [key]: true }, linkTo('/consult'), here)).toBeNull();
  expect(softPath({ ...press, button: 1 }, linkTo('/consult'), here)).toBeNull();
});
