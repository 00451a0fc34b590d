import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render.ts';

const html = (source: string, options = {}) => renderMarkdown(source, options).html;

describe('renderMarkdown', () => {
  it('renders the usual', () => {
    expect(html('A *b* **c** `d`')).toBe('<p>A <em>b</em> <strong>c</strong> <code>d</code></p>');
  });

  it('lets the longest words break, and no others', () => {
    const word = 'x'.repeat(120);
    expect(html(`${word} and ${word}${word}y`)).toBe(`<p>${word} and ${word}<wbr>${word}<wbr>y</p>`);
    expect(html(`\`\`\`\n${word}${word}\n\`\`\``)).not.toContain('<wbr>');
    expect(html('x'.repeat(100_000)).replaceAll('<wbr>', '')).toBe(`<p>${'x'.repeat(100_000)}</p>`);
  });

  it('puts headings under the page’s own, skips no level and prefixes ids', () => {
    const { html: out, headings } = renderMarkdown('# Été à Łódź\n\n### Deep\n\n# Deep', { idPrefix: 'u1-' });
    expect(headings).toEqual([
      { level: 2, id: 'u1-été-à-łódź', text: 'Été à Łódź' },
      { level: 3, id: 'u1-deep', text: 'Deep' },
      { level: 2, id: 'u1-deep-1', text: 'Deep' },
    ]);
    expect(out).toContain('<h3 id="u1-deep">Deep</h3>');
    expect(out).not.toContain('<h1');
  });

  it('marks external links and keeps our own', () => {
    const { html: out, links } = renderMarkdown(
      '[a](https://example.org/x) [b](/courses/1) [c](#part) [d](https://own.example/y)',
      {
        ownOrigin: 'https://own.example',
        idPrefix: 'p-',
      },
    );
    expect(out).toContain('<a href="https://example.org/x" rel="noopener noreferrer nofollow">a</a>');
    expect(out).toContain('<a href="/courses/1">b</a>');
    expect(out).toContain('<a href="#p-part">c</a>');
    expect(out).toContain('<a href="https://own.example/y">d</a>');
    expect(out).not.toContain('target');
    expect(links.map(({ external }) => external)).toEqual([true, false, false, false]);
  });

  it('takes images only from the resolver and says what is missing', () => {
    const { html: out, images } = renderMarkdown('![Ours](a.png) ![Gone](https://example.org/b.png)', {
      image: (src: string) => (src === 'a.png' ? '/api/files/1' : null),
    });
    expect(out).toContain('<img src="/api/files/1" alt="Ours" loading="lazy" decoding="async">');
    expect(out).toContain('Gone');
    expect(out).not.toContain('example.org');
    expect(images).toEqual([
      { src: 'a.png', alt: 'Ours', url: '/api/files/1' },
      { src: 'https://example.org/b.png', alt: 'Gone', url: null },
    ]);
  });

  it.each([
    ['NOTE', 'en', 'note', 'Note'],
    ['WARNING', 'fr', 'warning', 'Attention'],
    ['tip', 'fr-CA', 'tip', 'Conseil'],
    ['IMPORTANT', 'is', 'important', 'Important'],
  ])('callout %s in %s', (sign, language, kind, word) => {
    expect(html(`> [!${sign}]\n> Look *here*.`, { language })).toBe(
      `<aside class="callout callout-${kind}">\n<p class="callout-title">${word}</p>\n<p>Look <em>here</em>.</p>\n</aside>`,
    );
  });

  it('leaves an ordinary quote alone', () => {
    expect(html('> [!LOUD]\n> x')).toContain('<blockquote>');
  });

  it('mentions whom it may', () => {
    const mention = (id: string) => (id === 'p-1' ? 'Ana <b>' : null);
    expect(html('Ask @[p-1], not @[p-2] or `@[p-1]`.', { mention })).toBe(
      '<p>Ask <span class="mention" data-person="p-1">@Ana &#x3C;b></span>, not @[p-2] or <code>@[p-1]</code>.</p>',
    );
  });

  it('wraps tables', () => {
    const out = html('| a | b |\n|---|--:|\n| 1 | 2 |', { language: 'fr' });
    expect(out).toContain(
      '<div class="table-scroll" tabindex="0" role="region" aria-label="Tableau"><table>',
    );
    expect(out).toContain('<td class="align-right">2</td>');
    expect(out).toContain('<th scope="col">a</th>');
  });

  it('colours code in a language it knows, by classes alone', () => {
    const out = html('```js\nconst a = "<b>";\n```\n\n```gibberish\nconst a;\n```');
    expect(out).toContain('<span class="hljs-keyword">const</span>');
    expect(out).toContain('<span class="hljs-string">"&#x3C;b>"</span>');
    expect(out).toContain('<code class="language-gibberish">const a;\n</code>');
    expect(out).not.toContain('style');
  });

  it('links footnotes within their own text', () => {
    const out = html('A[^1]\n\n[^1]: Note.', { idPrefix: 'c9-', language: 'fr' });
    expect(out).toContain('href="#c9-fn-1"');
    expect(out).toContain('id="c9-fn-1"');
    expect(out).toContain('Notes</h2>');
  });

  it('shows task boxes as signs', () => expect(html('- [x] done')).toContain('☑'));

  it('never throws and never lets an element through that is not on the list', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '<script>',
      '<img src=x onerror=a>',
      '](',
      '[',
      'javascript:',
      '\n',
      '> ',
      '- ',
      '*',
      '`',
      '<svg/onload=a>',
      'x',
      ' ',
      '|',
      '<!--',
      '-->',
      '&#106;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, allowHtml) => {
        const out = html(pieces.join(''), { allowHtml, image: () => null });
        expect(out).not.toMatch(/<(?:script|svg|img|iframe|style|form|input|object)/i);
        expect(out).not.toMatch(/<[^>"]*\son\w+=/i);
        expect(out).not.toMatch(/href="\s*javascript/i);
      }),
      { numRuns: 400 },
    );
  });
});
