import type { Markup } from './markup.ts';

const FORMATS: Record<string, Markup> = {
  html: 'html',
  markdown: 'markdown',
  plain: 'plain',
  moodle: 'auto',
};
const SIGNS = '~=#{}:\\n';
const FIRST = 0xf700;

/** Escaped signs out of the way, so that only those that mean something are left. */
export function protect(text: string): string {
  return text.replace(/\\([~=#{}:\\n])/g, (_, sign: string) =>
    String.fromCharCode(FIRST + SIGNS.indexOf(sign)),
  );
}

/** The signs that were escaped, as themselves. */
export function restore(text: string): string {
  return text.replace(/[\uf700-\uf707]/g, (held) => {
    const sign = SIGNS[held.charCodeAt(0) - FIRST] ?? '';
    return sign === 'n' ? '\n' : sign;
  });
}

/** The format a text begins with, such as `[html]`, and the rest of it. */
export function takeFormat(text: string): { is: Markup | null; rest: string } {
  const [whole, name = ''] = /^\s*\[(html|markdown|plain|moodle)\]\s*/i.exec(text) ?? [];
  if (whole === undefined) return { is: null, rest: text };
  return { is: FORMATS[name.toLowerCase()] ?? null, rest: text.slice(whole.length) };
}

/** One answer of a list: how it is marked, its weight, its words and its feedback, still with escapes. */
export type Listed = {
  sign: '=' | '~';
  weight: number | null;
  text: string;
  /** The words with what looks like a weight: a pair has none. */
  unweighed: string;
  feedback: string;
};

/** The answers of a list, each from its sign to the next. */
export function listOf(source: string): Listed[] {
  return [...source.matchAll(/([=~])([^=~]*)/g)].map(([, sign, rest = '']) => {
    const [, weight, body = ''] = /^\s*%(-?[\d.,]+)%([\s\S]*)$/.exec(rest) ?? [undefined, undefined, rest];
    const at = body.indexOf('#');
    return {
      sign: sign === '=' ? ('=' as const) : ('~' as const),
      weight: weight === undefined ? null : Number(weight.replace(',', '.')),
      text: (at === -1 ? body : body.slice(0, at)).trim(),
      unweighed: (rest.split('#', 1)[0] ?? '').trim(),
      feedback: at === -1 ? '' : body.slice(at + 1).trim(),
    };
  });
}
