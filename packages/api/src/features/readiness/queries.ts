import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { sendsCourses } from '../../policies/readiness.ts';
import { type Column, lineOf, matrixOf } from './matrix.ts';
import { isMet, lacksCourse, type Standing, standings, totalsOf } from './rules.ts';
import type { PageInput } from './schemas.ts';
import { type Party, partiesSeen, peopleOf } from './scope.ts';
import { seatsAsked } from './seats.ts';

type Filters = PageInput;
type Person = { id: string; party: string; given: string; family: string; job: string };

const SHOWN = 200;

/** Every line of these parties, with the person it is about, by name. */
async function linesOf(ctx: SignedIn, partyIds: readonly string[], filters: Filters) {
  const people = peopleOf(partyIds, filters.workRoleId);
  const matrix = await matrixOf(ctx, people, ctx.locale, { chosen: filters.requirementId });
  const rows = await ctx.tx.execute<Person>(sql`
    select p.id, p.party_id as party, p.given_name as given, p.family_name as family, p.job_title as job
    from person p where p.id in (${people}) order by p.family_name, p.given_name, p.id`);
  const lines = rows.map((person) => ({ person, ...lineOf(matrix.columns, matrix.cells.get(person.id)) }));
  return { ...matrix, lines };
}

export type ReadinessLine = Awaited<ReturnType<typeof linesOf>>['lines'][number];

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function matches({ person, cells }: ReadinessLine, { state, words }: Filters): boolean {
  const all = folded(`${person.given} ${person.family} ${person.job}`);
  const named = folded(words ?? '')
    .split(/\s+/)
    .every((word) => all.includes(word));
  return named && (state === undefined || cells.some((cell) => cell.state === state));
}

const order = (standing: Standing) => standings.indexOf(standing);

/** A nation with those of its organisations the reader sees; any other party alone. */
function within(party: Party, seen: readonly Party[], own: boolean): Party[] {
  return own ? [party] : [party, ...seen.filter(({ nationId }) => nationId === party.id)];
}

/** What a page is about: the party with its organisations, and all its lines. */
export async function readinessOf(ctx: SignedIn, filters: Filters) {
  const parties = await partiesSeen(ctx);
  const roots = parties.filter(({ nationId }) => !parties.some(({ id }) => id === nationId));
  const only = roots.length === 1 ? roots[0] : undefined;
  const party = filters.partyId ? found(parties.find(({ id }) => id === filters.partyId)) : only;
  const wanted = party ? within(party, parties, filters.own ?? false) : parties;
  const all = await linesOf(
    ctx,
    wanted.map(({ id }) => id),
    filters,
  );
  return { ...all, parties, party, wanted };
}

/** The readiness of one party, its people not ready first; or of each party looked after, in figures. */
export async function readinessPage(ctx: SignedIn, filters: Filters) {
  const { columns, lines, requirements, parties, party, wanted } = await readinessOf(ctx, filters);
  const chosen = requirements.find(({ id }) => id === filters.requirementId);
  const seats = chosen ? await seatsAsked(ctx, chosen.id) : null;
  const listed = party ? listedLines(lines, filters) : [];
  const page = afterCursor(listed, filters.after);
  const shownNow = page.slice(0, SHOWN);
  const last = page.length > SHOWN ? shownNow.at(-1) : undefined;
  const figures = party ? (wanted.length > 1 ? wanted : []) : parties;
  return {
    now: ctx.now.toISOString(),
    party: party ?? null,
    /** The nation this party belongs to, where the reader sees that too: the way back up. */
    nation: parties.find(({ id }) => id === party?.nationId) ?? null,
    /** Several parties, or a nation and its organisations, each in figures. */
    parties: figures.map((one) => ({
      ...one,
      totals: totalsOf(lines.filter(({ person }) => person.party === one.id)),
    })),
    requirement: chosen ? { id: chosen.id, title: chosen.title, validOn: iso(chosen.valid_on) } : null,
    seats: seats && { ...seats.cohort, ...seats.seats(wanted.map(({ id }) => id)) },
    totals: totalsOf(lines),
    columns: party ? shownColumns(columns, lines) : [],
    lines: shownLines(shownNow, columns, lines).map((line) => ({
      ...line,
      party: wanted.length > 1 ? (wanted.find(({ id }) => id === line.partyId) ?? null) : null,
      seat: seats?.of(line.personId) ?? null,
    })),
    more: last ? `${last.standing} ${last.person.id}` : null,
    can: { send: party !== undefined && sendsCourses(ctx.actor, party) },
  };
}

const iso = (value: string | null) => (value === null ? null : new Date(value).toISOString());
const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

const isAsked = (lines: readonly ReadinessLine[], index: number) =>
  lines.some(({ cells }) => cells[index] && cells[index].state !== 'notNeeded');

/** The columns that concern somebody here. */
export function shownColumns(columns: readonly Column[], lines: readonly ReadinessLine[]) {
  return columns
    .filter((_, index) => isAsked(lines, index))
    .map(({ key, kind, title, slug }) => ({ key, kind, title, slug }));
}

/** Who is asked for something and matches what was typed, not ready first, then by name. */
export function listedLines(lines: readonly ReadinessLine[], filters: Filters): ReadinessLine[] {
  return lines
    .filter((line) => line.standing !== 'notConcerned' && matches(line, filters))
    .sort((one, other) => order(one.standing) - order(other.standing));
}

/** What comes after the line a page ended with; that person may stand elsewhere by now. */
function afterCursor(lines: readonly ReadinessLine[], after: string | undefined): readonly ReadinessLine[] {
  const [standing, id] = (after ?? '').split(' ');
  const known = standings.find((one) => one === standing);
  if (!known || !id) return lines;
  const place = lines.findIndex(({ person }) => person.id === id);
  if (place < 0) return lines.filter((line) => order(line.standing) >= order(known));
  return lines[place]?.standing === known
    ? lines.slice(place + 1)
    : lines.filter((line) => order(line.standing) >= order(known));
}

/** Lines as a page or a table shows them: cells of the columns that concern somebody. */
export function shownLines(
  wanted: readonly ReadinessLine[],
  columns: readonly Column[],
  all: readonly ReadinessLine[],
) {
  const asked = columns.map((_, index) => isAsked(all, index));
  return wanted.map(({ person, cells, next, ...line }) => ({
    ...line,
    personId: person.id,
    partyId: person.party,
    name: `${person.family}, ${person.given}`,
    jobTitle: person.job,
    next: next
      ? { step: next.step, title: columns.find(({ key }) => key === next.column)?.title ?? '' }
      : null,
    lacksCourse: cells.some(
      (cell, index) => columns[index]?.kind === 'credential' && lacksCourse(cell.state),
    ),
    cells: cells
      .filter((_, index) => asked[index])
      .map((cell) => ({ ...cell, at: isoOf(cell.at), met: isMet(cell.state) })),
  }));
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

/** Where the reader stands themselves, and their one next step. */
export async function myReadiness(ctx: SignedIn) {
  const people = sql`select x.id from person x where x.id = ${ctx.actor.personId}::uuid`;
  const { columns, cells } = await matrixOf(ctx, people, ctx.locale);
  const line = lineOf(columns, cells.get(ctx.actor.personId));
  return {
    standing: line.standing,
    next: line.next,
    items: columns.flatMap(({ key, kind, title, slug }, index) => {
      const cell = line.cells[index];
      if (!cell || cell.state === 'notNeeded') return [];
      return [{ key, kind, title, slug, ...cell, at: isoOf(cell.at) }];
    }),
  };
}
