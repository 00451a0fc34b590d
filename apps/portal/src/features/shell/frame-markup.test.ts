import { expect, it } from 'vitest';
import type { Shell } from '#trpc/shell.ts';
import { bottomMarkup } from './bottom-markup.ts';
import type { FrameWords } from './frame-words.ts';
import type { Section, SectionKey } from './sections.ts';
import { sideMarkup } from './side-markup.ts';

const say = (key: string, values?: object) => `${key}${values ? ` ${JSON.stringify(values)}` : ''}`;
const words = { t: Object.assign(say, { has: () => true }), locale: 'en' } as unknown as FrameWords;
const section = (key: SectionKey, count = 0, here = false): Section => ({
  key,
  count,
  here,
  label: key,
  waiting: `${count} waiting`,
});
const sections = [
  section('today', 0, true),
  ...(['learn', 'exercise', 'consult'] as const).map((key) => section(key)),
  section('people', 7),
];
const shell = (unreadNotifications: number) =>
  ({
    unreadNotifications,
    person: { name: 'A <b> & "B"', party: { en: 'Nordmark' }, appointments: [{ role: 'delegate' }] },
  }) as unknown as Shell;

it('marks the section one is in, and says in words what a number means', () => {
  const { html } = sideMarkup(shell(0), sections, words);
  expect(html.match(/<a [^>]*aria-current="page"/g)).toEqual([
    expect.stringContaining('href="/" data-section="" aria-current="page"'),
  ]);
  expect(html).toContain('<span aria-hidden="true">7</span><span class="sr-only">, 7 waiting</span>');
});

it('escapes what people are called, and shows no bell of nothing', () => {
  const { html } = sideMarkup(shell(0), sections, words);
  expect(html).toContain('A &lt;b&gt; &amp; &quot;B&quot;');
  expect(html).not.toContain('bg-accent');
  expect(sideMarkup(shell(120), sections, words).html).toContain('>99+</span>');
});

it('keeps four sections along the bottom and the rest behind one more', () => {
  const [along, behind] = bottomMarkup(3, sections, words).html.split('id="more-panel"');
  expect(along?.match(/data-section/g)).toHaveLength(4);
  expect(behind).toContain('href="/people"');
  expect(behind).toContain('<span class="text-xs text-ink-3">3</span>');
});
