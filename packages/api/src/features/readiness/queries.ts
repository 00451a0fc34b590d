import { exercises } from '@concord/db/schema/exercises';
import { inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { sendsCourses } from '../../policies/readiness.ts';
import { type Level, levelOf } from '../courses/shown.ts';
import { instantOf, type ListedLine, listOf, shownLines } from './listed.ts';
import { shownColumns } from './outlook.ts';
import { ownLine } from './own-parts.ts';
import { standings, totalsOf } from './rules.ts';
import type { PageInput } from './schemas.ts';
import { partiesSeen } from './scope.ts';
import { seatsAsked } from './seats.ts';

const SHOWN = 200;

/** The readiness of one party, its people not ready first; or of each party looked after, in figures. */
export async function readinessPage(ctx: SignedIn, filters: PageInput) {
  const list = await listOf(ctx, filters);
  const { everybody, listed, base, parties, party, wanted } = list;
  const chosen = base.requirements.find(({ id }) => id === filters.requirementId);
  const seats = chosen ? await seatsAsked(ctx, chosen.id) : null;
  const page = afterCursor(listed, filters.after);
  const shown = page.slice(0, SHOWN);
  const last = page.length > SHOWN ? shown.at(-1) : undefined;
  const figures = party ? (wanted.length > 1 ? wanted : []) : parties;
  return {
    now: ctx.now.toISOString(),
    party: party ?? null,
    /** The nation this party belongs to, where the reader sees that too: the way back up. */
    nation: parties.find(({ id }) => id === party?.nationId) ?? null,
    /** Several parties, or a nation and its organisations, each in figures. */
    parties: figures.map((one) => ({
      ...one,
      totals: totalsOf(everybody.filter(({ person }) => person.party === one.id)),
    })),
    requirement: chosen ? { id: chosen.id, title: chosen.title, validOn: iso(chosen.valid_on) } : null,
    seats: seats && { ...seats.cohort, ...seats.seats(wanted.map(({ id }) => id)) },
    totals: totalsOf(everybody),
    columns: party
      ? shownColumns(list.outlook).map(({ key, kind, title, slug }) => ({ key, kind, title, slug }))
      : [],
    lines: (await shownLines(ctx, list, shown)).map((line) => ({
      ...line,
      party: wanted.length > 1 ? (wanted.find(({ id }) => id === line.partyId) ?? null) : null,
      seat: seats?.of(line.personId) ?? null,
    })),
    more: last ? `${last.standing} ${last.person.id}` : null,
    can: { send: party !== undefined && sendsCourses(ctx.actor, party) },
  };
}

const iso = (value: string | null) => (value === null ? null : new Date(value).toISOString());

/** What comes after the line a page ended with; that person may stand elsewhere by now. */
function afterCursor(lines: readonly ListedLine[], after: string | undefined): readonly ListedLine[] {
  const [standing, id] = (after ?? '').split(' ');
  const known = standings.find((one) => one === standing);
  if (!known || !id) return lines;
  const place = lines.findIndex(({ person }) => person.id === id);
  if (place >= 0 && lines[place]?.standing === known) return lines.slice(place + 1);
  return lines.filter((line) => standings.indexOf(line.standing) >= standings.indexOf(known));
}

/** The requirements that hold, and the work people do, for the filters. */
export async function filterChoices(ctx: SignedIn) {
  found((await partiesSeen(ctx)).length > 0 || undefined);
  const requirements = await ctx.tx.execute<{ id: string; title: string }>(sql`
    select r.id, coalesce(r.titles->>${ctx.locale}, r.titles->>'en', '') as title
    from requirement r where r.archived_at is null order by r.created_at, r.id limit 200`);
  const work = await ctx.tx.execute<{ id: string; nameEn: string; nameFr: string }>(sql`
    select w.id, w.name_en as "nameEn", w.name_fr as "nameFr" from work_role w
    where w.archived_at is null order by w.code limit 200`);
  return { requirements: [...requirements], work: [...work] };
}

async function levelsOfExercises(ctx: SignedIn, codes: readonly string[]): Promise<Level[]> {
  if (codes.length === 0) return [];
  const rows = await ctx.tx
    .select({ level: levelOf(ctx, sql`${exercises.markingId}`) })
    .from(exercises)
    .where(inArray(exercises.code, [...codes]));
  return rows.map(({ level }) => level);
}

/** Where the reader stands themselves, and their one next step. */
export async function myReadiness(ctx: SignedIn) {
  const { items, ...line } = await ownLine({ ...ctx, personId: ctx.actor.personId });
  const named = items.flatMap(({ cell: { part }, opening }) => [part?.played, part?.named, opening]);
  return {
    ...line,
    /** Of the exercises that the items name. */
    levels: await levelsOfExercises(
      ctx,
      named.flatMap((one) => one?.code ?? []),
    ),
    items: items.map(({ column: { key, kind, title, slug }, cell, opening }) => ({
      ...{ key, kind, title, slug, ...cell, at: instantOf(cell.at), opening },
    })),
  };
}
