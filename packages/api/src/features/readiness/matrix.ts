import type { ExerciseColour } from '@concord/db/enums';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { allianceZone } from '../../settings/zone.ts';
import { concernedBy, type Source, written } from './concerned.ts';
import { countedFor } from './counted.ts';
import { evidenceOf, type Known, of } from './evidence.ts';
import { partEvidence } from './part-rules.ts';
import { partsOf, partTitle } from './parts.ts';
import {
  type Asked,
  askedOf,
  type Cell,
  cellOf,
  type Evidence,
  type NeedKind,
  nextStep,
  notNeeded,
  standingOf,
  stricter,
} from './rules.ts';

/** What a need asks for, by its kind. */
export type AskedFor = {
  kind: NeedKind;
  courseId: string | null;
  level: number | null;
  /** Of a part in an exercise: its role (null: any), and for how many months it counts. */
  colour: ExerciseColour | null;
  months: number | null;
};

/** One thing asked, as it is shown. */
type Need = AskedFor & { slug: string | null; title: string };

/** One thing asked of somebody: a column of the page. */
export type Column = Need & { key: string };

type Requirement = {
  id: string;
  title: string;
  valid_on: string | null;
  valid_months: number | null;
  renewal_days: number;
  grace_days: number;
  needs: Need[];
};

/** What narrows a matrix: one requirement, or a draft in the tables' place. */
export type Asking = { chosen?: string; source?: Source };

/** What is asked, by whom of whom set aside: the requirements that hold, and a column for each thing among them. */
export type Base = {
  requirements: readonly Requirement[];
  columns: readonly Column[];
  zone: string;
  source: Source;
  locale: string;
};

/** The requirements that hold, each with what it needs; one of them where one is chosen. */
export async function requirementsOf(
  ctx: Pick<Context, 'tx'>,
  locale: string,
  { chosen, source = written }: Asking = {},
) {
  const rows = await ctx.tx.execute<Requirement>(sql`
    select r.id, coalesce(r.titles->>${locale}, r.titles->>'en', '') as title, r.valid_on::text, r.valid_months,
      r.renewal_days, r.grace_days, json_agg(json_build_object('kind', n.kind, 'courseId', n.course_id, 'level', n.level,
        'colour', n.colour, 'months', n.months, 'slug', c.slug, 'title', coalesce(t.title, c.slug, l.title, '')) order by n.position) as needs
    from ${source.requirements} r
    join ${source.needs} n on n.requirement_id = r.id
    left join course c on c.id = n.course_id
    left join lateral (select x.title from course_text x join course_version v on v.id = x.version_id
      where v.course_id = c.id and v.published_at is not null
      order by v.number desc, x.language = ${locale} desc, x.language = c.source_language desc limit 1) t on true
    left join lateral (select case when ${locale} = 'fr' then v.name_fr else v.name_en end as title
      from level v where v.rank = n.level) l on true
    where r.archived_at is null and (${chosen ?? null}::uuid is null or r.id = ${chosen ?? null}::uuid)
    group by r.id, r.titles, r.valid_on, r.valid_months, r.renewal_days, r.grace_days, r.created_at
    order by r.created_at, r.id`);
  return [...rows].map((row) => ({ ...row, needs: row.needs.map((need) => titled(need, locale)) }));
}

const titled = (need: Need, locale: string): Need =>
  need.months === null ? need : { ...need, title: partTitle({ ...need, months: need.months }, locale) };

/** What a need is known by: two requirements that ask for one thing share a column. */
export function keyOf({ kind, courseId, level, colour, months }: AskedFor): string {
  if (kind === 'credential') return `course:${courseId}`;
  return kind === 'part' ? `part:${colour ?? 'any'}:${months}` : `level:${level}`;
}

export type AskedRequirement = Requirement;

/** What is known of a person and one need: the best credential, attestation or part, and what is under way. */
export function evidenceFor(
  known: Known,
  personId: string,
  need: AskedFor,
  months: number | null,
  clock: { now: Date; zone: string },
): Evidence {
  if (need.kind === 'part')
    return partEvidence(known.parts?.get(personId) ?? [], { ...need, months: need.months ?? 0 }, clock);
  if (need.kind === 'credential') {
    const key = of(personId, need.courseId ?? '');
    const held = countedFor(known.credentials.get(key) ?? [], months, clock.zone);
    return { held, path: known.paths.get(key) ?? null };
  }
  const enough = (known.attestations.get(personId) ?? []).filter(({ level }) => level >= (need.level ?? 0));
  const until = enough.length > 0 ? Math.max(...enough.map((one) => one.until)) : null;
  return { held: until === null ? null : { until, retake: false }, path: null };
}

