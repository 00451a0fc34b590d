import { newId } from '@concord/db/ids';
import { type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { managesTraining } from '../../policies/cohorts.ts';
import { asksOf, makesRequirements, seesRequirements } from '../../policies/requirements.ts';
import { concernedBy, drafted } from '../readiness/concerned.ts';
import { baseOf, requirementsOf } from '../readiness/matrix.ts';
import { farOf, outlookOf } from '../readiness/outlook.ts';
import { totalsOf } from '../readiness/rules.ts';
import { partiesSeen, peopleOf } from '../readiness/scope.ts';
import type { Subject } from './rules.ts';
import type { RequirementInput } from './schemas.ts';

const SHOWN = 50;

type Row = {
  id: string;
  titles: Record<string, string>;
  subject: Subject;
  role: RequirementInput['role'];
  subjectId: string | null;
  of: { nameEn: string; nameFr: string } | null;
  /** The code of the exercise that asks it of its seats: it is changed there. */
  exercise: string | null;
  partyIds: string[];
  parties: { id: string; nationId: string | null; code: string; nameEn: string; nameFr: string }[] | null;
  validOn: string | null;
  validMonths: number | null;
  renewalDays: number;
  remindDays: number[];
  graceDays: number;
  revision: number;
  endedAt: string | null;
};

function rowsOf(ctx: SignedIn, where: SQL) {
  return ctx.tx.execute<Row>(sql`
    select r.id, r.titles, r.subject, r.role, r.subject_id as "subjectId", r.party_ids as "partyIds",
      (select json_agg(json_build_object('id', y.id, 'nationId', y.nation_id, 'code', y.code, 'nameEn', y.name_en,
        'nameFr', y.name_fr) order by y.code) from party y where y.id = any(r.party_ids)) as parties,
      case r.subject
        when 'workRole' then (select json_build_object('nameEn', w.name_en, 'nameFr', w.name_fr) from work_role w where w.id = r.subject_id)
        when 'cohort' then (select json_build_object('nameEn', c.name_en, 'nameFr', c.name_fr) from cohort c where c.id = r.subject_id)
        when 'seat' then coalesce(
          (select json_build_object('nameEn', c.name_en, 'nameFr', c.name_fr) from cohort c where c.id = r.subject_id),
          (select json_build_object('nameEn', x.code || ', ' || e.name_en, 'nameFr', x.code || ', ' || e.name_fr)
            from exercise_role e join exercise x on x.id = e.exercise_id where e.id = r.subject_id))
        when 'courseVersion' then (select json_build_object('nameEn', t.title || ' ' || v.number, 'nameFr', t.title || ' ' || v.number)
          from course_version v join course c on c.id = v.course_id join course_text t on t.version_id = v.id
          where v.id = r.subject_id order by t.language = ${ctx.locale} desc, t.language = c.source_language desc limit 1)
      end as of,
      (select x.code from exercise_role e join exercise x on x.id = e.exercise_id
        where r.subject = 'seat' and e.id = r.subject_id) as exercise,
      r.valid_on::text as "validOn", r.valid_months as "validMonths", r.renewal_days as "renewalDays",
      r.remind_days as "remindDays", r.grace_days as "graceDays", r.revision, r.archived_at::text as "endedAt"
    from requirement r where ${where} order by r.created_at, r.id limit 500`);
}

function shown(ctx: SignedIn, { titles, parties, validOn, endedAt, ...row }: Row) {
  const ofExercise = row.subject === 'seat' && (row.exercise !== null || row.of === null);
  return {
    ...row,
    title: titles[ctx.locale] ?? titles.en ?? '',
    titleEn: titles.en ?? '',
    titleFr: titles.fr ?? '',
    parties: parties ?? [],
    validOn: validOn && new Date(validOn).toISOString(),
    endedAt: endedAt && new Date(endedAt).toISOString(),
    can: { change: endedAt === null && !ofExercise && asksOf(ctx.actor, parties ?? []) },
  };
}

/** Everybody the reader looks after. */
async function peopleSeen(ctx: SignedIn): Promise<SQL> {
  return peopleOf((await partiesSeen(ctx)).map(({ id }) => id));
}

/** The requirements that hold (or those that ended), each with what it asks and how many of the reader's people it concerns. */
export async function listRequirements(ctx: SignedIn, ended: boolean) {
  found(seesRequirements(ctx.actor) || undefined);
  const rows = await rowsOf(ctx, ended ? sql`r.archived_at is not null` : sql`r.archived_at is null`);
  const asked = ended ? [] : await requirementsOf(ctx, ctx.locale);
  const concerned = ended ? [] : await concernedBy(ctx, await peopleSeen(ctx), ctx.now);
  const needs = new Map(asked.map((one) => [one.id, one.needs]));
  const counts = new Map(concerned.map((one) => [one.id, one.people.split(',').length]));
  return {
    requirements: [...rows].map((row) => ({
      ...shown(ctx, row),
      needs: needs.get(row.id) ?? [],
      people: counts.get(row.id) ?? 0,
    })),
    can: { make: makesRequirements(ctx.actor) },
  };
}

/** One requirement, for its form and its page. */
export async function requirementById(ctx: SignedIn, requirementId: string) {
  found(seesRequirements(ctx.actor) || undefined);
  const [row] = await rowsOf(ctx, sql`r.id = ${requirementId}::uuid`);
  const [asked] = await requirementsOf(ctx, ctx.locale, { chosen: requirementId });
  return { ...shown(ctx, found(row)), needs: asked?.needs ?? [] };
}

/** Whom a requirement would concern now, as it stands in the form, and where those people are with it. Nothing is written. */
export async function previewRequirement(
  ctx: SignedIn,
  { requirementId, ...input }: RequirementInput & { requirementId?: string },
) {
  found(makesRequirements(ctx.actor) || undefined);
  const id = requirementId ?? newId();
  const nothing = { courseId: null, level: null, colour: null, months: null };
  const needs = input.needs.map((need) => ({ ...nothing, ...need }));
  const draft = { ...input, id, needs, titles: { en: input.titleEn, fr: input.titleFr } };
  const people = await peopleSeen(ctx);
  const base = await baseOf(ctx, ctx.locale, { source: drafted(draft, ctx.now) });
  const outlook = await outlookOf(ctx, people, base, { paths: false });
  const lines = new Map([...outlook.places.keys()].map((key) => [key, farOf(outlook, key)]));
  const names = await namesOf(ctx, [...lines.keys()]);
  const before = requirementId ? await concernedNow(ctx, people, requirementId) : null;
  return {
    totals: totalsOf([...lines.values()]),
    added: before && [...lines.keys()].filter((key) => !before.has(key)).length,
    dropped: before && [...before].filter((key) => !lines.has(key)).length,
    people: names.slice(0, SHOWN).map(({ id: personId, ...person }) => ({
      ...person,
      id: personId,
      standing: lines.get(personId)?.standing ?? 'notConcerned',
      missing: lines.get(personId)?.missing ?? 0,
    })),
    more: Math.max(0, names.length - SHOWN),
  };
}

async function concernedNow(ctx: SignedIn, people: SQL, requirementId: string): Promise<Set<string>> {
  const rows = await concernedBy(ctx, people, ctx.now);
  return new Set(rows.find(({ id }) => id === requirementId)?.people.split(',') ?? []);
}

async function namesOf(ctx: SignedIn, ids: readonly string[]) {
  return [
    ...(await ctx.tx.execute<{ id: string; name: string; party: string }>(sql`
      select p.id, p.family_name || ', ' || p.given_name as name, y.code as party
      from person p join party y on y.id = p.party_id
      where p.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      order by p.family_name, p.given_name, p.id`)),
  ];
}

type Named = { id: string; nameEn: string; nameFr: string };

/** What the form offers: work, cohorts, published versions, courses, levels, and the parties one may ask something of. */
export async function requirementChoices(ctx: SignedIn) {
  found(makesRequirements(ctx.actor) || undefined);
  const work = await ctx.tx.execute<Named>(sql`
    select w.id, w.name_en as "nameEn", w.name_fr as "nameFr" from work_role w where w.archived_at is null order by w.code limit 500`);
  const cohorts = await ctx.tx.execute<Named>(sql`
    select c.id, c.name_en as "nameEn", c.name_fr as "nameFr" from cohort c where c.archived_at is null
    order by c.starts_at desc limit 500`);
  const courses = await ctx.tx.execute<{ id: string; title: string; versionId: string; number: number }>(sql`
    select c.id, v.id as "versionId", v.number, coalesce((select t.title from course_text t where t.version_id = v.id
      order by t.language = ${ctx.locale} desc, t.language = c.source_language desc limit 1), c.slug) as title
    from course c join course_version v on v.course_id = c.id and v.published_at is not null
    where c.archived_at is null order by c.slug, v.number desc limit 1000`);
  const levels = await ctx.tx.execute<{ rank: number; nameEn: string; nameFr: string }>(sql`
    select l.rank, l.name_en as "nameEn", l.name_fr as "nameFr" from level l order by l.rank`);
  const parties = (await partiesSeen(ctx)).filter((party) => asksOf(ctx.actor, [party]));
  return {
    work: [...work],
    cohorts: [...cohorts],
    courses: [...courses],
    levels: [...levels],
    parties,
    /** Who asks of every party may name none. */
    everyParty: managesTraining(ctx.actor),
  };
}
