import { competencyMaps, frameworkItems, frameworkLinks, frameworks } from '@concord/db/schema/competence';
import { courses } from '@concord/db/schema/courses';
import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { bringsInFrameworks, mapsAnything, mapsOfSubject } from '../../policies/frameworks.ts';
import { courseTitle } from '../cohorts/queries.ts';
import { compareVersions, currentOf } from './rules.ts';
import type { BrowseInput, ItemInput } from './schemas.ts';

const PAGE = 100;

/** The frameworks brought in, each with its versions, the highest first, and how many things of each kind they name. */
export async function listFrameworks(ctx: SignedIn) {
  const rows = await ctx.tx
    .select({
      id: frameworks.id,
      code: frameworks.code,
      version: frameworks.version,
      title: frameworks.title,
      source: frameworks.source,
      importedAt: frameworks.importedAt,
      counts: sql<Record<string, number>>`(select coalesce(jsonb_object_agg(k.kind, k.n), '{}') from
        (select i.kind, count(*) as n from framework_item i where i.framework_id = framework.id group by i.kind) k)`,
    })
    .from(frameworks)
    .orderBy(asc(frameworks.code), desc(frameworks.id))
    .limit(100);
  const current = new Set(currentOf(rows).map(({ id }) => id));
  rows.sort(
    (one, other) => one.code.localeCompare(other.code) || compareVersions(other.version, one.version),
  );
  return {
    frameworks: rows.map(({ importedAt, ...row }) => ({
      ...row,
      importedAt: importedAt.toISOString(),
      current: current.has(row.id),
    })),
    can: { bringIn: bringsInFrameworks(ctx.actor), map: mapsAnything(ctx.actor) },
  };
}

/** A page of the things of one kind in a framework, by code. */
export async function browseFramework(ctx: SignedIn, { frameworkId, kind, query, after }: BrowseInput) {
  const [framework] = await ctx.tx.select().from(frameworks).where(eq(frameworks.id, frameworkId));
  const { code, version, title, source } = found(framework);
  const like = query?.trim() ? `%${query.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;
  const rows = await ctx.tx
    .select({
      code: frameworkItems.code,
      title: frameworkItems.title,
      description: frameworkItems.description,
    })
    .from(frameworkItems)
    .where(
      and(
        eq(frameworkItems.frameworkId, frameworkId),
        eq(frameworkItems.kind, kind),
        eq(frameworkItems.dropped, false),
        after ? gt(frameworkItems.code, after) : undefined,
        like
          ? sql`unaccent(${frameworkItems.code} || ' ' || ${frameworkItems.title} || ' ' || ${frameworkItems.description}) ilike unaccent(${like})`
          : undefined,
      ),
    )
    .orderBy(asc(frameworkItems.code))
    .limit(PAGE + 1);
  const items = rows.slice(0, PAGE);
  return {
    id: frameworkId,
    code,
    version,
    title,
    source,
    items,
    next: rows.length > PAGE ? (items.at(-1)?.code ?? null) : null,
  };
}

/** One thing of a framework: what it is made of, what it belongs to, and which courses teach it. */
export async function frameworkItem(ctx: SignedIn, { frameworkId, code }: ItemInput) {
  const [row] = await ctx.tx
    .select({ item: frameworkItems, framework: frameworks })
    .from(frameworkItems)
    .innerJoin(frameworks, eq(frameworks.id, frameworkItems.frameworkId))
    .where(and(eq(frameworkItems.frameworkId, frameworkId), eq(frameworkItems.code, code)));
  const { item, framework } = found(row);
  const related = {
    kind: frameworkItems.kind,
    code: frameworkItems.code,
    title: frameworkItems.title,
    level: frameworkLinks.level,
  };
  const parts = await ctx.tx
    .select(related)
    .from(frameworkLinks)
    .innerJoin(frameworkItems, eq(frameworkItems.id, frameworkLinks.toId))
    .where(eq(frameworkLinks.fromId, item.id))
    .orderBy(asc(frameworkItems.kind), asc(frameworkItems.code))
    .limit(1_000);
  const wholes = await ctx.tx
    .select(related)
    .from(frameworkLinks)
    .innerJoin(frameworkItems, eq(frameworkItems.id, frameworkLinks.fromId))
    .where(eq(frameworkLinks.toId, item.id))
    .orderBy(asc(frameworkItems.code))
    .limit(200);
  const taught = await ctx.tx
    .select({ id: courses.id, slug: courses.slug, title: courseTitle(ctx.locale) })
    .from(courses)
    .innerJoin(
      competencyMaps,
      and(eq(competencyMaps.subject, 'course'), eq(competencyMaps.subjectId, courses.id)),
    )
    .where(eq(competencyMaps.itemId, item.id));
  const mapped = mapsOfSubject(ctx.actor, 'course');
  return {
    id: item.id,
    ...{ kind: item.kind, code: item.code, title: item.title, description: item.description },
    framework: { id: framework.id, code: framework.code, version: framework.version, title: framework.title },
    parts,
    wholes,
    courses: taught,
    needed: await neededBy(ctx, item.id),
    choices: mapped?.length === 0 ? [] : await courseChoices(ctx, mapped),
    can: { map: mapped?.length !== 0 },
  };
}

/** The work and the parts in exercises that are mapped to it. */
async function neededBy(ctx: SignedIn, itemId: string) {
  const named = ctx.locale === 'fr' ? sql`x.name_fr` : sql`x.name_en`;
  const rows = await ctx.tx.execute<{ id: string; subject: 'workRole' | 'exerciseRole'; name: string }>(sql`
    select m.subject_id as id, m.subject, coalesce(
      (select ${named} from work_role x where m.subject = 'workRole' and x.id = m.subject_id and x.archived_at is null),
      (select ${named} from exercise_role x where m.subject = 'exerciseRole' and x.id = m.subject_id)) as name
    from competency_map m where m.item_id = ${itemId}::uuid and m.subject in ('workRole', 'exerciseRole')
    order by 3 limit 200`);
  return [...rows].filter(({ name }) => name !== null);
}

function courseChoices(ctx: SignedIn, courseIds: string[] | null) {
  return ctx.tx
    .select({ id: courses.id, title: courseTitle(ctx.locale) })
    .from(courses)
    .where(and(isNull(courses.archivedAt), courseIds ? inArray(courses.id, courseIds) : undefined))
    .orderBy(asc(courses.slug))
    .limit(500);
}
