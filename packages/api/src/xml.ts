const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** An element of an XML file, with the line it begins on. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
};

/** Why a file is not read as XML, and where. */
export class XmlProblem extends Error {
  readonly line: number;
  readonly code: 'xmlBroken' | 'xmlDoctype';

  constructor(code: 'xmlBroken' | 'xmlDoctype', line: number) {
    super(code);
    this.code = code;
    this.line = line;
  }
}

const DEEPEST = 60;
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

/**
 * Reads XML as question banks are written in it: elements, attributes, text, CDATA and the five references every file
 * may use. Document types are refused, so nothing can be defined, expanded or fetched; depth is bounded, and each
 * element knows its line, by which problems are told.
 */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '', line: 1 };
  const open = [root];
  let [at, line] = [0, 1];
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found)
      throw new XmlProblem(/^<!DOCTYPE/i.test(text.slice(at, at + 10)) ? 'xmlDoctype' : 'xmlBroken', line);
    const [whole, data, ending, name, attributes, empty, words] = found;
    const current = open.at(-1) ?? root;
    if (data !== undefined) current.text += data;
    else if (words !== undefined) current.text += decodeEntities(words);
    else if (ending !== undefined) {
      if (open.length < 2 || current.name !== ending) throw new XmlProblem('xmlBroken', line);
      open.pop();
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes ?? ''), children: [], text: '', line };
      current.children.push(element);
      if (empty === '') open.push(element);
      if (open.length > DEEPEST) throw new XmlProblem('xmlBroken', line);
    }
    line += countLines(whole);
    at += whole.length;
  }
  const [top] = root.children;
  if (open.length !== 1 || !top) throw new XmlProblem('xmlBroken', line);
  return top;
}

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', one, other]) => [name, decodeEntities(one ?? other ?? '')]),
  );
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Every child of a name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The words of a child, or of its own `text`. */
export function wordsOf(element: XmlElement | undefined, name?: string): string {
  const child = name === undefined ? element : childOf(element, name);
  return (childOf(child, 'text')?.text ?? child?.text ?? '').trim();
}

/** Character references as characters; what is none stays. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}
