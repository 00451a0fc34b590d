import { expect, it } from 'vitest';
import { pickWords } from './pick-words.ts';

const all = { shell: { menu: { open: 'a' }, title: 'b' }, quiz: { title: 'c' }, mail: { title: 'd' } };

it('picks whole namespaces and parts of one, each at its place', () => {
  expect(pickWords(all, ['quiz', 'shell.menu'])).toEqual({
    shell: { menu: { open: 'a' } },
    quiz: { title: 'c' },
  });
});

it('keeps what two paths of one namespace bring, and leaves the messages as they are', () => {
  expect(pickWords(all, ['shell.menu', 'shell.title'])).toEqual({ shell: all.shell });
  expect(Object.keys(all)).toEqual(['shell', 'quiz', 'mail']);
});
