import { plainText } from '../../../markdown/plain-text.ts';
import { isLanguageTag } from '../../../schemas.ts';
import { collectImages } from './images.ts';
import { type Readme, readReadme } from './lesson-readme.ts';
import { licenceOf, repositoryIn } from './licences.ts';
import { keyOf, Problems, readingMinutes, resultOf } from './report.ts';
import { type ImportSource, readText } from './source.ts';
import type { ActivityDraft, Attribution, CourseDraft, ImportResult } from './types.ts';

const LESSON = /^(\d+)\.(\d+)\s+(.+)\.md$/;
const TRANSLATION = /^translations\/([^/]+)\/(\d+\.\d+\s+.+\.md)$/;
const SOURCE_LANGUAGE = 'en';
/** Folder names of the translator that mean something else, or nothing, as language tags. */
const FOLDERS: Record<string, string> = { br: 'pt-BR', hk: 'zh-HK', mo: 'zh-MO', tw: 'zh-TW' };

type Lesson = { file: string; unit: number; number: number; name: string };
type Reading = {
  source: ImportSource;
  files: ReadonlySet<string>;
  problems: Problems;
  images: Map<string, Uint8Array>;
  translated: Set<string>;
};

/** The lessons of a folder in order: `N.M Title.md`. */
export function lessonsAmong(files: string[]): Lesson[] {
  const lessons = files.flatMap((file) => {
    const [, unit, number, name] = LESSON.exec(file) ?? [];
    return unit === undefined || name === undefined
      ? []
      : [{ file, unit: Number(unit), number: Number(number), name }];
  });
  return lessons.sort((a, b) => a.unit - b.unit || a.number - b.number);
}

/** Reads a folder of numbered lessons with its translations: one course, a unit for each first number. */
export async function readNumberedLessons(source: ImportSource): Promise<ImportResult> {
  const files = await source.list();
  const reading: Reading = {
    source,
    files: new Set(files),
    problems: new Problems(),
    images: new Map(),
    translated: new Set(),
  };
  const lessons = lessonsAmong(files);
  const folders = languageFolders(files);
  const readmes = new Map<string, Readme>();
  for (const [language, folder] of folders) {
    readmes.set(language, readReadme(await readText(source, `${folder}README.md`), source.name));
  }
  const activities = new Map<Lesson, ActivityDraft>();
  for (const lesson of lessons) {
    const activity = await readLesson(reading, lesson, folders, readmes);
    if (activity !== null) activities.set(lesson, activity);
  }
  reportStrays(reading, files, lessons);
  const head = await headOf(reading, readmes, folders);
  const units = unitsOf(activities, readmes);
  const minutes = units
    .flatMap((unit) => unit.activities)
    .reduce((sum, activity) => sum + activity.minutes, 0);
  const images = [...reading.images].map(([path, bytes]) => ({ path, bytes }));
  return resultOf('numberedLessons', { ...head, minutes, units, images }, reading.problems);
}

/** Each language with the folder its lessons lie in, the source language first. */
function languageFolders(files: string[]): Map<string, string> {
  const folders = new Map([[SOURCE_LANGUAGE, '']]);
  for (const file of files) {
    const folder = TRANSLATION.exec(file)?.[1];
    if (folder === undefined) continue;
    const language = FOLDERS[folder] ?? folder;
    if (isLanguageTag(language)) folders.set(language, `translations/${folder}/`);
  }
  return folders;
}