/** What is asked of anybody, as it stands or as a draft would have it. */
export async function baseOf(
  ctx: Pick<Context, 'tx'>,
  locale: string,
  { chosen, source = written }: Asking = {},
): Promise<Base> {
  const [requirements, zone] = await Promise.all([
    requirementsOf(ctx, locale, { chosen, source }),
    allianceZone(ctx),
  ]);
  const columns = new Map<string, Column>();
  for (const need of requirements.flatMap(({ needs }) => needs))
    columns.set(keyOf(need), { key: keyOf(need), ...need });
  return { requirements: [...requirements], columns: [...columns.values()], zone, source, locale };
}

/** The courses whose credentials are asked for. */
export const coursesOf = ({ columns }: Pick<Base, 'columns'>): string[] =>
  columns.flatMap(({ courseId }) => courseId ?? []);

/** Whether a part in an exercise is asked of anybody: else nobody's seats are read. */
export const asksParts = ({ columns }: Pick<Base, 'columns'>) => columns.some(({ kind }) => kind === 'part');

/** Where each of these people stands with each thing asked of them: a few statements, then the pure rules. */
export async function matrixOf(ctx: Pick<Context, 'tx' | 'now'>, people: SQL, base: Base) {
  const { requirements, columns, zone, source, locale } = base;
  const counted = requirements
    .filter(({ valid_months }) => valid_months !== null)
    .flatMap(({ needs }) => needs.flatMap(({ courseId }) => courseId ?? []));
  const concerned = await concernedBy(ctx, people, ctx.now, source);
  const parts = asksParts(base) ? await partsOf(ctx, people, locale) : undefined;
  const known = { ...(await evidenceOf(ctx, people, coursesOf(base), ctx.now, counted)), parts };
  const asked = eachAsked({ requirements, concerned, known, now: ctx.now, zone });
  const cells = new Map<string, Map<string, Cell>>();
  for (const { personId, need, cell } of asked) {
    const own = cells.get(personId) ?? new Map<string, Cell>();
    cells.set(personId, own);
    own.set(keyOf(need), stricter(own.get(keyOf(need)), cell));
  }
  return { columns, cells, known };
}

type Rows = {
  requirements: readonly Requirement[];
  concerned: Iterable<{ id: string; people: string; since: string }>;
  known: Known;
  now: Date;
  zone: string;
};

/** Each thing a requirement asks of each person it concerns, with the evidence and where that leaves them. */
export function* eachAsked({ requirements, concerned, known, now, zone }: Rows) {
  const byId = new Map(requirements.map((one) => [one.id, one]));
  for (const { id, people, since } of concerned) {
    const requirement = byId.get(id);
    if (!requirement) continue;
    const askedSince = whenAsked(requirement, since.split(','), { now, zone });
    for (const [index, personId] of people.split(',').entries()) {
      const asked = askedSince(index);
      for (const need of requirement.needs) {
        const evidence = evidenceFor(known, personId, need, requirement.valid_months, { now, zone });
        yield { requirement, personId, need, evidence, cell: cellOf(need.kind, evidence, asked) };
      }
    }
  }
}

/** When a requirement asks of the person at this place; worked out once for all who are asked since the same instant. */
export function whenAsked(
  requirement: Requirement,
  since: readonly string[],
  clock: { now: Date; zone: string },
) {
  const facts = {
    validOn: requirement.valid_on === null ? null : new Date(requirement.valid_on),
    renewalDays: requirement.renewal_days,
    graceDays: requirement.grace_days,
  };
  const known = new Map<string, Asked>();
  return (index: number): Asked => {
    const key = facts.graceDays > 0 ? (since[index] ?? '') : '';
    const asked = known.get(key) ?? askedOf(facts, key === '' ? null : Number(key) * 1000, clock);
    known.set(key, asked);
    return asked;
  };
}

/** A person's line: a cell for each column, how far they are, and their one next step. */
export function lineOf(columns: readonly Column[], own: ReadonlyMap<string, Cell> | undefined) {
  const items = columns.map((column) => ({ column, cell: own?.get(column.key) ?? notNeeded }));
  const next = nextStep(items);
  return {
    ...standingOf(items.map(({ cell }) => cell.state)),
    cells: items.map(({ cell }) => cell),
    next: next ? { column: next.column.key, step: next.cell.step } : null,
  };
}
