/** How deep quotes and lists may nest on one line; the rest is taken literally. */
const MAX_MARKERS = 12;
const MARKER = /^[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})/;
const THEMATIC_BREAK = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/;

/**
 * Delimiters of phrases cost the square of their number within one block: a page of prose comes to a few
 * hundred thousand, an unfenced log of 500 lines to some ten million.
 */
const MAX_DELIMITER_SQUARES = 30_000_000;
/** Per block, angle brackets or bars; the imported tables have a thousand. */
const MAX_TYPED_TAGS = 1500;
const MAX_TAGS = 6000;

/** Per source, shapes whose cost in the parser grows with the square of their number. */
const SHAPES: readonly { pattern: RegExp; most: number }[] = [
  { pattern: /^ {0,3}#{1,6}(?:[ \t]|$)/, most: 4000 },
  { pattern: /^[ \t>]*(?:=+|-+)[ \t]*$/, most: 400 },
  { pattern: /^[ \t]*(?:[-+*>]|\d{1,9}[.)])[ \t]*(?:[-+*>]|\d{1,9}[.)])[ \t]/, most: 800 },
  { pattern: /^[ \t]{2,}(?:[-+*]|\d{1,9}[.)])[ \t]/, most: 2500 },
  { pattern: /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/, most: 8000 },
];
const MAX_QUOTES = 1200;
const MAX_BLOCKS = 10_000;

/** Escapes every quote or list marker of a line past the limit. */
function calmLine(line: string): string {
  if (THEMATIC_BREAK.test(line)) return line.length > 200 ? '---' : line;
  let rest = line;
  let kept = '';
  for (let depth = 0; depth < MAX_MARKERS; depth += 1) {
    const marker = MARKER.exec(rest)?.[0];
    if (marker === undefined) return line;
    kept += marker;
    rest = rest.slice(marker.length);
  }
  return `${kept} ${rest.trimStart().replace(/^(\d*)(?=[-+*>.)])/, '$1\\')}`;
}

/** Caps the nesting of the source before it is parsed: nesting costs more than its length. */
export function calm(source: string): string {
  const lines = source.replace(/\r\n?/g, '\n').replaceAll('\u0000', '\ufffd').split('\n');
  return lines.map((line) => calmLine(line.replace(/^[ \t]{60,}/, ' '.repeat(60)))).join('\n');
}

/**
 * Whether parsing the source would take more than linear time: no prose is like that, so it is shown as typed.
 * The parser's cost grows with the square of a few shapes; their number is bounded here.
 */
export function isHostile(source: string, allowHtml: boolean): boolean {
  const lines = source.split('\n');
  return hasTooManyShapes(lines) || hasDenseBlock(lines, allowHtml);
}

function hasTooManyShapes(lines: string[]): boolean {
  const counts = SHAPES.map(({ pattern }) => lines.filter((line) => pattern.test(line)).length);
  if (SHAPES.some(({ most }, index) => (counts[index] ?? 0) > most)) return true;
  if (
    lines.filter((line, index) => line.trim() === '' && lines[index - 1]?.trim() !== '').length > MAX_BLOCKS
  )
    return true;
  const quoted = lines.map((line) => /^[ \t]*>/.test(line));
  return quoted.filter((is, index) => is && !quoted[index - 1]).length > MAX_QUOTES;
}

function hasDenseBlock(lines: string[], allowHtml: boolean): boolean {
  const mostTags = allowHtml ? MAX_TAGS : MAX_TYPED_TAGS;
  let [delimiters, tags, bars, squares] = [0, 0, 0, 0];
  let fenced = false;
  for (const line of lines) {
    if (FENCE.test(line)) fenced = !fenced;
    if (line.trim() === '') {
      squares += delimiters ** 2;
      delimiters = tags = bars = 0;
    }
    if (fenced) continue;
    delimiters += count(line, /[[\]*_~`!&\\@]|www\.|https?:/gi);
    tags += count(line, /</g);
    bars += count(line, /\|/g);
    if (squares + delimiters ** 2 > MAX_DELIMITER_SQUARES || bars > MAX_TAGS || tags > mostTags) return true;
  }
  return false;
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}
