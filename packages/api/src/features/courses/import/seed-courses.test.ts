import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCourse } from './detect.ts';
import { folderSource } from './source.ts';

const folder = join(import.meta.dirname, '../../../../../db/src/seed/courses');
const courses = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('the courses we ship', () => {
  it.each(courses.map(({ name }) => name))(
    '%s is read without a problem, in both languages',
    async (name) => {
      const { course, report } = await readCourse(await folderSource(join(folder, name)));
      expect(report.problems).toEqual([]);
      expect(report).toMatchObject({ languages: ['en', 'fr'] });
      expect(report.quizzes).toBeGreaterThan(0);
      const activities = course?.units.flatMap((unit) => unit.activities) ?? [];
      expect(activities.every(({ texts }) => texts.en !== undefined && texts.fr !== undefined)).toBe(true);
    },
  );
});
