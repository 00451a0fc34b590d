import type { z } from 'zod';
import { type CourseFile, courseFile, type QuizFile, quizFile } from './concord-schema.ts';
import { collectImages } from './images.ts';
import { Problems, resultOf } from './report.ts';
import { type ImportSource, readText } from './source.ts';
import type { ActivityDraft, CourseDraft, ImportResult, QuestionDraft, QuizDraft } from './types.ts';

type Reading = {
  source: ImportSource;
  files: ReadonlySet<string>;
  problems: Problems;
  images: Map<string, Uint8Array>;
};

/** Reads our own folder format: `course.json`, a folder of pages per language, quizzes as JSON. */
export async function readConcord(source: ImportSource): Promise<ImportResult> {
  const problems = new Problems();
  const parsed = await readJson(source, 'course.json', courseFile, problems);
  if (parsed === null) return resultOf('concord', null, problems);
  const reading: Reading = { source, files: new Set(await source.list()), problems, images: new Map() };
  const units: CourseDraft['units'] = [];
  const keys = new Set<string>();
  for (const unit of parsed.units) {
    const activities: ActivityDraft[] = [];
    for (const activity of unit.activities) {
      if (keys.has(activity.key)) problems.add('keyTwice', 'course.json', null, { key: activity.key });
      keys.add(activity.key);
      activities.push(await readActivity(reading, parsed, activity));
    }
    units.push({ key: unit.key, titles: unit.title, activities });
  }
  const images = [...reading.images].map(([path, bytes]) => ({ path, bytes }));
  return resultOf('concord', { ...headOf(parsed, problems), units, images }, problems);
}

function headOf(file: CourseFile, problems: Problems): Omit<CourseDraft, 'units' | 'images'> {
  const { slug, sourceLanguage, languages, category, minutes, validityMonths, licence, attribution } = file;
  const texts: CourseDraft['texts'] = {};
  for (const language of languages) {
    const title = file.title[language];
    if (title === undefined) {
      problems.add('languageMissing', 'course.json', null, { language, path: 'title' });
      continue;
    }
    texts[language] = {
      title,
      summary: file.summary[language] ?? '',
      audience: file.audience[language] ?? '',
      objectives: file.objectives[language] ?? [],
      description: file.description[language] ?? '',
    };
  }
  if (!languages.includes(sourceLanguage))
    problems.add('languageMissing', 'course.json', null, { language: sourceLanguage, path: 'languages' });
  return { slug, sourceLanguage, languages, category, minutes, validityMonths, licence, attribution, texts };
}

type ActivityFile = CourseFile['units'][number]['activities'][number];

async function readActivity(
  reading: Reading,
  file: CourseFile,
  activity: ActivityFile,
): Promise<ActivityDraft> {
  const { key, kind, minutes } = activity;
  const texts: ActivityDraft['texts'] = {};
  for (const language of file.languages) {
    const path = `${language}/${key}.md`;
    const page = await readPage(reading, path, kind === 'page');
    const title = activity.title[language];
    if (title === undefined)
      reading.problems.add('languageMissing', 'course.json', null, { language, path: `${key}.title` });
    if (page === null && kind === 'page') continue;
    texts[language] = { title: title ?? activity.title[file.sourceLanguage] ?? key, markdown: page ?? '' };
  }
  if (kind === 'page') return { key, kind, minutes, texts };
  const quiz = await readJson(reading.source, `quiz/${key}.json`, quizFile, reading.problems);
  const draft = quiz && quizOf(quiz, file.languages, `quiz/${key}.json`, reading.problems);
  return {
    key,
    kind,
    minutes,
    texts,
    quiz: draft ?? { passMark: 0, maxAttempts: null, shuffle: false, questions: [] },
  };
}

async function readPage(reading: Reading, path: string, required: boolean): Promise<string | null> {
  const markdown = await readText(reading.source, path);
  if (markdown === null) {
    const there = reading.files.has(path);
    if (required || there) reading.problems.add(there ? 'fileNotText' : 'fileMissing', path);
    return null;
  }
  return collectImages({ ...reading, file: path, markdown });
}

function quizOf(file: QuizFile, languages: string[], path: string, problems: Problems): QuizDraft {
  const questions = file.questions.filter((question) => {
    const right = question.choices.filter(({ correct }) => correct).length;
    const answered =
      question.kind === 'shortAnswer'
        ? Object.values(question.accepted).flat().length > 0
        : question.kind === 'multiple'
          ? right > 0
          : right === 1 && question.choices.length > 1;
    if (!answered) problems.add('questionWithoutAnswer', path, null, { key: question.key });
    return answered;
  });
  return {
    passMark: file.passMark,
    maxAttempts: file.maxAttempts,
    shuffle: file.shuffle,
    questions: questions.map((question) => questionOf(question, languages, path, problems)),
  };
}

function questionOf(
  question: QuizFile['questions'][number],
  languages: string[],
  path: string,
  problems: Problems,
): QuestionDraft {
  const texts: QuestionDraft['texts'] = {};
  for (const language of languages) {
    const prompt = question.prompt[language];
    if (prompt === undefined) {
      problems.add('languageMissing', path, null, { language, path: question.key });
      continue;
    }
    const choices = question.choices.map(({ key, text, feedback }) => {
      const said = feedback[language];
      return [
        key,
        { text: text[language] ?? key, ...(said === undefined ? {} : { feedback: said }) },
      ] as const;
    });
    const accepted = question.kind === 'shortAnswer' ? { accepted: question.accepted[language] ?? [] } : {};
    texts[language] = {
      prompt,
      choices: Object.fromEntries(choices),
      ...accepted,
      explanation: question.explanation[language] ?? '',
    };
  }
  const { key, kind, points } = question;
  return {
    key,
    kind,
    points,
    choices: question.choices.map(({ key, correct }) => ({ key, correct })),
    texts,
  };
}

/** Reads and checks a JSON file; every problem names the file and the path within it. */
async function readJson<Schema extends z.ZodType>(
  source: ImportSource,
  path: string,
  schema: Schema,
  problems: Problems,
): Promise<z.output<Schema> | null> {
  const json = await readText(source, path);
  if (json === null) {
    problems.add(path === 'course.json' ? 'courseFileMissing' : 'fileMissing', path);
    return null;
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    problems.add('courseFileInvalid', path, Number(/line (\d+)/.exec(detail)?.[1] ?? 0) || null, { detail });
    return null;
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    problems.add('fieldInvalid', path, null, { path: issue.path.join('.'), detail: issue.message });
  }
  return null;
}
