/** Where a text stops being JSON, as an offset; null where it is JSON. */
export function faultIn(text: string): number | null {
  try {
    const end = space(text, value(text, space(text, text.startsWith('\ufeff') ? 1 : 0)));
    return end === text.length ? null : end;
  } catch (error) {
    return error instanceof Fault ? error.at : 0;
  }
}

class Fault extends Error {
  readonly at: number;
  constructor(at: number) {
    super('not JSON');
    this.at = at;
  }
}

const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them within strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function taken(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) throw new Fault(at);
  return pattern.lastIndex;
}

const space = (text: string, at: number) => taken(SPACE, text, at);

function value(text: string, at: number): number {
  if (text[at] === '"') return taken(STRING, text, at);
  if (text[at] === '{') return list(text, at, '}', member);
  if (text[at] === '[') return list(text, at, ']', value);
  return taken(PLAIN, text, at);
}

function member(text: string, at: number): number {
  const colon = space(text, taken(STRING, text, at));
  if (text[colon] !== ':') throw new Fault(colon);
  return value(text, space(text, colon + 1));
}

function list(text: string, from: number, close: string, one: (text: string, at: number) => number): number {
  let at = space(text, from + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = space(text, one(text, at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') throw new Fault(at);
    at = space(text, at + 1);
  }
}
