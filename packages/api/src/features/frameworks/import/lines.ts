/**
 * The line (from 1) on which a value of a JSON text stands, by its path as problems write it (`a.b[3].c`). A value that is
 * missing stands where what should hold it begins. The text is known to be JSON.
 */
export function lineOf(text: string, path: string): number {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  return lineAt(text, locate(text, keys));
}

/** The line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function locate(text: string, keys: readonly string[]): number {
  let at = skipSpace(text, text.startsWith('\ufeff') ? 1 : 0);
  for (const key of keys) {
    const inside =
      text[at] === '{' ? member(text, at, key) : text[at] === '[' ? element(text, at, key) : null;
    if (inside === null) return at;
    at = inside;
  }
  return at;
}

function member(text: string, from: number, wanted: string): number | null {
  let at = skipSpace(text, from + 1);
  while (at < text.length && text[at] !== '}') {
    const end = skipString(text, at);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    if (text.slice(at + 1, end - 1) === wanted) return value;
    at = afterComma(text, skipValue(text, value));
  }
  return null;
}

function element(text: string, from: number, wanted: string): number | null {
  let at = skipSpace(text, from + 1);
  for (let index = 0; at < text.length && text[at] !== ']'; index += 1) {
    if (index === Number(wanted)) return at;
    at = afterComma(text, skipValue(text, at));
  }
  return null;
}

function afterComma(text: string, from: number): number {
  const at = skipSpace(text, from);
  return text[at] === ',' ? skipSpace(text, at + 1) : at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at += 1;
  return at;
}

function skipString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipValue(text: string, from: number): number {
  if (text[from] === '"') return skipString(text, from);
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '"') {
      at = skipString(text, at);
      continue;
    }
    if (depth === 0 && ',]}'.includes(sign)) return at;
    if ('{['.includes(sign)) depth += 1;
    if (']}'.includes(sign)) depth -= 1;
    at += 1;
    if (depth === 0 && ']}'.includes(sign)) return at;
  }
  return at;
}
