import { expect, it } from 'vitest';
import { Markup, markup, rendered } from './markup.ts';

it('escapes what is put into it, in text and in attributes', () => {
  const evil = `"><script>alert('x')</script>&`;
  expect(markup`<a title="${evil}">${evil}</a>`.html).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>',
  );
});

it('takes other markup as it is, lists of it, and nothing for what is absent', () => {
  const rows = ['a', '<b>'].map((name) => markup`<li>${name}</li>`);
  expect(markup`<ul>${rows}</ul>${null}${false}${undefined}${0}${rendered('<p>x</p>')}`.html).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li></ul>0<p>x</p>',
  );
});

it('is made by nobody else', () => {
  expect(() => new Markup('<p>', Symbol('escaped') as never)).toThrow();
  expect(markup`${{ html: '<p>' } as never}`.html).not.toContain('<p>');
});
