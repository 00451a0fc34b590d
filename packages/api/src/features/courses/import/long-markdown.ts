import { plainText } from '../../../markdown/plain-text.ts';
import { collectImages } from './images.ts';
import { LANGUAGE, longHead } from './long-head.ts';
import { cutAt, fencedOf, headingsOf, pagesOf } from './outline.ts';
import { type Line, opensQuestion, readQuestion } from './question-syntax.ts';
import { keyOf, Problems, readingMinutes, resultOf } from './report.ts';
import { type ImportSource, readText } from './source.ts';
import type { ActivityDraft, CourseDraft, ImportResult, QuestionDraft, UnitDraft } from './types.ts';

const PART = /^Part\s+([IVXLC]+|\d+)\b[:.\s]*(.*)$/i;
const PASS_MARK = 70;

type Part = { title: string; lines: Line[] };
type Reading = { file: string; problems: Problems; keys: Map<string, number> };

/** Reads one long Markdown file whose parts, chapters and sections are headings, with questions in between. */
export async function readLongMarkdown(source: ImportSource, file: string): Promise<ImportResult> {
  const problems = new Problems();
  const markdown = await readText(source, file);
  if (markdown === null) {
    problems.add('fileNotText', file);
    return resultOf('longMarkdown', null, problems);
  }
  const lines = markdown.split('\n').map((text, index) => ({ number: index + 1, text }));
  const { preamble, parts } = partsOf(lines);
  const images = new Map<string, Uint8Array>();
  const reading: Reading = { file, problems, keys: new Map() };
  const units: UnitDraft[] = [];
  for (const [index, part] of parts.entries()) {
    units.push(
      unitOf(reading, { ...part, lines: await withImages(source, part.lines, reading, images) }, index + 1),
    );
  }
  const before = preamble.map(({ text }) => text).join('\n');
  const head = await longHead(source, before, problems, file);
  const minutes = units
    .flatMap((unit) => unit.activities)
    .reduce((sum, activity) => sum + activity.minutes, 0);
  const course: CourseDraft = {
    ...head,
    minutes,
    units,
    images: [...images].map(([path, bytes]) => ({ path, bytes })),
  };
  return resultOf('longMarkdown', course, problems);
}

/** Parts by their headings. A number seen before (a final exam) and what calls itself no part of the course end one. */
function partsOf(lines: Line[]): { preamble: Line[]; parts: Part[] } {
  const segments = cutAt(lines, 1);
  const seen = new Set<string>();
  const preamble: Line[] = [];
  const parts: Part[] = [];
  let current: Part | null = null;
  for (const segment of segments) {
    const found = PART.exec(segment.title);
    if (found === null) {
      (current?.lines ?? (seen.size === 0 ? preamble : [])).push(...segment.lines);
      continue;
    }
    const number = found[1]?.toUpperCase() ?? '';
    const counts = !seen.has(number) && !/not part of the course/i.test(segment.title);
    current = counts ? { title: plainText(segment.title), lines: segment.lines.slice(1) } : null;
    if (current) parts.push(current);
    seen.add(number);
  }
  if (parts.length > 0) return { preamble, parts };
  const whole = segments.map((segment) => ({ title: plainText(segment.title), lines: segment.lines }));
  return { preamble: whole[0]?.lines ?? [], parts: whole.filter(({ title }) => title !== '') };
}

async function withImages(
  source: ImportSource,
  lines: Line[],
  { file, problems }: Reading,
  images: Map<string, Uint8Array>,
): Promise<Line[]> {
  const first = lines[0]?.number ?? 1;
  const markdown = lines.map(({ text }) => text).join('\n');
  const changed = await collectImages({ source, problems, images, file, markdown, lineOffset: first - 1 });
  return changed.split('\n').map((text, index) => ({ number: first + index, text }));
}

function unitOf(reading: Reading, part: Part, number: number): UnitDraft {
  const activities = cutAt(part.lines, 1).flatMap((chapter) =>
    chapterOf(reading, chapter.title || part.title, chapter.lines, number),
  );
  return { key: `part-${number}`, titles: { [LANGUAGE]: part.title }, activities };
}

/** A chapter: its pages, then its questions as one quiz. */
function chapterOf(reading: Reading, chapterTitle: string, lines: Line[], part: number): ActivityDraft[] {
  const { rest, questions, shuffle } = takeQuestions(lines, reading);
  const title = plainText(chapterTitle);
  const activities = pagesOf(rest).map((page): ActivityDraft => {
    const pageTitle = plainText(page.title) || title;
    const markdown = page.lines
      .map(({ text }) => text)
      .join('\n')
      .trim();
    return {
      key: uniqueKey(reading, `part-${part}-${keyOf(pageTitle)}`),
      kind: 'page',
      minutes: readingMinutes(markdown),
      texts: { [LANGUAGE]: { title: pageTitle, markdown: dropDeadAnchors(markdown) } },
    };
  });
  if (questions.length === 0) return activities;
  const quiz: ActivityDraft = {
    key: uniqueKey(reading, `part-${part}-${keyOf(title)}-quiz`),
    kind: 'quiz',
    minutes: Math.max(2, questions.length),
    texts: { [LANGUAGE]: { title: `Quiz: ${title}`, markdown: '' } },
    quiz: { passMark: PASS_MARK, maxAttempts: null, shuffle, questions },
  };
  return [...activities, quiz];
}

function takeQuestions(
  lines: Line[],
  reading: Reading,
): { rest: Line[]; questions: QuestionDraft[]; shuffle: boolean } {
  const headings = headingsOf(lines);
  const fenced = fencedOf(lines);
  const opens = (line: Line) => opensQuestion(line.text) && !fenced.has(line);
  const rest: Line[] = [];
  const questions: QuestionDraft[] = [];
  let shuffle = false;
  let heading = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    heading = headings.get(line)?.title ?? heading;
    if (!opens(line)) {
      if (!/^quiz\b/i.test(headings.get(line)?.title ?? '')) rest.push(line);
      continue;
    }
    const following = lines.findIndex((other, index) => index > at && (headings.has(other) || opens(other)));
    const end = following === -1 ? lines.length : following;
    const found = readQuestion(lines.slice(at, end), plainText(heading), reading.file, reading.problems);
    if (found.question) questions.push({ ...found.question, key: uniqueKey(reading, found.question.key) });
    rest.push(...found.reading);
    shuffle ||= found.shuffle;
    at = end - 1;
  }
  return { rest, questions, shuffle };
}

/** Links to a heading that lies on another page now become plain words. */
function dropDeadAnchors(markdown: string): string {
  return markdown.replace(/(?<!!)\[([^\]\n]*)\]\(#[^)\s]*\)/g, '$1');
}

function uniqueKey({ keys }: Reading, key: string): string {
  const times = (keys.get(key) ?? 0) + 1;
  keys.set(key, times);
  return times === 1 ? key : `${key}-${times}`;
}
