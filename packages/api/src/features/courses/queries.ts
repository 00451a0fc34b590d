import type { Locale } from '@concord/db/enums';
import { kept } from '@concord/db/kept';
import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { credentials, enrolments } from '@concord/db/schema/learning';
import { and, arrayContains, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { mayEditCourse } from '../../policies/authoring.ts';
import { isCourseStaff } from '../../policies/courses.ts';
import { mapsThis } from '../../policies/frameworks.ts';
import { seesGrades } from '../../policies/grades.ts';
import { asksIn } from '../../policies/threads.ts';
import { courseMonths } from '../credential-templates/months.ts';
import { missing, withLocks } from './locks.ts';
import { openCohorts } from './open-cohorts.ts';
import { activitiesOf, loadOutline } from './outline.ts';
import { asksFor, namePrerequisites } from './prerequisites.ts';
import { nextPlace, progressOf, searchWords } from './rules.ts';
import type { CatalogueInput } from './schemas.ts';
import {
  activityCount,
  asker,
  courseBy,
  courseTextIn,
  doneCount,
  isId,
  iso,
  isPublished,
  levelOf,
  ownEnrolment,
  shownLanguage,
  shownVersion,
} from './shown.ts';
import { courseStaff } from './staff.ts';

const PAGE = 30;

/** A page of the courses a person may read, by title in their language, with their own progress in each. */
export async function catalogue(ctx: SignedIn, input: CatalogueInput) {
  const title = sql<string>`${courseTexts.title} collate "und-x-icu"`;
  const page = ctx.tx
    .select({
      id: courses.id,
      slug: courses.slug,
      title: courseTexts.title,
      summary: courseTexts.summary,
      language: courseTexts.language,
      languages: courses.languages,
      category: courses.category,
      minutes: courses.minutes,
      level: levelOf(ctx),
      enrolmentId: enrolments.id,
      completedAt: enrolments.completedAt,
      done: doneCount,
      total: activityCount,
    })
    .from(courses)
    .leftJoin(enrolments, ownEnrolment(ctx))
    .innerJoin(courseVersions, shownVersion)
    .innerJoin(courseTexts, courseTextIn(shownLanguage(input.language, ctx.locale)))
    .where(and(isNull(courses.archivedAt), ...matching(input), after(input.after, title)))
    .orderBy(asc(title), asc(courses.id))
    .limit(PAGE + 1);
  const [rows, narrowed] = await Promise.all([page, facets(ctx)]);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    courses: shown.map(({ enrolmentId, completedAt, done, ...course }) => ({
      ...course,
      mine: enrolmentId === null ? null : { done, completed: completedAt !== null },
    })),
    next: last ? { title: last.title, id: last.id } : null,
    ...narrowed,
  };
}

function matching({ words, category, language }: CatalogueInput): (SQL | undefined)[] {
  const text = sql`unaccent(lower(${courseTexts.title} || ' ' || ${courseTexts.summary}))`;
  return [
    category === undefined ? undefined : eq(courses.category, category),
    language === undefined ? undefined : arrayContains(courses.languages, [language]),
    ...searchWords(words).map((word) => sql`strpos(${text}, unaccent(lower(${word}))) > 0`),
  ];
}

function after(place: CatalogueInput['after'], title: SQL): SQL | undefined {
  return place && sql`(${title}, ${courses.id}) > (${place.title} collate "und-x-icu", ${place.id}::uuid)`;
}

/** What the catalogue can be narrowed by: only what is there for this person. */
async function facets(ctx: SignedIn): Promise<{ categories: string[]; languages: string[] }> {
  const rows = await ctx.tx
    .selectDistinct({ category: courses.category, language: sql<string>`unnest(${courses.languages})` })
    .from(courses)
    .where(and(isNull(courses.archivedAt), isPublished));
  const distinct = (values: string[]) => [...new Set(values)].sort();
  return {
    categories: distinct(rows.map(({ category }) => category)),
    languages: distinct(rows.map(({ language }) => language)),
  };
}

