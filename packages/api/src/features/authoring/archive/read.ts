import { createHash } from 'node:crypto';
import { questionBody } from '../../bank/body.ts';
import { lineAt } from '../../courses/import/report.ts';
import { type CourseArchive, courseArchive } from './schema.ts';

/** What of an archive cannot be taken, by file and, where there is one, line. */
export type ArchiveProblem = { file: string; line: number | null; what: string };

/** An archive that was read: its description and its files, or what is wrong with them. */
export type ReadArchive = { course: CourseArchive | null; problems: ArchiveProblem[] };

const ANY_ID = '00000000-0000-7000-8000-000000000000';

/** Reads the description of an archive and checks that everything it names is there and is what it says. */
export function readArchive(files: ReadonlyMap<string, Uint8Array>): ReadArchive {
  const problems: ArchiveProblem[] = [];
  const course = readDescription(files, problems);
  if (!course) return { course: null, problems };
  for (const { path, sha256 } of course.files) {
    const bytes = files.get(path);
    if (!bytes) problems.push({ file: path, line: null, what: 'it is not in the archive' });
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      problems.push({ file: path, line: null, what: 'its content is not what course.json says' });
  }
  const paths = new Set(course.files.map(({ path }) => path));
  const questions = new Set(course.questions.map(({ key }) => key));
  for (const activity of course.units.flatMap(({ activities }) => activities)) {
    for (const language of Object.keys(activity.texts)) textProblem(files, language, activity.key, problems);
    const named = [
      activity.video?.video,
      ...Object.values(activity.video?.captions ?? {}),
      ...(activity.files ?? []),
    ];
    for (const file of named)
      if (file && !paths.has(file.file))
        problems.push(inDescription(`${activity.key}: no file ${file.file}`));
    for (const { question, draw, key } of activity.slots)
      if ((question === null) === (draw === null) || (question !== null && !questions.has(question)))
        problems.push(inDescription(`${activity.key}: the slot ${key} asks no question of the archive`));
  }
  questionProblems(course, problems);
  doubledKeys(course, problems);
  if (!course.about[course.sourceLanguage])
    problems.push(inDescription('about: the source language is missing'));
  return { course: problems.length > 0 ? null : course, problems };
}

const inDescription = (what: string): ArchiveProblem => ({ file: 'course.json', line: null, what });

function readDescription(
  files: ReadonlyMap<string, Uint8Array>,
  problems: ArchiveProblem[],
): CourseArchive | null {
  const bytes = files.get('course.json');
  if (!bytes) {
    problems.push(inDescription('it is not in the archive'));
    return null;
  }
  const json = new TextDecoder().decode(bytes);
  try {
    const read = courseArchive.safeParse(JSON.parse(json));
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues)
      problems.push(inDescription(`${path.join('.')}: ${message}`));
  } catch (error) {
    const what = error instanceof Error ? error.message : 'it cannot be read';
    problems.push({ file: 'course.json', line: lineOfError(json, what), what });
  }
  return null;
}

/** The line a parser of JSON stopped at: it tells a place, or quotes what stands around it. */
function lineOfError(json: string, message: string): number | null {
  const told = /position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return lineAt(json, Number(told));
  const [, token = '', cut, quoted] =
    /^Unexpected token '(.+?)', (\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  if (quoted === undefined) return /end of JSON/.test(message) ? lineAt(json, json.length) : null;
  const at = json.indexOf(quoted);
  return at < 0 ? null : lineAt(json, cut ? at + 10 : at + quoted.lastIndexOf(token));
}

function textProblem(
  files: ReadonlyMap<string, Uint8Array>,
  language: string,
  key: string,
  problems: ArchiveProblem[],
): void {
  const file = `text/${language}/${key}.md`;
  const bytes = files.get(file);
  if (!bytes) return void problems.push({ file, line: null, what: 'it is not in the archive' });
  const line = lineNotText(bytes);
  if (line !== null) problems.push({ file, line, what: 'it is not UTF-8 text' });
}

/** The first line that is not text, or null. */
function lineNotText(bytes: Uint8Array): number | null {
  let line = 1;
  for (let from = 0; from <= bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const part = bytes.subarray(from, end < 0 ? bytes.length : end);
    try {
      if (new TextDecoder('utf-8', { fatal: true }).decode(part).includes('\u0000')) return line;
    } catch {
      return line;
    }
    if (end < 0) return null;
    from = end + 1;
  }
  return null;
}

function questionProblems(course: CourseArchive, problems: ArchiveProblem[]): void {
  for (const { key, body } of course.questions) {
    const json = JSON.stringify(body).replace(
      /"imageFileId":"files\/[0-9a-f]{32}"/g,
      `"imageFileId":"${ANY_ID}"`,
    );
    const read = questionBody.safeParse(JSON.parse(json));
    for (const { path, message } of read.error?.issues ?? [])
      problems.push(inDescription(`question ${key}: ${path.join('.')}: ${message}`));
  }
}

function doubledKeys({ units, questions }: CourseArchive, problems: ArchiveProblem[]): void {
  const lists = [
    units.map(({ key }) => key),
    units.flatMap(({ activities }) => activities.map(({ key }) => key)),
    questions.map(({ key }) => key),
  ];
  for (const keys of lists)
    for (const key of new Set(keys.filter((one, index) => keys.indexOf(one) !== index)))
      problems.push(inDescription(`the key ${key} is there twice`));
}
