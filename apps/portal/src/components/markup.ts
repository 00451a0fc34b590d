/**
 * A piece of HTML put together by `markup`. Rows of long lists are written this way: React then carries one text for
 * a row instead of twenty elements, on the server twice and in the browser once more.
 */
export class Markup {
  readonly html: string;

  constructor(html: string, proof: typeof escaped) {
    if (proof !== escaped) throw new Error('Markup is made by `markup` alone.');
    this.html = html;
  }
}

/** Known to this file alone, so that nothing else makes Markup. */
const escaped = Symbol('escaped');

type Value = string | number | Markup | readonly Markup[] | null | false | undefined;

/** HTML from a template: what is put into it is escaped, except other Markup; null and false are nothing. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let html = parts[0] ?? '';
  // By index: a thread is put together of some thousand values.
  for (let at = 0; at < values.length; at += 1) html += textOf(values[at]) + (parts[at + 1] ?? '');
  return new Markup(html, escaped);
}

/** Text that the API rendered and sanitised when it was written. */
export function rendered(html: string): Markup {
  return new Markup(html, escaped);
}

function textOf(value: Value): string {
  if (typeof value === 'string') return escapeText(value);
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value)) return value.map(textOf).join('');
  return escapeText(String(value));
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const signs = /[&<>"']/g;

function escapeText(text: string): string {
  if (text.search(signs) === -1) return text;
  return text.replace(signs, (sign) => named[sign] ?? sign);
}
