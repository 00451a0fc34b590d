import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { readinessParties, seesReadiness, sendsCourses } from '../../policies/readiness.ts';
import { type Column, lineOf, matrixOf } from './matrix.ts';
import { type CellState, type Standing, standings, totalsOf } from './rules.ts';

type Filters = { partyId?: string; requirementId?: string; state?: CellState; words?: string };
type Party = { id: string; code: string; nameEn: string; nameFr: string };
type Person = { id: string; party: string; given: string; family: string; job: string };

const SHOWN = 200;

/** The parties the reader sees, by name of code: never in the order of how ready they are. */
async function partiesSeen(ctx: SignedIn): Promise<Party[]> {
  const own = readinessParties(ctx.actor);
  found(own === null || own.length > 0 || undefined);
  return ctx.tx.execute<Party>(sql`
    select y.id, y.code, y.name_en as "nameEn", y.name_fr as "nameFr" from party y
    where ${own === null} or y.id in (select jsonb_array_elements_text(${JSON.stringify(own ?? [])}::jsonb)::uuid)
    order by y.code`);
}

function peopleOf(partyIds: readonly string[]) {
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(partyIds)}::jsonb)::uuid)`;
  return sql`select x.id from person x where x.party_id in ${ids} and x.ended_at is null`;
}

/** Every line of these parties, with the person it is about. */
async function linesOf(ctx: SignedIn, partyIds: readonly string[], requirementId?: string) {
  const people = peopleOf(partyIds);
  const matrix = await matrixOf(ctx, people, ctx.actor.locale, requirementId);
  const rows = await ctx.tx.execute<Person>(sql`
    select p.id, p.party_id as party, p.given_name as given, p.family_name as family, p.job_title as job
    from person p where p.id in (${people}) order by p.family_name, p.given_name, p.id`);
  const lines = rows.map((person) => ({ person, ...lineOf(matrix.columns, matrix.cells.get(person.id)) }));
  return { ...matrix, lines };
}

type Line = Awaited<ReturnType<typeof linesOf>>['lines'][number];

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function matches({ person, cells }: Line, { state, words }: Filters): boolean {
  const all = folded(`${person.given} ${person.family} ${person.job}`);
  const named = folded(words ?? '')
    .split(/\s+/)
    .every((word) => all.includes(word));
  return named && (state === undefined || cells.some((cell) => cell.state === state));
}

const order = (standing: Standing) => standings.indexOf(standing);

/** The readiness of one party, its people not ready first; or of each party looked after, in figures. */
export async function readinessPage(ctx: SignedIn, filters: Filters) {
  const parties = await partiesSeen(ctx);
  const only = parties.length === 1 ? parties[0] : undefined;
  const party = filters.partyId ? found(parties.find(({ id }) => id === filters.partyId)) : only;
  const wanted = party ? [party.id] : parties.map(({ id }) => id);
  const { columns, lines, requirements } = await linesOf(ctx, wanted, filters.requirementId);
  const chosen = requirements.find(({ id }) => id === filters.requirementId);
  return {
    now: ctx.now.toISOString(),
    party: party ?? null,
    parties: party
      ? []
      : parties.map((one) => ({
          ...one,
          totals: totalsOf(lines.filter(({ person }) => person.party === one.id)),
        })),
    requirement: chosen ? { id: chosen.id, title: chosen.title, validOn: iso(chosen.valid_on) } : null,
    totals: totalsOf(lines),
    columns: party ? shownColumns(columns, lines) : [],
    lines: party ? shownLines(lines, columns, filters) : [],
    can: { send: party !== undefined && sendsCourses(ctx.actor, party.id) },
  };
}

const iso = (value: string | null) => (value === null ? null : new Date(value).toISOString());

const isAsked = (lines: readonly Line[], index: number) =>
  lines.some(({ cells }) => cells[index] && cells[index].state !== 'notNeeded');

function shownColumns(columns: readonly Column[], lines: readonly Line[]) {
  return columns
    .filter((_, index) => isAsked(lines, index))
    .map(({ key, kind, title, slug }) => ({ key, kind, title, slug }));
}

function shownLines(lines: readonly Line[], columns: readonly Column[], filters: Filters) {
  const asked = columns.map((_, index) => isAsked(lines, index));
  return lines
    .filter((line) => line.standing !== 'notConcerned' && matches(line, filters))
    .sort((one, other) => order(one.standing) - order(other.standing))
    .slice(0, SHOWN)
    .map(({ person, cells, ...line }) => ({
      ...line,
      personId: person.id,
      name: `${person.family}, ${person.given}`,
      jobTitle: person.job,
      lacksCourse: cells.some((cell, index) => columns[index]?.kind === 'credential' && lacks(cell.state)),
      cells: cells
        .filter((_, index) => asked[index])
        .map((cell) => ({ ...cell, at: cell.at === null ? null : new Date(cell.at).toISOString() })),
    }));
}

/** What sending the missing unit mends. */
export function lacks(state: CellState): boolean {
  return state !== 'ready' && state !== 'endsSoon' && state !== 'notNeeded';
}

/** The requirements that hold, for the filter. */
export async function requirementChoices(ctx: SignedIn) {
  found((await partiesSeen(ctx)).length > 0 || undefined);
  return ctx.tx.execute<{ id: string; title: string }>(sql`
    select r.id, coalesce(r.titles->>${ctx.actor.locale}, r.titles->>'en', '') as title
    from requirement r where r.archived_at is null order by r.created_at, r.id limit 200`);
}

/** Where the reader stands themselves, and their one next step. */
export async function myReadiness(ctx: SignedIn) {
  const people = sql`select x.id from person x where x.id = ${ctx.actor.personId}::uuid`;
  const { columns, cells } = await matrixOf(ctx, people, ctx.actor.locale);
  const line = lineOf(columns, cells.get(ctx.actor.personId));
  return {
    standing: line.standing,
    next: line.next,
    items: columns.flatMap(({ key, kind, title, slug }, index) => {
      const cell = line.cells[index];
      if (!cell || cell.state === 'notNeeded') return [];
      return [
        { key, kind, title, slug, ...cell, at: cell.at === null ? null : new Date(cell.at).toISOString() },
      ];
    }),
  };
}

/** A party the reader may see, or NOT_FOUND. */
export function mayOpen(ctx: SignedIn, partyId: string): void {
  found(seesReadiness(ctx.actor, partyId) || undefined);
}
