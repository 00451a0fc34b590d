import type { Locale } from '@concord/db/enums';
import { kept } from '@concord/db/kept';
import { courses } from '@concord/db/schema/courses';
import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { mayEditCourse } from '../../policies/authoring.ts';
import { courseBy, isId, isPublished, levelOf } from './shown.ts';

/** What stands around every page of a course: its level. Before it is published it is there for its authors alone. */
export async function courseFrame({ tx, actor, locale }: SignedIn, name: string) {
  const [row] = await oneFrame(tx, { name }, { locale, byId: isId(name) });
  const { level } = found(row && (row.published || mayEditCourse(actor, row.id)) ? row : undefined);
  return { level };
}

const oneFrame = kept((tx, { locale, byId }: { locale: Locale; byId: boolean }) =>
  tx
    .select({ id: courses.id, published: sql<boolean>`${isPublished}`, level: levelOf({ locale }) })
    .from(courses)
    .where(courseBy(byId, sql.placeholder('name'))),
);
