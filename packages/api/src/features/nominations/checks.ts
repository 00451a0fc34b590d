import { exerciseRoles, exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { personLanguages } from '@concord/db/schema/people';
import { and, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { reaches } from '../languages/rules.ts';
import { evidenceOf } from '../readiness/evidence.ts';
import { evidenceFor } from '../readiness/matrix.ts';
import { askedOf, type CellState, cellOf, isMet, type NeedKind, type Step } from '../readiness/rules.ts';

/** One thing a seat asks of a person, and how they stand with it on the exercise's last day. */
export type Check = {
  kind: Need['kind'] | 'workRole' | 'language' | 'clash';
  title: string;
  slug: string | null;
  courseId: string | null;
  met: boolean;
  state: CellState | null;
  step: Step;
};

/** Seats ask for credentials and levels. */
type Need = {
  role: string;
  kind: Exclude<NeedKind, 'part'>;
  courseId: string | null;
  slug: string | null;
  level: number | null;
  colour: null;
  months: null;
  title: string;
};
type Subject = {
  roleIds: readonly string[];
  exercise: { id: string; startsAt: Date; endsAt: Date };
  personIds: readonly string[];
};

const list = (ids: readonly string[]): SQL =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;

/** What these roles need, from the requirements of their seats. */
async function needsOf(ctx: SignedIn, roleIds: readonly string[]): Promise<Need[]> {
  const locale = ctx.locale;
  return ctx.tx.execute<Need>(sql`
    select r.subject_id as role, n.kind, n.course_id as "courseId", c.slug, n.level, n.colour, n.months,
      coalesce(t.title, c.slug, case when ${locale} = 'fr' then l.name_fr else l.name_en end, '') as title
    from requirement r join requirement_need n on n.requirement_id = r.id
    left join course c on c.id = n.course_id
    left join level l on l.rank = n.level
    left join lateral (select x.title from course_text x join course_version v on v.id = x.version_id
      where v.course_id = c.id and v.published_at is not null
      order by v.number desc, x.language = ${locale} desc, x.language = c.source_language desc limit 1) t on true
    where r.subject = 'seat' and r.archived_at is null and r.subject_id in ${list(roleIds)}
    order by n.position`);
}

/** The work roles asked for, and which of these people hold them on the exercise's last day. */
async function workRoles(ctx: SignedIn, { roleIds, exercise, personIds }: Subject) {
  const title = ctx.locale === 'fr' ? 'fr' : 'en';
  return ctx.tx.execute<{ role: string; title: string; holders: string[] | null }>(sql`
    select e.id as role, case when ${title} = 'fr' then w.name_fr else w.name_en end as title,
      (select array_agg(p.person_id) from person_work_role p where p.work_role_id = w.id
        and p.person_id in ${list(personIds)} and p.valid_from <= ${exercise.endsAt.toISOString()}::timestamptz
        and (p.valid_until is null or p.valid_until > ${exercise.startsAt.toISOString()}::timestamptz)) as holders
    from exercise_role e join work_role w on w.id = e.work_role_id where e.id in ${list(roleIds)}`);
}

/** The languages asked for, named in the reader's own, and which of these people say they work in them well enough. */
async function languagesAsked(ctx: SignedIn, { roleIds, personIds }: Subject) {
  const asked = await ctx.tx
    .select({ role: exerciseRoles.id, language: exerciseRoles.language, level: exerciseRoles.languageLevel })
    .from(exerciseRoles)
    .where(and(inArray(exerciseRoles.id, [...roleIds]), isNotNull(exerciseRoles.language)));
  if (asked.length === 0) return [];
  const stated = await ctx.tx
    .select()
    .from(personLanguages)
    .where(inArray(personLanguages.personId, [...personIds]));
  const names = new Intl.DisplayNames([ctx.locale], { type: 'language' });
  return asked.flatMap(({ role, language, level }) => {
    if (language === null || level === null) return [];
    const levelOf = (personId: string) =>
      stated.find((one) => one.personId === personId && one.language === language)?.level ?? null;
    const met = (personId: string) => reaches(levelOf(personId), level);
    return [{ role, title: `${names.of(language) ?? language} ${level}`, met }];
  });
}

/** Who of these people sits in another exercise at the same time. */
async function clashes(ctx: SignedIn, { exercise, personIds }: Subject) {
  const rows = await ctx.tx.execute<{ person: string; code: string }>(sql`
    select s.person_id as person, min(x.code) as code from ${exerciseSeats} s join ${exercises} x on x.id = s.exercise_id
    where s.person_id in ${list(personIds)} and x.id <> ${exercise.id}::uuid and x.cancelled_at is null
      and x.starts_at < ${exercise.endsAt.toISOString()}::timestamptz
      and x.ends_at > ${exercise.startsAt.toISOString()}::timestamptz
    group by s.person_id`);
  return new Map(rows.map(({ person, code }) => [person, code]));
}

/**
 * How each person stands with what each role asks: by role, then person. The same rules as readiness, asked for the
 * exercise's last instant.
 */
export async function checksOf(ctx: SignedIn, subject: Subject): Promise<Map<string, Map<string, Check[]>>> {
  if (subject.personIds.length === 0) return new Map();
  const needs = await needsOf(ctx, subject.roleIds);
  const people = sql`select x.id from person x where x.id in ${list(subject.personIds)}`;
  const courseIds = needs.flatMap(({ courseId }) => courseId ?? []);
  const known = await evidenceOf(ctx, people, courseIds, ctx.now);
  const roles = await workRoles(ctx, subject);
  const languages = await languagesAsked(ctx, subject);
  const elsewhere = await clashes(ctx, subject);
  const zone = 'UTC';
  const asked = askedOf({ validOn: subject.exercise.endsAt, renewalDays: 0, graceDays: 0 }, null, {
    now: ctx.now,
    zone,
  });
  const needCheck = (personId: string, need: Need): Check => {
    const cell = cellOf(need.kind, evidenceFor(known, personId, need, null, { now: ctx.now, zone }), asked);
    const { kind, title, slug, courseId } = need;
    return { kind, title, slug, courseId, met: isMet(cell.state), state: cell.state, step: cell.step };
  };
  const plain = { slug: null, courseId: null, state: null, step: 'none' } as const;
  const checks = (roleId: string, personId: string): Check[] => {
    const clash = elsewhere.get(personId);
    return [
      ...needs.filter(({ role }) => role === roleId).map((need) => needCheck(personId, need)),
      ...roles
        .filter(({ role }) => role === roleId)
        .map(({ title, holders }) => ({
          ...{ ...plain, kind: 'workRole' as const, title, met: holders?.includes(personId) ?? false },
        })),
      ...languages
        .filter(({ role }) => role === roleId)
        .map(({ title, met }) => ({
          ...{ ...plain, kind: 'language' as const, title, met: met(personId) },
        })),
      ...(clash === undefined ? [] : [{ ...plain, kind: 'clash' as const, title: clash, met: false }]),
    ];
  };
  return new Map(
    subject.roleIds.map((roleId) => [
      roleId,
      new Map(subject.personIds.map((personId) => [personId, checks(roleId, personId)])),
    ]),
  );
}
