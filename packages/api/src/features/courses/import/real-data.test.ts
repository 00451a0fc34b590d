import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../markdown/render.ts';
import { readCourse } from './detect.ts';
import { folderSource } from './source.ts';

const root = join(import.meta.dirname, '../../../../../..');
const data = process.env.CONCORD_TEST_DATA ?? join(root, '../shared/data');
const lessons = join(data, 'courses/security-101');
const long = join(data, 'courses/secure-software-development/lfd121.md');
const missing = !existsSync(lessons) || !existsSync(long);
if (missing) console.info(`Skipped: no course material at ${data} (set CONCORD_TEST_DATA).`);

describe.skipIf(missing)('the real courses', () => {
  it('eight units in five languages', async () => {
    const { course, report } = await readCourse(await folderSource(lessons));
    expect(report).toMatchObject({ units: 8, pages: 24, quizzes: 0, images: 20 });
    expect([...report.languages].sort()).toEqual(['de', 'en', 'fr', 'pl', 'tr']);
    expect(course?.licence).toBe('CC0-1.0');
    const activities = course?.units.flatMap((unit) => unit.activities) ?? [];
    expect(activities.every(({ texts }) => Object.keys(texts).length === 5)).toBe(true);
    expect(report.problems.filter(({ code }) => code === 'linkedQuizLeftOut')).toHaveLength(8);
    expect(report.problems.filter(({ code, line }) => code.startsWith('image') && line === null)).toEqual([]);
    expect(JSON.stringify(activities)).not.toMatch(/co-op translator/i);
  });

  it('three parts, and each of the 82 questions taken or reported by line', async () => {
    const { course, report } = await readCourse(await folderSource(long));
    expect(report.units).toBe(3);
    const left = report.problems.filter(({ code }) => code.startsWith('question'));
    expect(report.questions + left.length).toBe(82);
    expect(report.questions).toBe(80);
    expect(left.every(({ line }) => line !== null)).toBe(true);
    expect(course?.licence).toBe('CC-BY-4.0');
    expect(course?.attribution?.author).not.toBe('');
    const keys = course?.units.flatMap((unit) => unit.activities.map(({ key }) => key)) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('renders every page of both, with headings under the page’s own', async () => {
    for (const path of [lessons, long]) {
      const { course } = await readCourse(await folderSource(path));
      const known = new Set(course?.images.map((image) => encodeURI(image.path)));
      for (const activity of course?.units.flatMap((unit) => unit.activities) ?? []) {
        for (const [language, { markdown }] of Object.entries(activity.texts)) {
          const page = renderMarkdown(markdown, {
            language,
            allowHtml: true,
            image: (src) => (known.has(src) ? `/i/${src}` : null),
          });
          expect(page.html).not.toMatch(/<h1|as-typed|\sstyle=/);
          expect(page.images.filter(({ url }) => url === null)).toEqual([]);
        }
      }
    }
  });
});
