import { activities, courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { studyNotes } from '@concord/db/schema/study';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { opener } from '../../sealing/sealing.ts';
import { titleIn } from '../courses/rules.ts';
import { courseNamed, courseTextIn, ownEnrolment, shownLanguage, shownVersion } from '../courses/shown.ts';
import type { NoteContent } from './commands.ts';
import { noteAad, studiedCourse } from './load.ts';

const PAGE = 100;

/** The person's own marks and notes on one page of a course, in the order they were made. */
export async function notesOfActivity(ctx: SignedIn, input: { course: string; activity: string }) {
  const course = await studiedCourse(ctx, input.course);
  const rows = await ctx.tx
    .select(columns)
    .from(studyNotes)
    .where(and(ownIn(ctx, course.id), eq(studyNotes.activityKey, input.activity)))
    .orderBy(asc(studyNotes.id));
  return { notes: await opened(ctx, rows) };
}

/** All of them in a course, page by page in the order they were made; a page that is gone says so. */
export async function notesOfCourse(ctx: SignedIn, input: { course: string; after?: string }) {
  const course = found(await courseOf(ctx, input.course));
  const rows = await ctx.tx
    .select(columns)
    .from(studyNotes)
    .where(and(ownIn(ctx, course.id), input.after ? gt(studyNotes.id, input.after) : undefined))
    .orderBy(asc(studyNotes.id))
    .limit(PAGE + 1);
  const parts = await ctx.tx
    .select({ key: activities.key, titles: activities.titles })
    .from(activities)
    .where(eq(activities.versionId, course.versionId));
  const titles = new Map(
    parts.map(({ key, titles: all }) => [key, titleIn(all, course.language, course.sourceLanguage)]),
  );
  const shown = rows.slice(0, PAGE);
  const notes = await opened(ctx, shown);
  return {
    course: { slug: course.slug, title: course.title, language: course.language },
    notes: notes.map((note) => ({
      ...note,
      activity: { key: note.activityKey, title: titles.get(note.activityKey) ?? null },
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

const columns = {
  id: studyNotes.id,
  activityKey: studyNotes.activityKey,
  language: studyNotes.language,
  sealed: studyNotes.sealed,
  revision: studyNotes.revision,
  changedAt: studyNotes.changedAt,
};
type Row = Pick<typeof studyNotes.$inferSelect, keyof typeof columns>;

const ownIn = (ctx: SignedIn, courseId: string) =>
  and(eq(studyNotes.personId, ctx.actor.personId), eq(studyNotes.courseId, courseId));

async function opened(ctx: SignedIn, rows: readonly Row[]) {
  if (rows.length === 0) return [];
  const open = await opener(ctx, ctx.actor.personId);
  return rows.map(({ sealed, changedAt, ...row }) => {
    const { passage, note } = JSON.parse(open(sealed, noteAad(row.id, row.revision))) as NoteContent;
    return { ...row, passage, note, changedAt: changedAt.toISOString() };
  });
}

/** The course under its title to this reader, whether they still take it or not. */
async function courseOf(ctx: SignedIn, name: string) {
  const [row] = await ctx.tx
    .select({
      id: courses.id,
      slug: courses.slug,
      sourceLanguage: courses.sourceLanguage,
      versionId: courseVersions.id,
      title: courseTexts.title,
      language: courseTexts.language,
    })
    .from(courses)
    .leftJoin(enrolments, ownEnrolment(ctx))
    .innerJoin(courseVersions, shownVersion)
    .innerJoin(courseTexts, courseTextIn(shownLanguage(sql`${enrolments.language}`, ctx.locale)))
    .where(courseNamed(name));
  return row;
}
