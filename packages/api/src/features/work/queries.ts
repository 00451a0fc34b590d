import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { managesTraining } from '../../policies/cohorts.ts';
import { givesWork, seesRequirements } from '../../policies/requirements.ts';
import { readCursor, writeCursor } from '../people/cursor.ts';
import { partiesSeen, peopleOf } from '../readiness/scope.ts';

const PAGE = 100;
const MOST_CANDIDATES = 30;

const heldNow = sql`w.valid_from <= now() and (w.valid_until is null or w.valid_until > now())`;

/** The work people do, with how many of the reader's people do it and what it needs of frameworks. */
export async function listWork(ctx: SignedIn) {
  found(seesRequirements(ctx.actor) || undefined);
  const people = peopleOf((await partiesSeen(ctx)).map(({ id }) => id));
  const rows = await ctx.tx.execute<{
    id: string;
    code: string;
    nameEn: string;
    nameFr: string;
    ended: boolean;
    people: number;
    maps: string[] | null;
  }>(sql`
    select r.id, r.code, r.name_en as "nameEn", r.name_fr as "nameFr", r.archived_at is not null as ended,
      coalesce(n.people, 0)::int as people,
      (select json_agg(i.title order by i.code) from competency_map m join framework_item i on i.id = m.item_id
        where m.subject = 'workRole' and m.subject_id = r.id) as maps
    from work_role r
    left join (select w.work_role_id, count(distinct w.person_id) as people from person_work_role w
      where ${heldNow} and w.person_id in (${people}) group by w.work_role_id) n on n.work_role_id = r.id
    order by r.archived_at is not null, r.code limit 500`);
  return {
    work: [...rows].map((row) => ({ ...row, maps: row.maps ?? [] })),
    can: { define: managesTraining(ctx.actor) },
  };
}

type Doer = {
  id: string;
  personId: string;
  name: string;
  family: string;
  jobTitle: string;
  partyId: string;
  nationId: string | null;
  party: string;
  from: string;
  until: string | null;
};

/** One kind of work: what it needs of frameworks, and who of the reader's people does it, by name. */
export async function workById(ctx: SignedIn, { workRoleId, after }: { workRoleId: string; after?: string }) {
  found(seesRequirements(ctx.actor) || undefined);
  const [row] = await ctx.tx.execute<{
    id: string;
    code: string;
    nameEn: string;
    nameFr: string;
    ended: boolean;
  }>(sql`
    select r.id, r.code, r.name_en as "nameEn", r.name_fr as "nameFr", r.archived_at is not null as ended
    from work_role r where r.id = ${workRoleId}::uuid`);
  const work = found(row);
  const people = peopleOf((await partiesSeen(ctx)).map(({ id }) => id));
  const cursor = readCursor(after);
  const rows = await ctx.tx.execute<Doer>(sql`
    select w.id, p.id as "personId", p.family_name || ', ' || p.given_name as name, p.family_name as family,
      p.job_title as "jobTitle", p.party_id as "partyId", y.nation_id as "nationId", y.code as party,
      w.valid_from::text as from, w.valid_until::text as until
    from person_work_role w join person p on p.id = w.person_id join party y on y.id = p.party_id
    where w.work_role_id = ${workRoleId}::uuid and (w.valid_until is null or w.valid_until > now())
      and p.id in (${people})
      and ${cursor ? sql`(p.family_name, w.id) > (${cursor.value}, ${cursor.id}::uuid)` : sql`true`}
    order by p.family_name, w.id limit ${PAGE + 1}`);
  const shown = [...rows].slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    ...work,
    maps: await mapsOf(ctx, workRoleId),
    people: shown.map(({ family: _, from, until, ...doer }) => ({
      ...doer,
      from: new Date(from).toISOString(),
      until: until === null ? null : new Date(until).toISOString(),
      can: { take: givesWork(ctx.actor, doer) },
    })),
    more: last ? writeCursor(last.family, last.id) : null,
    can: { define: managesTraining(ctx.actor), give: !work.ended },
  };
}

async function mapsOf(ctx: SignedIn, workRoleId: string) {
  return [
    ...(await ctx.tx.execute<{
      id: string;
      code: string;
      title: string;
      kind: string;
      frameworkId: string;
      framework: string;
    }>(sql`
      select i.id, i.code, i.title, i.kind, i.framework_id as "frameworkId", f.code || ' ' || f.version as framework
      from competency_map m join framework_item i on i.id = m.item_id join framework f on f.id = i.framework_id
      where m.subject = 'workRole' and m.subject_id = ${workRoleId}::uuid order by f.code, i.code limit 200`)),
  ];
}

/** People who could be given this work: those the reader acts for who do not do it yet. */
export async function workCandidates(ctx: SignedIn, input: { workRoleId: string; query?: string }) {
  found(seesRequirements(ctx.actor) || undefined);
  const parties = (await partiesSeen(ctx)).filter((party) =>
    givesWork(ctx.actor, { partyId: party.id, nationId: party.nationId }),
  );
  const like = `%${(input.query ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  return [
    ...(await ctx.tx.execute<{ id: string; name: string; jobTitle: string; party: string }>(sql`
      select p.id, p.family_name || ', ' || p.given_name as name, p.job_title as "jobTitle", y.code as party
      from person p join party y on y.id = p.party_id
      where p.id in (${peopleOf(parties.map(({ id }) => id))})
        and unaccent(p.given_name || ' ' || p.family_name || ' ' || p.job_title) ilike unaccent(${like})
        and not exists (select from person_work_role w where w.person_id = p.id
          and w.work_role_id = ${input.workRoleId}::uuid and (w.valid_until is null or w.valid_until > now()))
      order by p.family_name, p.id limit ${MOST_CANDIDATES}`)),
  ];
}

/** The work one person does, for who looks after them and for the person. */
export async function workOf(ctx: SignedIn, personId: string) {
  const [person] = await ctx.tx.execute<{ partyId: string; nationId: string | null }>(sql`
    select p.party_id as "partyId", y.nation_id as "nationId" from person p join party y on y.id = p.party_id
    where p.id = ${personId}::uuid`);
  const rows = await ctx.tx.execute<{
    id: string;
    workRoleId: string;
    nameEn: string;
    nameFr: string;
    from: string;
    until: string | null;
  }>(sql`
    select w.id, r.id as "workRoleId", r.name_en as "nameEn", r.name_fr as "nameFr", w.valid_from::text as from,
      w.valid_until::text as until
    from person_work_role w join work_role r on r.id = w.work_role_id
    where w.person_id = ${personId}::uuid and (w.valid_until is null or w.valid_until > now())
    order by w.valid_from, w.id limit 100`);
  return {
    work: [...rows].map(({ from, until, ...row }) => ({
      ...row,
      from: new Date(from).toISOString(),
      until: until === null ? null : new Date(until).toISOString(),
    })),
    can: { give: givesWork(ctx.actor, found(person)) },
  };
}
