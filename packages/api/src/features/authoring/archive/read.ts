import { createHash } from 'node:crypto';
import { questionBody } from '../../bank/body.ts';
import { lineAt } from '../../courses/import/report.ts';
import { lineOfPath } from './json-lines.ts';
import { type CourseArchive, courseArchive } from './schema.ts';

/** What can be wrong with an archive. */
export const archiveProblems = [
  'missing',
  'otherContent',
  'notText',
  'notJson',
  'field',
  'noFile',
  'noQuestion',
  'keyTwice',
  'sourceMissing',
] as const;

/** What of an archive cannot be taken, by file and, where there is one, line. */
export type ArchiveProblem = {
  file: string;
  line: number | null;
  code: (typeof archiveProblems)[number];
  params: Record<string, string>;
};

/** An archive that was read: its description and its files, or what is wrong with them. */
export type ReadArchive = { course: CourseArchive | null; problems: ArchiveProblem[] };

const ANY_ID = '00000000-0000-7000-8000-000000000000';

/** The most problems told: who mends these sees the others then. */
const MOST = 100;

/** Reads the description of an archive and checks that everything it names is there and is what it says. */
export function readArchive(files: ReadonlyMap<string, Uint8Array>): ReadArchive {
  const bytes = files.get('course.json');
  if (!bytes) return { course: null, problems: [problem('course.json', 'missing')] };
  const json = new TextDecoder().decode(bytes);
  const read = readDescription(json);
  if (Array.isArray(read)) return { course: null, problems: read.slice(0, MOST) };
  const problems = [
    ...fileProblems(read, files),
    ...activityProblems(read, files, json),
    ...questionProblems(read, json),
    ...doubledKeys(read),
  ];
  if (!read.about[read.sourceLanguage])
    problems.push({ ...problem('course.json', 'sourceMissing'), line: lineOfPath(json, ['about']) });
  return { course: problems.length > 0 ? null : read, problems: problems.slice(0, MOST) };
}

function problem(
  file: string,
  code: ArchiveProblem['code'],
  params: ArchiveProblem['params'] = {},
  line: number | null = null,
): ArchiveProblem {
  return { file, line, code, params };
}

function readDescription(json: string): CourseArchive | ArchiveProblem[] {
  try {
    const read = courseArchive.safeParse(JSON.parse(json));
    return read.success
      ? read.data
      : read.error.issues.slice(0, MOST).map((issue) => fieldProblem(json, issue));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return [problem('course.json', 'notJson', { message }, lineOfError(json, message))];
  }
}

type Issue = { path: readonly PropertyKey[]; message: string };

function fieldProblem(json: string, { path, message }: Issue): ArchiveProblem {
  const params = { path: path.map(String).join('.'), message };
  return problem('course.json', 'field', params, lineOfPath(json, path));
}

function fileProblems(course: CourseArchive, files: ReadonlyMap<string, Uint8Array>): ArchiveProblem[] {
  return course.files.flatMap(({ path, sha256 }) => {
    const bytes = files.get(path);
    if (!bytes) return problem(path, 'missing');
    const same = createHash('sha256').update(bytes).digest('hex') === sha256;
    return same ? [] : problem(path, 'otherContent');
  });
}

/** What the activities name: their texts, their files and the questions they ask. */
function activityProblems(
  course: CourseArchive,
  files: ReadonlyMap<string, Uint8Array>,
  json: string,
): ArchiveProblem[] {
  const paths = new Set(course.files.map(({ path }) => path));
  const questions = new Set(course.questions.map(({ key }) => key));
  return course.units.flatMap((unit, unitAt) =>
    unit.activities.flatMap((activity, at) => {
      const line = lineOfPath(json, ['units', unitAt, 'activities', at]);
      const own = (code: ArchiveProblem['code'], params: Record<string, string>) =>
        problem('course.json', code, { activity: activity.key, ...params }, line);
      const { video, files: attached, slots, texts } = activity;
      const named = [video?.video, ...Object.values(video?.captions ?? {}), ...(attached ?? [])];
      return [
        ...Object.keys(texts).flatMap((language) => textProblem(files, language, activity.key) ?? []),
        ...named.flatMap((file) => (file && !paths.has(file.file) ? own('noFile', { file: file.file }) : [])),
        ...slots.flatMap(({ question, draw, key }) =>
          (question === null) === (draw === null) || (question !== null && !questions.has(question))
            ? own('noQuestion', { slot: key })
            : [],
        ),
      ];
    }),
  );
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
): ArchiveProblem | null {
  const file = `text/${language}/${key}.md`;
  const bytes = files.get(file);
  if (!bytes) return problem(file, 'missing');
  const line = lineNotText(bytes);
  return line === null ? null : problem(file, 'notText', {}, line);
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

function questionProblems(course: CourseArchive, json: string): ArchiveProblem[] {
  return course.questions.flatMap(({ body }, at) => {
    const named = JSON.stringify(body).replace(
      /"imageFileId":"files\/[0-9a-f]{32}"/g,
      `"imageFileId":"${ANY_ID}"`,
    );
    const read = questionBody.safeParse(JSON.parse(named));
    return (read.error?.issues ?? []).map(({ path, message }) =>
      fieldProblem(json, { path: ['questions', at, 'body', ...path], message }),
    );
  });
}

function doubledKeys({ units, questions }: CourseArchive): ArchiveProblem[] {
  const lists = [
    units.map(({ key }) => key),
    units.flatMap(({ activities }) => activities.map(({ key }) => key)),
    questions.map(({ key }) => key),
  ];
  return lists.flatMap((keys) => {
    const twice = new Set(keys.filter((one, index) => keys.indexOf(one) !== index));
    return [...twice].map((key) => problem('course.json', 'keyTwice', { key }));
  });
}
