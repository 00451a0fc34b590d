import { expect, it } from 'vitest';
import { addWords, withText } from './add-words.ts';

const above = { shell: { menu: { open: 'a' } }, common: { count: [['n'], ' things'] } };

it('adds words beside those of the same group, and leaves both as they are', () => {
  const added = { shell: { roles: { delegate: 'b' }, menu: { close: 'c' } }, quiz: { title: 'd' } };
  expect(addWords(above, added)).toEqual({
    shell: { menu: { open: 'a', close: 'c' }, roles: { delegate: 'b' } },
    common: above.common,
    quiz: { title: 'd' },
  });
  expect(above.shell).toEqual({ menu: { open: 'a' } });
});

it('lets an added word stand in the place of one that was there, whole', () => {
  expect(addWords(above, { common: { count: [['n'], ' pieces'] } }).common).toEqual({
    count: [['n'], ' pieces'],
  });
});

it('reads a text once for the words it is added to', () => {
  const text = '{"quiz":{"title":"d"}}';
  const both = withText(above, text);
  expect(both).toEqual({ ...above, quiz: { title: 'd' } });
  expect(withText(above, text)).toBe(both);
  expect(withText({ ...above }, text)).not.toBe(both);
});
