import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';
import { renderMarkdown } from './render.ts';
import { safeLink } from './urls.ts';

const ATTACKS = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\u0000script:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;&#x61;vascript&colon;alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](//evil.example/a)',
  '[x](/\\evil.example/a)',
  '[x](\\\\evil.example/a)',
  '[x](https://bank.example@evil.example/)',
  '[x](file:///etc/passwd)',
  '[x][r]\n\n[r]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '<svg onload=alert(1)>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<style>body{display:none}</style>',
  '<p style="position:fixed">x</p>',
  '<b onmouseover=alert(1)>x</b>',
  '<img src=x onerror=alert(1)>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<form action="https://evil.example"><input name=p type=password><button>x</button></form>',
  '<iframe src="https://evil.example"></iframe>',
  '<object data="x"></object><embed src=x>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<script>alert(1)</script>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<details open ontoggle=alert(1)>x</details>',
  '<span class="mention" data-person="p-1">@Somebody</span>',
  '<aside class="callout callout-note">x</aside>',
  '<span data-mark="0:mention:p-1">@Somebody</span>',
  '<a target=_blank href="https://example.org">x</a>',
  '<table background="javascript:alert(1)"><tr><td>x</td></tr></table>',
];

/** The elements a browser would make of some HTML. */
function asBrowser(html: string): Element[] {
  const tree: Root = { type: 'root', children: [{ type: 'raw', value: html }] };
  const parsed = unified().use(rehypeRaw).runSync(tree);
  const elements: Element[] = [];
  visit(parsed, 'element', (node) => void elements.push(node));
  return elements;
}

describe.each([true, false])('attacks, raw HTML allowed: %s', (allowHtml) => {
  it.each(ATTACKS)('%s', (source) => {
    const elements = asBrowser(renderMarkdown(source, { allowHtml }).html);
    for (const { tagName, properties } of elements) {
      expect([
        'p',
        'a',
        'b',
        'i',
        'span',
        'aside',
        'details',
        'div',
        'table',
        'tbody',
        'tr',
        'td',
        'section',
        'br',
      ]).toContain(tagName);
      const names = Object.keys(properties);
      expect(
        names.filter(
          (name) => !['href', 'rel', 'title', 'className', 'tabIndex', 'role', 'ariaLabel'].includes(name),
        ),
      ).toEqual([]);
      if (names.includes('className')) expect(properties.className).toEqual(['table-scroll']);
      if (names.includes('href')) expect(properties.href).toMatch(/^https:\/\/example\.org/);
    }
  });

  it('shows or drops tags', () => {
    const { html } = renderMarkdown('a <i>b</i><br>c <sup>2</sup>\n\n<ul><li>d</li></ul>', { allowHtml });
    if (allowHtml) expect(html).toContain('a <i>b</i><br>c <sup>2</sup>');
    else expect(html).toContain('a &#x3C;i>b&#x3C;/i>&#x3C;br>c');
  });
});

/** Time of this thread on the processor, so that a busy machine fails nothing; quadratic work takes minutes. */
const LIMIT_MS = 8_000;
const processorMs = (since: NodeJS.CpuUsage) => process.threadCpuUsage(since).user / 1000;

describe('100,000 characters take a bounded time of the processor', () => {
  it.each([
    '[',
    '*',
    '>',
    '> ',
    '`',
    '<',
    '![',
    '[](',
    '[a]: b\n',
    '**a_b ',
    '- ',
    '1. ',
    '- a\n',
    '- a\n  - b\n',
    '>\n',
    '> a\n\n',
    '| a |\n',
    'a|b\n-|-\n\n',
    'a\n=\n',
    '# ',
    '# a\n',
    'a\n\n',
    '<b>',
    '<table><tr><td>',
    '<div>\n',
    '[^1]',
    'www.a.b ',
    '&#',
    '- - - a\n',
    'a\\\n',
    '<a href="',
    '*a *',
  ])('of %j', (unit) => {
    const source = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
    const started = process.threadCpuUsage();
    renderMarkdown(source, { allowHtml: true, mention: () => 'A' });
    expect(processorMs(started)).toBeLessThan(LIMIT_MS);
  });

  it.each(['*_a', '[^1]', '_a_ ', '[', '&amp;', '<b>'])(
    'of blocks of %j, each just below suspicion',
    (unit) => {
      for (const times of [300, 700, 1400, 2600]) {
        const source = `${unit.repeat(times)}\n\n`.repeat(100).slice(0, 100_000);
        const started = process.threadCpuUsage();
        renderMarkdown(source, { allowHtml: true });
        expect(processorMs(started)).toBeLessThan(LIMIT_MS);
      }
    },
  );

  it('but a log somebody pastes without a fence is still rendered', () => {
    const log = Array.from(
      { length: 300 },
      (_, line) => `[09:${line}] host_a sshd[4${line}]: *failed* for user_${line}`,
    ).join('\n');
    expect(renderMarkdown(log).html).toContain('<em>failed</em>');
  });

  it('of nesting that grows line by line', () => {
    const source = Array.from({ length: 440 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n');
    const started = process.threadCpuUsage();
    renderMarkdown(source);
    plainText(source);
    expect(processorMs(started)).toBeLessThan(LIMIT_MS);
  });
});

describe('safeLink', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['/a/../b?c#d', '/b?c#d'],
    ['/./\u002fevil.example', null],
    ['/a/..//evil.example', null],
    ['other.md', null],
    ['', null],
    ['https://', null],
    ['ftp://example.org', null],
  ])('%s', (href, expected) => expect(safeLink(href)?.href ?? null).toBe(expected));
});

describe('plainText', () => {
  it('keeps words, drops signs', () => {
    const source =
      '# Title\n\nSome *bold* [link](https://x.example) <b>tag</b> ![picture](a.png)\n\n- one\n- two\n\n> [!NOTE]\n> Mind @[p-1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
    expect(plainText(source, () => 'Ana')).toBe(
      'Title\nSome bold link tag picture\none\ntwo\nMind @Ana\na b\n1 2',
    );
  });
});
