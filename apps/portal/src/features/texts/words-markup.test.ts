import { expect, it } from 'vitest';
import { cardMarkup } from './amendment-markup.ts';
import { oddMarkup, runsMarkup } from './words-markup.ts';

/** Says which words it was asked for, and with what. */
const t = ((key: string, values?: object) => `${key}${values ? JSON.stringify(values) : ''}`) as never;
const words = { t, changes: t, odd: t };

it('escapes words, and names every character that would hide in them', () => {
  expect(oddMarkup('<b>plain</b> & simple', t).html).toBe('&lt;b&gt;plain&lt;/b&gt; &amp; simple');
  const turned = oddMarkup('a\u202eb', t).html;
  expect(turned).not.toContain('\u202e');
  expect(turned).toMatch(/^a<bdi [^>]*><span [^>]*>[^<]+<\/span><\/bdi>b$/);
  expect(oddMarkup('p\u0430y', t).html).toMatch(/<bdi [^>]*>\u0430<span [^>]*>scripts\.\w+<\/span><\/bdi>/);
});

it('says which words were struck and which written', () => {
  const html = runsMarkup(
    [
      { op: 'same', text: 'Allies ' },
      { op: 'removed', text: 'may' },
      { op: 'added', text: '<shall>' },
    ],
    words,
  )
    .map((one) => one.html)
    .join('');
  expect(html).toMatch(
    /^Allies <del [^>]*><span class="sr-only">removed <\/span>may<\/del><ins [^>]*><span class="sr-only">added <\/span>&lt;shall&gt;<\/ins>$/,
  );
});

it('writes a card with its proposers, outcome, marking and way, all of it escaped', () => {
  const amendment = {
    ...{ id: 'x', kind: 'replace', runs: [{ op: 'added', text: 'new' }], reason: 'R & D', decision: '<no>' },
    ...{ outcome: 'rejected', inVersion: null, base: 2, own: false, sponsors: [{ id: 'q', name: 'Calder' }] },
    nation: { id: 'n', name: 'Norð<mark>' },
  } as never;
  const { html } = cardMarkup({ amendment, marking: 'A & B', href: '/x?a=1&b="2"' }, words);
  for (const part of [
    'R &amp; D',
    '&lt;no&gt;',
    'Norð&lt;mark&gt; · with',
    'A &amp; B',
    '✕',
    'outcomes.rejected',
  ])
    expect(html).toContain(part);
  expect(html).toContain('href="/x?a=1&amp;b=&quot;2&quot;"');
  expect(html).not.toContain('<mark>');
});
