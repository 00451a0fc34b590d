import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { currentFrameworks, idsIn } from '../frameworks/current.ts';
import type { ItemKind } from '../frameworks/rules.ts';

/** Work a person does now, or aims at. */
export type Work = { id: string; nameEn: string; nameFr: string; held: boolean; aimed: boolean };

/** What some work needs: a thing of a framework, and the whole (a role) by which it is needed. */
export type Need = {
  workRoleId: string;
  itemId: string;
  kind: ItemKind;
  code: string;
  title: string;
  frameworkId: string;
  whole: string | null;
};

/** The work a person does or aims at, what they do first. */
export async function workOfPerson(ctx: Pick<Context, 'tx'>, personId: string): Promise<Work[]> {
  const rows = await ctx.tx.execute<Work>(sql`
    select r.id, r.name_en as "nameEn", r.name_fr as "nameFr", h.held, a.aimed from work_role r
    cross join lateral (select exists (select from person_work_role w where w.work_role_id = r.id
      and w.person_id = ${personId}::uuid and w.valid_from <= now()
      and (w.valid_until is null or w.valid_until > now())) as held) h
    cross join lateral (select exists (select from person_aim x where x.work_role_id = r.id
      and x.person_id = ${personId}::uuid) as aimed) a
    where h.held or a.aimed order by h.held desc, r.code limit 50`);
  return [...rows];
}

/** What this work needs, in the versions that count: a role that it is mapped to stands for all its parts. */
export async function needsOf(ctx: Pick<Context, 'tx'>, workIds: readonly string[]): Promise<Need[]> {
  if (workIds.length === 0) return [];
  const current = idsIn((await currentFrameworks(ctx)).map(({ id }) => id));
  const rows = await ctx.tx.execute<Need>(sql`
    with mapped as (
      select m.subject_id as work, i.id, i.title, exists (select from framework_link l where l.from_id = i.id) as whole
      from competency_map m join framework_item i on i.id = m.item_id
      where m.subject = 'workRole' and m.subject_id in ${idsIn(workIds)} and not i.dropped and i.framework_id in ${current}
    ), needed as (
      select work, id as item, null::text as whole from mapped where not whole
      union all select m.work, l.to_id, m.title from mapped m join framework_link l on l.from_id = m.id
    )
    select distinct on (n.work, i.id) n.work as "workRoleId", i.id as "itemId", i.kind, i.code, i.title,
      i.framework_id as "frameworkId", n.whole
    from needed n join framework_item i on i.id = n.item
    order by n.work, i.id, n.whole nulls last`);
  return [...rows];
}

/** By what these things are shown: courses and parts in exercises that are mapped to them, or to a whole they are part of. */
export async function shownBy(ctx: Pick<Context, 'tx'>, itemIds: readonly string[]) {
  const rows = await ctx.tx.execute<{
    subject: 'course' | 'exerciseRole';
    subjectId: string;
    itemId: string;
  }>(sql`
    with need(id) as ${idsIn(itemIds)}
    select m.subject, m.subject_id as "subjectId", n.id as "itemId" from need n join competency_map m on m.item_id = n.id
    where m.subject in ('course', 'exerciseRole')
    union select m.subject, m.subject_id, n.id from need n join framework_link l on l.to_id = n.id
    join competency_map m on m.item_id = l.from_id where m.subject in ('course', 'exerciseRole')`);
  return [...rows];
}
