import { readConcord } from './concord.ts';
import { readLongMarkdown } from './long-markdown.ts';
import { lessonsAmong, readNumberedLessons } from './numbered-lessons.ts';
import { Problems, resultOf } from './report.ts';
import type { ImportSource } from './source.ts';
import type { ImportFormat, ImportResult } from './types.ts';

/** Which format a source is in, by the files it holds. */
export async function detectFormat(
  source: ImportSource,
): Promise<{ format: ImportFormat; file: string } | null> {
  if (/\.(?:md|markdown)$/i.test(source.name)) return { format: 'longMarkdown', file: source.name };
  const files = await source.list();
  if (files.includes('course.json')) return { format: 'concord', file: 'course.json' };
  if (lessonsAmong(files).length > 0) return { format: 'numberedLessons', file: '' };
  const texts = files.filter(
    (file) => /^[^/]+\.md$/i.test(file) && !/^(?:readme|license|contributing)/i.test(file),
  );
  return texts.length === 1 && texts[0] ? { format: 'longMarkdown', file: texts[0] } : null;
}

/** Reads a course in whichever format it is in. */
export async function readCourse(source: ImportSource): Promise<ImportResult> {
  const found = await detectFormat(source);
  if (found?.format === 'concord') return readConcord(source);
  if (found?.format === 'numberedLessons') return readNumberedLessons(source);
  if (found?.format === 'longMarkdown') return readLongMarkdown(source, found.file);
  const problems = new Problems();
  problems.add('formatUnknown', source.name);
  return resultOf(null, null, problems);
}