/** A course as its page shows it: what it is, its outline, and where the person stands in it. */
export async function coursePage(ctx: SignedIn, name: string) {
  const row = found(await findCourse(ctx, name));
  const { course, text, version, enrolment, credential } = row;
  const staff = isCourseStaff(ctx.actor, course.id);
  const [prerequisites, loaded, cohorts, whom] = await Promise.all([
    namePrerequisites(ctx, row.asked),
    loadOutline(ctx, {
      versionId: version.id,
      language: text.language,
      sourceLanguage: course.sourceLanguage,
      enrolmentId: enrolment?.id ?? null,
    }),
    openCohorts(ctx, course.id),
    courseStaff(ctx, course.id),
  ]);
  const admitted = staff || missing(prerequisites) === null;
  const held = enrolment !== null && enrolment.completedAt === null && !staff;
  const outline = held ? withLocks(loaded, { sequence: version.sequence, admitted }) : loaded;
  const activities = activitiesOf(outline);
  return {
    ...course,
    ...text,
    level: row.level,
    version: {
      number: version.number,
      publishedAt: iso(version.publishedAt),
      sequence: version.sequence,
      notes: version.notes[text.language] ?? version.notes[course.sourceLanguage] ?? null,
    },
    prerequisites,
    /** Whether what the course asks for is held, or need not be. */
    admitted,
    units: outline,
    progress: progressOf(activities),
    continueAt: nextPlace(activities, enrolment?.lastActivityId ?? null),
    enrolment: enrolment && {
      id: enrolment.id,
      placed: enrolment.cohortId !== null,
      enrolledAt: iso(enrolment.enrolledAt),
      dueAt: iso(enrolment.dueAt),
      completedAt: iso(enrolment.completedAt),
    },
    credential: credential && { ...credential, validUntil: iso(credential.validUntil) },
    openCohorts: cohorts,
    staff: whom,
    can: {
      enrol: enrolment === null && course.openEnrolment,
      ask: asksIn(ctx.actor, { id: course.id, enrolled: enrolment !== null }),
      read: enrolment !== null || staff,
      edit: mayEditCourse(ctx.actor, course.id),
      map: mapsThis(ctx.actor, 'course', course.id),
      results: seesGrades(ctx.actor, { courseId: course.id, cohortId: null }),
      withdraw: enrolment !== null && enrolment.completedAt === null && enrolment.cohortId === null,
    },
  };
}

async function findCourse({ tx, actor, locale }: SignedIn, name: string) {
  const [row] = await oneCourse(tx, { person: actor.personId, name }, { locale, byId: isId(name) });
  return row;
}

const oneCourse = kept((tx, { locale, byId }: { locale: Locale; byId: boolean }) =>
  tx
    .select({
      course: {
        id: courses.id,
        slug: courses.slug,
        sourceLanguage: courses.sourceLanguage,
        languages: courses.languages,
        category: courses.category,
        minutes: courses.minutes,
        validityMonths: courseMonths,
        licence: courses.licence,
        attribution: courses.attribution,
        openEnrolment: courses.openEnrolment,
      },
      text: {
        language: courseTexts.language,
        title: courseTexts.title,
        summary: courseTexts.summary,
        audience: courseTexts.audience,
        objectives: courseTexts.objectives,
        descriptionHtml: courseTexts.descriptionHtml,
      },
      version: {
        id: courseVersions.id,
        number: courseVersions.number,
        publishedAt: courseVersions.publishedAt,
        sequence: courseVersions.sequence,
        notes: courseVersions.notes,
      },
      asked: asksFor,
      enrolment: {
        id: enrolments.id,
        cohortId: enrolments.cohortId,
        enrolledAt: enrolments.enrolledAt,
        dueAt: enrolments.dueAt,
        completedAt: enrolments.completedAt,
        lastActivityId: enrolments.lastActivityId,
      },
      credential: { publicId: credentials.publicId, validUntil: credentials.validUntil },
      level: levelOf({ locale }),
    })
    .from(courses)
    .leftJoin(enrolments, ownEnrolment(asker))
    .leftJoin(credentials, and(eq(credentials.enrolmentId, enrolments.id), isNull(credentials.revokedAt)))
    .innerJoin(courseVersions, shownVersion)
    .innerJoin(courseTexts, courseTextIn(shownLanguage(sql`${enrolments.language}`, locale)))
    .where(courseBy(byId, sql.placeholder('name'))),
);
