import { plainText } from '../../../markdown/plain-text.ts';
import { licenceOf, repositoryIn } from './licences.ts';
import { keyOf, type Problems } from './report.ts';
import type { ImportSource } from './source.ts';
import type { CourseDraft, CourseTexts } from './types.ts';

/** The format has one language. */
export const LANGUAGE = 'en';

/** What the text in front of the first part says of the course: title, author, licence, aims. */
export async function longHead(
  source: ImportSource,
  preamble: string,
  problems: Problems,
  file: string,
): Promise<Omit<CourseDraft, 'units' | 'images' | 'minutes'>> {
  const byLine = /^# (.+)\n+by ([^\n]+)$/im.exec(preamble);
  const title = plainText(
    byLine?.[1] ?? /^# (.+)$/m.exec(preamble)?.[1] ?? source.name.replace(/\.md$/i, ''),
  );
  const licence = await licenceOf(source, preamble);
  if (licence === null) problems.add('licenceUnknown', file);
  const objectives = [...preamble.matchAll(/^\s*<li>(.+?)(?:<\/li>)?\s*$/gm)].map(([, item]) =>
    plainText(item ?? ''),
  );
  const about = /^\*\*About this course[^\n]*\n+([^\n]+)/im.exec(preamble)?.[1] ?? '';
  const texts: CourseTexts = { title, summary: plainText(about), audience: '', objectives, description: '' };
  return {
    slug: keyOf(title),
    sourceLanguage: LANGUAGE,
    languages: [LANGUAGE],
    category: 'practice',
    validityMonths: null,
    licence: licence?.licence ?? '',
    attribution: {
      title,
      author: byLine?.[2]?.trim() ?? '',
      url: repositoryIn(preamble)?.url ?? '',
      licenceUrl: licence?.licenceUrl,
      note: 'Cut into pages and quizzes on import; questions of kinds not held here are left out. Some images are under licences of their own, named beside them.',
    },
    texts: { [LANGUAGE]: texts },
  };
}
