import { plainText } from '../../../markdown/plain-text.ts';
import type { CourseTexts } from './types.ts';

/** What a readme says of the course: its own texts, and names for units and lessons by their numbers. */
export type Readme = { texts: CourseTexts; units: Map<number, string>; lessons: Map<string, string> };

const PICTOGRAM = /\p{Extended_Pictographic}[\u200d\ufe0f\p{Extended_Pictographic}\p{Emoji_Modifier}]*/gu;
const ROW = /^\|\s*\*{0,2}(\d+)\.(\d+)\*{0,2}\s*\|(.*)$/;

const clean = (text: string) => plainText(text).replace(PICTOGRAM, '').replace(/\s+/g, ' ').trim();

/** Reads a readme with a heading, a paragraph, a list of what is covered and perhaps a table of modules. */
export function readReadme(markdown: string | null, fallbackTitle: string): Readme {
  const lines = (markdown ?? '').replace(/<!--[\s\S]*?-->/g, '').split('\n');
  const start = lines.findIndex((line) => /^# /.test(line));
  const body = start === -1 ? [] : lines.slice(start + 1);
  const paragraph = body.find((line) => /^[\p{L}"“]/u.test(line.trim())) ?? '';
  const readme: Readme = {
    texts: {
      title: (start === -1 ? '' : clean((lines[start] ?? '').slice(2))) || fallbackTitle,
      summary: clean(paragraph),
      audience: '',
      objectives: firstList(body),
      description: '',
    },
    units: new Map(),
    lessons: new Map(),
  };
  for (const line of lines) readRow(line, readme);
  return readme;
}

function firstList(lines: string[]): string[] {
  const start = lines.findIndex((line) => /^[-*] /.test(line));
  if (start === -1) return [];
  const end = lines.findIndex((line, index) => index > start && line.trim() !== '' && !/^[-*] /.test(line));
  const items = lines.slice(start, end === -1 ? undefined : end).filter((line) => /^[-*] /.test(line));
  return items.map((line) => clean(line.slice(2)).replace(/[,;]$/, '')).filter((item) => item !== '');
}

/** A row of the table: number, unit, lesson, what it teaches. A quiz has its link in place of the unit. */
function readRow(line: string, readme: Readme): void {
  const [, unit, lesson, rest] = ROW.exec(line) ?? [];
  if (unit === undefined || rest === undefined) return;
  const [name = '', concept = ''] = rest.split('|').map((cell) => cell.trim());
  if (name !== '' && !name.startsWith('[') && !readme.units.has(Number(unit)))
    readme.units.set(Number(unit), clean(name));
  if (concept.startsWith('[')) readme.lessons.set(`${unit}.${lesson}`, clean(concept));
}
