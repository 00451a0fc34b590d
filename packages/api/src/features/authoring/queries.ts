import {
  coursePrerequisites,
  courses,
  courseTexts,
  courseVersions,
  draftRemovals,
} from '@concord/db/schema/courses';
import { levels, markings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { managesTraining, mayPublishCourse, writesCourses } from '../../policies/authoring.ts';
import { iso, isPublished } from '../courses/shown.ts';
import { templateChoices } from '../credential-templates/queries.ts';
import { courseTextState, factsState } from './facts.ts';
import { findingsOf } from './findings.ts';
import { draftOf, type OwnCourse, ownCourse } from './load.ts';
import { checkedDraft, loadAuthorsOutline } from './outline.ts';
import { countStates } from './rules.ts';
import { staffOf } from './staff.ts';
import { newestPublished } from './versions.ts';

/** The courses a person writes, whether or not a learner can see them yet. */
export async function ownCourses(ctx: SignedIn) {
  if (!writesCourses(ctx.actor)) throw notFound();
  const held = ctx.actor.appointments.filter(({ scope }) => scope === 'course').map(({ scopeId }) => scopeId);
  const own = held.filter((id) => id !== null);
  const rows = await ctx.tx
    .select({
      id: courses.id,
      slug: courses.slug,
      language: courses.sourceLanguage,
      title: sql<string>`coalesce(nullif((select t.title from ${courseTexts} t where t.version_id = newest.id
        and t.language = course.source_language), ''), course.slug)`,
      draft: sql<number | null>`draft.number`,
      published: sql<number | null>`published.number`,
    })
    .from(courses)
    .leftJoin(
      sql`lateral (select v.number from course_version v where v.course_id = course.id and v.published_at is null) draft`,
      sql`true`,
    )
    .leftJoin(
      sql`lateral (select max(v.number) as number from course_version v where v.course_id = course.id
        and v.published_at is not null) published`,
      sql`true`,
    )
    .leftJoin(
      sql`lateral (select v.id from course_version v where v.course_id = course.id order by v.number desc limit 1) newest`,
      sql`true`,
    )
    .where(and(isNull(courses.archivedAt), managesTraining(ctx.actor) ? undefined : inArray(courses.id, own)))
    .orderBy(asc(courses.slug));
  return { courses: rows, can: { create: managesTraining(ctx.actor) } };
}

/** What a course can be marked with when it is begun: levels up to the author's own, and categories there are. */
export async function newCourseChoices(ctx: SignedIn) {
  if (!managesTraining(ctx.actor)) throw notFound();
  return { levels: await levelsFor(ctx), categories: await categoriesOf(ctx) };
}

async function levelsFor(ctx: SignedIn) {
  const rows = await ctx.tx.select().from(levels).orderBy(asc(levels.rank));
  return rows
    .filter(({ rank }) => rank <= ctx.actor.level)
    .map(({ rank, nameEn, nameFr }) => ({ rank, name: ctx.locale === 'fr' ? nameFr : nameEn }));
}

async function categoriesOf(ctx: SignedIn): Promise<string[]> {
  const rows = await ctx.tx.selectDistinct({ category: courses.category }).from(courses);
  return rows.map(({ category }) => category).sort();
}

/** A course as its editor shows it: the draft, or the published version when none is begun. */
export async function editorPage(ctx: SignedIn, name: string) {
  const course = await ownCourse(ctx, name);
  const draft = await draftOf(ctx, course.id);
  const published = await newestPublished(ctx, course.id);
  const shown = draft ?? published;
  if (!shown) throw notFound();
  const outline = await loadAuthorsOutline(ctx, course, shown.id);
  const parts = outline.units.flatMap((unit) => [{ titles: unit.titles }, ...unit.activities]);
  const { id, slug, sourceLanguage } = course;
  return {
    course: { id, slug, sourceLanguage },
    title: outline.texts.find(({ language }) => language === sourceLanguage)?.title || slug,
    draft: draft && { number: draft.number, revision: draft.revision, basedOn: draft.basedOn },
    published: published && { number: published.number, publishedAt: iso(published.publishedAt) },
    languages: outline.languages.map((language) => ({ language, ...countStates(parts, language) })),
    units: outline.units.map((unit) => ({
      ...unit,
      activities: unit.activities.map(({ quiz: _q, settings: _s, written: _w, ...activity }) => activity),
    })),
    removals: draft ? await removalsOf(ctx, draft.id) : [],
    can: { publish: mayPublishCourse(ctx.actor, course.id), staff: managesTraining(ctx.actor) },
  };
}

function removalsOf(ctx: SignedIn, versionId: string) {
  return ctx.tx
    .select({ id: draftRemovals.id, kind: draftRemovals.kind, titles: draftRemovals.titles })
    .from(draftRemovals)
    .where(eq(draftRemovals.versionId, versionId))
    .orderBy(desc(draftRemovals.removedAt))
    .limit(20);
}

/** What a course says of itself, per language, and its facts. */
export async function factsPage(ctx: SignedIn, name: string) {
  const course = await ownCourse(ctx, name);
  const draft = await draftOf(ctx, course.id);
  const version = draft ?? (await newestPublished(ctx, course.id));
  if (!version) throw notFound();
  const texts = await ctx.tx
    .select()
    .from(courseTexts)
    .where(eq(courseTexts.versionId, version.id))
    .orderBy(asc(courseTexts.language));
  return {
    base: factsState(course),
    facts: {
      category: course.category,
      minutes: course.minutes,
      validityMonths: course.validityMonths,
      templateId: course.templateId,
      templateWanted: course.templateWanted,
      openEnrolment: course.openEnrolment,
      licence: course.licence,
      sequence: version.sequence,
    },
    marking: await markingOf(ctx, course),
    texts: texts.map(({ language, title, summary, audience, objectives, descriptionSource: description }) => {
      const words = { title, summary, audience, objectives, description };
      return { language, ...words, base: courseTextState(words) };
    }),
    prerequisites: await prerequisitesOf(ctx, course.id),
    courses: await otherCourses(ctx, course),
    templates: await templateChoices(ctx, course.templateId),
    levels: await levelsFor(ctx),
    categories: await categoriesOf(ctx),
    can: { facts: draft !== null && mayPublishCourse(ctx.actor, course.id), texts: draft !== null },
  };
}

async function markingOf(ctx: SignedIn, course: OwnCourse) {
  const [row] = await ctx.tx
    .select({ level: markings.level, parties: sql<number>`cardinality(${markings.releasableTo})` })
    .from(markings)
    .where(eq(markings.id, course.markingId));
  const [all] = await ctx.tx
    .select({
      allies: sql<number>`count(*) filter (where ${parties.ally} and ${parties.nationId} is null)::int`,
      everyone: sql<number>`count(*) filter (where ${parties.nationId} is null)::int`,
    })
    .from(parties);
  const audience = row?.parties === all?.everyone ? ('everyone' as const) : ('allies' as const);
  return { level: row?.level ?? 0, audience, parties: row?.parties ?? 0 };
}

async function prerequisitesOf(ctx: SignedIn, courseId: string): Promise<string[]> {
  const rows = await ctx.tx
    .select({ id: coursePrerequisites.requiredCourseId })
    .from(coursePrerequisites)
    .where(eq(coursePrerequisites.courseId, courseId));
  return rows.map(({ id }) => id);
}

/** Published courses by their title: what nobody can complete yet comes before nothing. */
function otherCourses(ctx: SignedIn, { id }: OwnCourse) {
  return ctx.tx
    .select({
      id: courses.id,
      title: sql<string>`(select t.title from course_version v join course_text t on t.version_id = v.id
        where v.course_id = course.id and v.published_at is not null and t.language in (${ctx.locale}, course.source_language)
        order by v.number desc, t.language = ${ctx.locale} desc limit 1)`,
    })
    .from(courses)
    .where(and(isNull(courses.archivedAt), sql`course.id <> ${id}`, isPublished))
    .orderBy(asc(courses.slug))
    .limit(300);
}

/** What publishing would say: what is missing, which versions there were, and which draft was looked at. */
export async function publishPage(ctx: SignedIn, name: string) {
  const course = await ownCourse(ctx, name);
  const draft = await draftOf(ctx, course.id);
  const outline = draft && (await loadAuthorsOutline(ctx, course, draft.id));
  return {
    draft: draft && { number: draft.number, revision: draft.revision },
    languages: outline?.languages ?? [],
    findings: outline ? findingsOf(checkedDraft(course, outline)) : [],
    titles: outline ? titlesOf(outline, course.sourceLanguage) : {},
    versions: await versionsOf(ctx, course.id),
    staff: await staffOf(ctx, course.id),
    can: {
      publish: draft !== null && mayPublishCourse(ctx.actor, course.id),
      staff: managesTraining(ctx.actor),
    },
  };
}

function titlesOf(outline: Awaited<ReturnType<typeof loadAuthorsOutline>>, language: string) {
  const parts = outline.units.flatMap((unit) => [unit, ...unit.activities]);
  return Object.fromEntries(parts.map(({ key, titles }) => [key, titles[language] || key]));
}

async function versionsOf(ctx: SignedIn, courseId: string) {
  const rows = await ctx.tx
    .select({
      number: courseVersions.number,
      publishedAt: courseVersions.publishedAt,
      notes: courseVersions.notes,
      moves: courseVersions.moves,
      requiresRetake: courseVersions.requiresRetake,
      by: sql<string | null>`${people.givenName} || ' ' || ${people.familyName}`,
      learners: sql<number>`(select count(*)::int from enrolment e where e.version_id = course_version.id
        and e.withdrawn_at is null and e.completed_at is null)`,
    })
    .from(courseVersions)
    .leftJoin(people, eq(people.id, courseVersions.publishedBy))
    .where(eq(courseVersions.courseId, courseId))
    .orderBy(desc(courseVersions.number));
  return rows.map((row) => ({ ...row, publishedAt: iso(row.publishedAt) }));
}
