import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { seesCompetences } from '../../policies/competence.ts';
import { idsIn } from '../frameworks/current.ts';
import { of } from '../readiness/evidence.ts';
import { type Need, needsOf, shownBy, workOfPerson } from './needs.ts';
import { type ProofsByItem, proofsOf } from './proofs.ts';
import { competenceOf, countOf, isShown, nextCourse, type Proof } from './rules.ts';

/** The reader's own: what their work needs, what of it is shown by what and until when, what is missing, and what to aim at. */
export async function myCompetences(ctx: SignedIn) {
  const profile = await profileOf(ctx, ctx.actor.personId);
  const taken = idsIn(profile.works.map(({ id }) => id));
  const choices = await ctx.tx.execute<{ id: string; nameEn: string; nameFr: string }>(sql`
    select r.id, r.name_en as "nameEn", r.name_fr as "nameFr" from work_role r
    where r.archived_at is null and r.id not in ${taken} order by r.code limit 500`);
  return { ...profile, choices: [...choices] };
}

/** The same of a person, for who speaks for them in training, or NOT_FOUND. */
export async function competencesOf(ctx: SignedIn, personId: string) {
  const [row] = await ctx.tx.execute<{
    id: string;
    name: string;
    partyId: string;
    nationId: string | null;
  }>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name, p.party_id as "partyId", y.nation_id as "nationId"
    from person p join party y on y.id = p.party_id
    where p.id = ${personId}::uuid and (p.ended_at is null or p.ended_at > now())`);
  const person = found(row && seesCompetences(ctx.actor, row) ? row : undefined);
  return { person: { id: person.id, name: person.name }, ...(await profileOf(ctx, personId)) };
}

async function profileOf(ctx: SignedIn, personId: string) {
  const works = await workOfPerson(ctx, personId);
  const needs = await needsOf(
    ctx,
    works.map(({ id }) => id),
  );
  const shown = await shownBy(ctx, [...new Set(needs.map(({ itemId }) => itemId))]);
  const { proofs, known, played } = await proofsOf(ctx, personId, shown);
  const names = await namesOf(ctx, shown, proofs);
  const judged = works.map((work) => judge(work.id, needs, proofs, ctx.now));
  const teachers = shown.filter(({ subject }) => subject === 'course');
  const offers = [...names.courses.values()].map((course) => ({
    ...course,
    underWay: known.paths.get(of(personId, course.courseId))?.started ?? false,
    teaches: teachers.filter(({ subjectId }) => subjectId === course.courseId).map(({ itemId }) => itemId),
  }));
  const next = nextCourse(
    judged.map((own) => ({ needs: own })),
    offers,
  );
  const taughtBy = (itemId: string) =>
    offers.filter(({ teaches }) => teaches.includes(itemId)).map(({ slug, title }) => ({ slug, title }));
  return {
    now: ctx.now.toISOString(),
    played: played.map(({ roleId, code, name, role, endsAt, until }) => ({
      ...{ roleId, code, name: name[ctx.locale], role: role[ctx.locale] },
      ...{ endsAt: new Date(endsAt).toISOString(), until: new Date(until).toISOString() },
      mapped: shown.some(({ subject, subjectId }) => subject === 'exerciseRole' && subjectId === roleId),
    })),
    works: works.map((work, index) => ({
      ...work,
      count: countOf((judged[index] ?? []).map(({ standing }) => standing)),
      needs: (judged[index] ?? []).map(({ proofs: own, until, ...need }) => ({
        ...need,
        until: iso(until),
        proofs: own.map((proof) => named(proof, names)),
        courses: isShown(need.standing) ? [] : taughtBy(need.itemId),
      })),
    })),
    next: next && {
      slug: next.offer.slug,
      title: next.offer.title,
      underWay: next.offer.underWay,
      covers: next.covers,
    },
  };
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What one kind of work needs, what is missing first, then by kind and code. */
function judge(workRoleId: string, needs: readonly Need[], proofs: ProofsByItem, now: Date) {
  return needs
    .filter((need) => need.workRoleId === workRoleId)
    .map(({ workRoleId: _, ...need }) => ({
      ...need,
      ...competenceOf(proofs.get(need.itemId) ?? [], now.getTime()),
    }))
    .sort((one, other) => one.kind.localeCompare(other.kind) || one.code.localeCompare(other.code));
}

type Names = Awaited<ReturnType<typeof namesOf>>;

/** A proof as a page shows it. A course or exercise that the reader may not read has no name. */
function named({ kind, subjectId, until }: Proof, { courses, parts }: Names) {
  const course = kind === 'exercise' ? undefined : courses.get(subjectId);
  const part = kind === 'exercise' ? parts.get(subjectId) : undefined;
  return {
    kind,
    subjectId,
    until: iso(until),
    title: course?.title ?? part?.title ?? null,
    slug: course?.slug ?? null,
    code: part?.code ?? null,
  };
}

/** The courses and parts in exercises that show something here, as far as the reader may read them. */
async function namesOf(ctx: SignedIn, shown: Awaited<ReturnType<typeof shownBy>>, proofs: ProofsByItem) {
  const { locale } = ctx;
  const answered = [...proofs.values()].flat().filter(({ kind }) => kind === 'questions');
  const ids = [...shown, ...answered].map(({ subjectId }) => subjectId);
  const courses = await ctx.tx.execute<{ courseId: string; slug: string; title: string }>(sql`
    select c.id as "courseId", c.slug, t.title from course c
    join lateral (select x.title from course_text x join course_version v on v.id = x.version_id
      where v.course_id = c.id and v.published_at is not null
      order by v.number desc, x.language = ${locale} desc, x.language = c.source_language desc limit 1) t on true
    where c.archived_at is null and c.id in ${idsIn(ids)}`);
  const parts = await ctx.tx.execute<{ id: string; code: string; title: string }>(sql`
    select r.id, e.code, e.code || ', ' || ${locale === 'fr' ? sql`r.name_fr` : sql`r.name_en`} as title
    from exercise_role r join exercise e on e.id = r.exercise_id where r.id in ${idsIn(ids)}`);
  return {
    courses: new Map([...courses].map((course) => [course.courseId, course])),
    parts: new Map([...parts].map((part) => [part.id, part])),
  };
}
