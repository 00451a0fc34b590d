import type { Line } from './question-syntax.ts';
import { wordsIn } from './report.ts';

/** A stretch of reading under one heading, with the headings inside it. */
export type Segment = { level: number; title: string; lines: Line[] };

/** A page to be: its title, its lines, where it starts. */
export type Page = { title: string; lines: Line[] };

const MIN_WORDS = 300;
const MAX_WORDS = 2500;
const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/** The lines of fenced code. */
export function fencedOf(lines: Line[]): Set<Line> {
  const inside = new Set<Line>();
  let fenced = false;
  for (const line of lines) {
    if (FENCE.test(line.text)) fenced = !fenced;
    if (fenced) inside.add(line);
  }
  return inside;
}

/** The heading of each line that is one, fenced code left out. */
export function headingsOf(lines: Line[]): Map<Line, { level: number; title: string }> {
  const headings = new Map<Line, { level: number; title: string }>();
  const fenced = fencedOf(lines);
  for (const line of lines) {
    const found = fenced.has(line) ? null : HEADING.exec(line.text);
    if (found) headings.set(line, { level: found[1]?.length ?? 1, title: found[2] ?? '' });
  }
  return headings;
}

/** Cuts lines at every heading of at most `level`. Lines before the first belong to a segment without title. */
export function cutAt(lines: Line[], level: number): Segment[] {
  const headings = headingsOf(lines);
  const segments: Segment[] = [{ level: 0, title: '', lines: [] }];
  for (const line of lines) {
    const heading = headings.get(line);
    if (heading && heading.level <= level) segments.push({ ...heading, lines: [line] });
    else segments.at(-1)?.lines.push(line);
  }
  return segments.filter(
    ({ lines: inside, title }) => title !== '' || inside.some(({ text }) => text.trim() !== ''),
  );
}

const size = (lines: Line[]): number => wordsIn(lines.map(({ text }) => text).join('\n'));

const isBare = ({ title, lines }: Segment): boolean =>
  title !== '' && lines.slice(1).every(({ text }) => text.trim() === '');

/** Makes pages of a chapter: short stretches together, long ones cut at their inner headings. */
export function pagesOf(chapter: Line[]): Page[] {
  const segments = cutAt(chapter, 3)
    .filter((segment) => !isBare(segment))
    .flatMap(split);
  const pages: Page[] = [];
  for (const segment of segments) {
    const last = pages.at(-1);
    const together = last ? size(last.lines) + size(segment.lines) : 0;
    if (last && size(last.lines) < MIN_WORDS && together <= MAX_WORDS) last.lines.push(...segment.lines);
    else pages.push({ title: segment.title, lines: [...segment.lines] });
  }
  const [beforeLast, last] = pages.slice(-2);
  if (
    beforeLast &&
    last &&
    size(last.lines) < MIN_WORDS &&
    size(beforeLast.lines) + size(last.lines) <= MAX_WORDS
  ) {
    beforeLast.lines.push(...last.lines);
    pages.pop();
  }
  return pages.map(withoutOwnHeading);
}

function split(segment: Segment): Segment[] {
  if (size(segment.lines) <= MAX_WORDS) return [segment];
  const chunks: Segment[] = [];
  for (const part of cutAt(segment.lines, 6)) {
    const last = chunks.at(-1);
    if (last && size(last.lines) + size(part.lines) <= MAX_WORDS) last.lines.push(...part.lines);
    else
      chunks.push({
        ...part,
        title: last ? longTitle(segment.title, part.title) : segment.title,
        lines: [...part.lines],
      });
  }
  return chunks;
}

const longTitle = (whole: string, part: string) => (part.startsWith(whole) ? part : `${whole}: ${part}`);

/** The page shows its title itself. */
function withoutOwnHeading(page: Page): Page {
  const [first] = page.lines;
  return first && HEADING.test(first.text) ? { ...page, lines: page.lines.slice(1) } : page;
}