async function readLesson(
  reading: Reading,
  lesson: Lesson,
  folders: Map<string, string>,
  readmes: Map<string, Readme>,
): Promise<ActivityDraft | null> {
  const texts: ActivityDraft['texts'] = {};
  for (const [language, folder] of folders) {
    const file = folder + lesson.file;
    const raw = await readText(reading.source, file);
    if (raw === null) {
      reading.problems.add(reading.files.has(file) ? 'fileNotText' : 'languageMissing', file, null, {
        language,
      });
      continue;
    }
    const page = parseLesson(raw);
    if (page.translated) reading.translated.add(language);
    const quiz = /^\W*\[[^\]]*\]\((https?:[^)\s]+)\)\W*$/.exec(page.markdown);
    if (quiz && language === SOURCE_LANGUAGE) {
      const line = raw.slice(0, raw.indexOf(quiz[1] ?? '')).split('\n').length;
      reading.problems.add('linkedQuizLeftOut', file, line, { link: quiz[1] ?? '' });
      return null;
    }
    const title =
      page.title ?? readmes.get(language)?.lessons.get(`${lesson.unit}.${lesson.number}`) ?? lesson.name;
    const markdown = await collectImages({
      ...reading,
      file,
      markdown: page.markdown,
      lineOffset: page.lineOffset,
    });
    texts[language] = { title, markdown: markdown.trim() };
  }
  if (texts[SOURCE_LANGUAGE] === undefined) return null;
  const minutes = readingMinutes(texts[SOURCE_LANGUAGE].markdown);
  return { key: `lesson-${lesson.unit}-${lesson.number}`, kind: 'page', minutes, texts };
}

/** Parts a lesson from what the translator put around it and from its title. */
function parseLesson(raw: string): {
  title: string | null;
  markdown: string;
  lineOffset: number;
  translated: boolean;
} {
  const head = /^(?:\s*<!--[\s\S]*?-->)*\s*/.exec(raw)?.[0] ?? '';
  let rest = raw.slice(head.length);
  const heading = /^#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/.exec(rest);
  if (heading) rest = rest.slice(heading[0].length);
  const lineOffset = raw.slice(0, raw.length - rest.length).split('\n').length - 1;
  const disclaimer = rest.lastIndexOf('\n---');
  const translated = disclaimer !== -1 && /co-op[ -]translator/i.test(rest.slice(disclaimer));
  return {
    title: heading?.[1] ? plainText(heading[1]) : null,
    markdown: (translated ? rest.slice(0, disclaimer) : rest).trimEnd(),
    lineOffset,
    translated: translated || /CO_OP_TRANSLATOR_METADATA/.test(head),
  };
}

function unitsOf(activities: Map<Lesson, ActivityDraft>, readmes: Map<string, Readme>): CourseDraft['units'] {
  const units = new Map<number, CourseDraft['units'][number]>();
  for (const [lesson, activity] of activities) {
    const unit = units.get(lesson.unit) ?? { key: `unit-${lesson.unit}`, titles: {}, activities: [] };
    unit.activities.push(activity);
    units.set(lesson.unit, unit);
  }
  for (const [number, unit] of units) {
    for (const [language, readme] of readmes) {
      const title = readme.units.get(number) ?? unit.activities[0]?.texts[language]?.title;
      if (title !== undefined) unit.titles[language] = title;
    }
  }
  return [...units.values()];
}

function reportStrays({ problems }: Reading, files: string[], lessons: Lesson[]): void {
  const known = new Set(lessons.map(({ file }) => file));
  for (const file of files) {
    const lesson = TRANSLATION.exec(file)?.[2];
    if (lesson !== undefined && !known.has(lesson)) problems.add('translationWithoutLesson', file);
  }
}

async function headOf(
  { source, problems, translated }: Reading,
  readmes: Map<string, Readme>,
  folders: Map<string, string>,
): Promise<Omit<CourseDraft, 'units' | 'images' | 'minutes'>> {
  const readme = (await readText(source, 'README.md')) ?? '';
  const licence = await licenceOf(source, readme);
  if (licence === null) problems.add('licenceUnknown', 'README.md');
  const repository = repositoryIn(readme);
  const title = readmes.get(SOURCE_LANGUAGE)?.texts.title ?? source.name;
  const machine = [...translated].join(', ');
  const note =
    machine === ''
      ? ''
      : `The translations (${machine}) were made by machine with Co-op Translator; the English text is the one that counts.`;
  const attribution: Attribution = {
    title,
    author: repository?.owner ?? '',
    url: repository?.url ?? '',
    licenceUrl: licence?.licenceUrl,
    note,
  };
  return {
    slug: keyOf(source.name),
    sourceLanguage: SOURCE_LANGUAGE,
    languages: [...folders.keys()],
    category: 'awareness',
    validityMonths: null,
    licence: licence?.licence ?? '',
    attribution,
    texts: Object.fromEntries([...readmes].map(([language, { texts }]) => [language, texts])),
  };
}
