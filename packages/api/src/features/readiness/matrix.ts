import { systemSettings } from '@concord/db/schema/markings';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { concernedBy, evidenceOf, type Known, of } from './evidence.ts';
import {
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

/** One thing asked of somebody: a column of the page. */
export type Column = {
  key: string;
  kind: NeedKind;
  courseId: string | null;
  slug: string | null;
  title: string;
  level: number | null;
};

type Requirement = {
  id: string;
  title: string;
  valid_on: string | null;
  renewal_days: number;
  grace_days: number;
  needs: {
    kind: NeedKind;
    courseId: string | null;
    slug: string | null;
    title: string;
    level: number | null;
  }[];
};

/** The requirements that hold, each with what it needs; one of them where one is chosen. */
async function requirementsOf(ctx: Context, locale: string, chosen?: string) {
  return ctx.tx.execute<Requirement>(sql`
    select r.id, coalesce(r.titles->>${locale}, r.titles->>'en', '') as title, r.valid_on::text, r.renewal_days,
      r.grace_days, json_agg(json_build_object('kind', n.kind, 'courseId', n.course_id, 'level', n.level,
        'slug', c.slug, 'title', coalesce(t.title, c.slug, l.title, '')) order by n.position) as needs
    from requirement r
    join requirement_need n on n.requirement_id = r.id
    left join course c on c.id = n.course_id
    left join lateral (select x.title from course_text x join course_version v on v.id = x.version_id
      where v.course_id = c.id and v.published_at is not null
      order by v.number desc, x.language = ${locale} desc, x.language = c.source_language desc limit 1) t on true
    left join lateral (select case when ${locale} = 'fr' then v.name_fr else v.name_en end as title
      from level v where v.rank = n.level) l on true
    where r.archived_at is null and (${chosen ?? null}::uuid is null or r.id = ${chosen ?? null}::uuid)
    group by r.id order by r.created_at, r.id`);
}

const keyOf = (need: { kind: NeedKind; courseId: string | null; level: number | null }) =>
  need.kind === 'credential' ? `course:${need.courseId}` : `level:${need.level}`;

function evidenceFor(known: Known, personId: string, need: Requirement['needs'][number]): Evidence {
  if (need.kind === 'credential') {
    const key = of(personId, need.courseId ?? '');
    return { held: known.credentials.get(key) ?? null, path: known.paths.get(key) ?? null };
  }
  const enough = (known.attestations.get(personId) ?? []).filter(({ level }) => level >= (need.level ?? 0));
  const until = enough.length > 0 ? Math.max(...enough.map((one) => one.until)) : null;
  return { held: until === null ? null : { until, retake: false }, path: null };
}

/** Where each of these people stands with each thing asked of them: a few statements, then the pure rules. */
export async function matrixOf(ctx: Context, people: SQL, locale: string, chosen?: string) {
  const requirements = await requirementsOf(ctx, locale, chosen);
  const [settings] = await ctx.tx.select({ zone: systemSettings.timeZone }).from(systemSettings);
  const zone = settings?.zone ?? 'UTC';
  const columns = new Map<string, Column>();
  for (const need of requirements.flatMap(({ needs }) => needs))
    columns.set(keyOf(need), { key: keyOf(need), ...need });
  const courseIds = [...columns.values()].flatMap(({ courseId }) => courseId ?? []);
  const concerned = await concernedBy(ctx, people, ctx.now);
  const known = await evidenceOf(ctx, people, courseIds, ctx.now);
  const cells = new Map<string, Map<string, Cell>>();
  const byId = new Map(requirements.map((one) => [one.id, one]));
  for (const { id, people: ids, since } of concerned) {
    const requirement = byId.get(id);
    if (requirement) fill(cells, known, requirement, { ids, since }, { now: ctx.now, zone });
  }
  return { columns: [...columns.values()], cells, known, requirements, zone };
}

function fill(
  cells: Map<string, Map<string, Cell>>,
  known: Known,
  requirement: Requirement,
  concerned: { ids: string; since: string },
  clock: { now: Date; zone: string },
): void {
  const facts = {
    validOn: requirement.valid_on === null ? null : new Date(requirement.valid_on),
    renewalDays: requirement.renewal_days,
    graceDays: requirement.grace_days,
  };
  const same = askedOf(facts, null, clock);
  const since = concerned.since.split(',');
  for (const [index, personId] of concerned.ids.split(',').entries()) {
    const asked = facts.graceDays > 0 ? askedOf(facts, Number(since[index]) * 1000, clock) : same;
    const own = cells.get(personId) ?? new Map<string, Cell>();
    cells.set(personId, own);
    for (const need of requirement.needs) {
      const cell = cellOf(need.kind, evidenceFor(known, personId, need), asked);
      own.set(keyOf(need), stricter(own.get(keyOf(need)), cell));
    }
  }
}

/** A person's line: a cell for each column, how far they are, and their one next step. */
export function lineOf(columns: readonly Column[], own: ReadonlyMap<string, Cell> | undefined) {
  const items = columns.map((column) => ({ column, cell: own?.get(column.key) ?? notNeeded }));
  const next = nextStep(items);
  return {
    ...standingOf(items.map(({ cell }) => cell)),
    cells: items.map(({ cell }) => cell),
    next: next ? { column: next.column.key, step: next.cell.step } : null,
  };
}
