import { newId } from '@concord/db/ids';
import { competencyMaps } from '@concord/db/schema/competence';
import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { mapsAnything } from '../../policies/frameworks.ts';
import { record } from '../../record/record.ts';
import { currentFrameworks, idsIn } from './current.ts';
import { kindsMapped, mappable, namesOfMapped } from './mappable.ts';
import type { ItemKind, MapSubject } from './rules.ts';
import type { FindInput, MapInput } from './schemas.ts';

const FOUND = 40;
const MOST_TO_LOOK_AT = 200;

/** What a mapping was said of: when the words change, somebody looks again. */
const said = sql`i.title || E'\n' || i.description`;

type Mapped = {
  id: string;
  kind: ItemKind;
  code: string;
  title: string;
  description: string;
  frameworkId: string;
  framework: string;
  parts: number;
};

const mappedColumns = sql`i.id, i.kind, i.code, i.title, i.description, i.framework_id as "frameworkId",
  f.code || ' ' || f.version as framework,
  (select count(*)::int from framework_link l where l.from_id = i.id) as parts`;

/** One thing that can be mapped, with what it is mapped to in the versions that count. */
export async function mappingsOf(
  ctx: SignedIn,
  { subject, subjectId }: { subject: MapSubject; subjectId: string },
) {
  const { owner: _, ...thing } = await mappable(ctx, subject, subjectId);
  const current = await currentFrameworks(ctx);
  const maps = await ctx.tx.execute<Mapped>(sql`
    select ${mappedColumns} from competency_map m join framework_item i on i.id = m.item_id
    join framework f on f.id = i.framework_id
    where m.subject = ${subject} and m.subject_id = ${subjectId}::uuid and not i.dropped
      and i.framework_id in ${idsIn(current.map(({ id }) => id))}
    order by f.code, i.kind, i.code limit 1000`);
  return { ...thing, subject, maps: [...maps], frameworks: current };
}

/** Things of the frameworks that count, by words; those made of most first. */
export async function findItems(ctx: SignedIn, { query, frameworkId, kind }: FindInput) {
  found(mapsAnything(ctx.actor) || undefined);
  const current = (await currentFrameworks(ctx)).map(({ id }) => id);
  const wanted = frameworkId ? current.filter((id) => id === frameworkId) : current;
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const each = words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`and unaccent(i.code || ' ' || i.title || ' ' || i.description) ilike unaccent(${like})`;
  });
  const rows = await ctx.tx.execute<Mapped>(sql`
    select ${mappedColumns} from framework_item i join framework f on f.id = i.framework_id
    where i.framework_id in ${idsIn(wanted)} and not i.dropped and i.kind <> 'category'
      and (${kind ?? null}::text is null or i.kind = ${kind ?? null}) ${sql.join(each, sql` `)}
    order by i.kind <> 'role', i.kind <> 'competence', f.code, i.code limit ${FOUND + 1}`);
  return { items: [...rows].slice(0, FOUND), more: rows.length > FOUND };
}

/** Says that something teaches, tests or needs things of a framework, or takes it back. Said twice, it stands once. */
export async function mapItems(ctx: SignedIn, { subject, subjectId, itemIds, maps }: MapInput) {
  await mappable(ctx, subject, subjectId);
  const items = await ctx.tx.execute<{ id: string; said: string }>(sql`
    select i.id, ${said} as said from framework_item i where i.id in ${idsIn(itemIds)}`);
  found(items.length === new Set(itemIds).size || undefined);
  const createdBy = ctx.actor.personId;
  if (maps)
    await ctx.tx
      .insert(competencyMaps)
      .values(
        [...items].map((item) => ({
          id: newId(),
          itemId: item.id,
          said: item.said,
          subject,
          subjectId,
          createdBy,
        })),
      )
      .onConflictDoUpdate({
        target: [competencyMaps.subject, competencyMaps.subjectId, competencyMaps.itemId],
        set: { said: sql`excluded.said` },
      });
  else
    await ctx.tx.execute(sql`delete from competency_map where subject = ${subject}
      and subject_id = ${subjectId}::uuid and item_id in ${idsIn(itemIds)}`);
  await record(ctx, {
    action: maps ? 'competency.map' : 'competency.unmap',
    subject,
    subjectId,
    details: { items: itemIds.length },
  });
  return { subject, subjectId };
}

type Doubtful = Omit<Mapped, 'description' | 'parts'> & {
  subject: MapSubject;
  subjectId: string;
  before: string;
  gone: boolean;
};

/** The actor's mappings somebody has to look at: to words that changed since, or to a code that is gone. */
export async function mappingsToLookAt(ctx: SignedIn) {
  found(mapsAnything(ctx.actor) || undefined);
  const rows = [...(await doubtful(ctx, kindsMapped(ctx)))];
  const names = await namesOfMapped(
    ctx,
    rows.map(({ subjectId }) => subjectId),
  );
  return rows.flatMap((row) => {
    const of = names.get(row.subjectId);
    return of ? [{ ...row, before: row.before.split('\n')[0] ?? '', name: of.name, within: of.within }] : [];
  });
}

async function doubtful(ctx: SignedIn, kinds: readonly MapSubject[]) {
  const current = idsIn((await currentFrameworks(ctx)).map(({ id }) => id));
  return ctx.tx.execute<Doubtful>(sql`
    select i.id, i.kind, i.code, i.title, i.framework_id as "frameworkId", f.code || ' ' || f.version as framework,
      m.subject, m.subject_id as "subjectId", m.said as before, g.gone
    from competency_map m join framework_item i on i.id = m.item_id join framework f on f.id = i.framework_id
    cross join lateral (select i.dropped or (i.framework_id not in ${current}
      and not exists (select from framework_item n join framework h on h.id = n.framework_id
        where n.framework_id in ${current} and h.code = f.code and n.code = i.code)) as gone) g
    where m.subject in (select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb))
      and (g.gone or (i.framework_id in ${current} and m.said <> ${said}))
    order by f.code, i.code, m.id limit ${MOST_TO_LOOK_AT}`);
}
