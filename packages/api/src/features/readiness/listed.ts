import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { idsIn } from '../frameworks/current.ts';
import { baseOf, lineOf, matrixOf } from './matrix.ts';
import { farOf, type Outlook, outlookOf, shownColumns, statesOf } from './outlook.ts';
import { type CellState, type Far, isMet, lacksCourse, standings } from './rules.ts';
import type { PageInput } from './schemas.ts';
import { type Party, partiesSeen, peopleOf } from './scope.ts';

type Person = { id: string; party: string; given: string; family: string; job: string };

/** A person and how far they are; the cells of those who are shown are made later. */
export type ListedLine = Far & { person: Person };

/** What a page or a table is about: the party with its organisations, everybody in it, and whom it lists. */
export type List = Awaited<ReturnType<typeof listOf>>;

/** States that only a path decides; a page narrowed to one of them asks for everybody's paths. */
const ofPaths: readonly CellState[] = ['expired', 'failed', 'notStarted', 'endsBefore', 'underWay'];

/** Everybody of a party or of all parties looked after, by name, and of one party those that match, not ready first. */
export async function listOf(ctx: SignedIn, filters: PageInput) {
  const parties = await partiesSeen(ctx);
  const roots = parties.filter(({ nationId }) => !parties.some(({ id }) => id === nationId));
  const only = roots.length === 1 ? roots[0] : undefined;
  const party = filters.partyId ? found(parties.find(({ id }) => id === filters.partyId)) : only;
  const wanted = party ? within(party, parties, filters.own ?? false) : parties;
  const people = peopleOf(
    wanted.map(({ id }) => id),
    filters.workRoleId,
  );
  const base = await baseOf(ctx, ctx.locale, { chosen: filters.requirementId });
  const paths = filters.state !== undefined && ofPaths.includes(filters.state);
  const [outlook, rows] = await Promise.all([
    outlookOf(ctx, people, base, { paths }),
    ctx.tx.execute<Person>(sql`
      select p.id, p.party_id as party, p.given_name as given, p.family_name as family, p.job_title as job
      from person p where p.id in (${people}) order by p.family_name, p.given_name, p.id`),
  ]);
  const everybody = [...rows].map((person) => ({ person, ...farOf(outlook, person.id) }));
  const listed = party ? listedLines(everybody, outlook, filters) : [];
  return { parties, party, wanted, base, outlook, everybody, listed };
}

/** A nation with those of its organisations the reader sees; any other party alone. */
function within(party: Party, seen: readonly Party[], own: boolean): Party[] {
  return own ? [party] : [party, ...seen.filter(({ nationId }) => nationId === party.id)];
}

/** Who is asked for something and matches what was typed, not ready first, then by name. */
function listedLines(
  lines: readonly ListedLine[],
  outlook: Outlook,
  { state, words }: PageInput,
): ListedLine[] {
  const order = ({ standing }: ListedLine) => standings.indexOf(standing);
  const typed = folded(words ?? '').split(/\s+/);
  return lines
    .filter((line) => line.standing !== 'notConcerned' && isNamed(line.person, typed))
    .filter(({ person }) => state === undefined || statesOf(outlook, person.id).includes(state))
    .sort((one, other) => order(one) - order(other));
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function isNamed({ given, family, job }: Person, words: readonly string[]): boolean {
  if (words.every((word) => word === '')) return true;
  const all = folded(`${given} ${family} ${job}`);
  return words.every((word) => all.includes(word));
}

/** Milliseconds as the API writes instants. */
export const instantOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** These lines as a page or a table shows them: with cells, of the columns that concern somebody in the list. */
export async function shownLines(ctx: SignedIn, { base, outlook }: List, lines: readonly ListedLine[]) {
  if (lines.length === 0) return [];
  const people = sql`select x.id from person x where x.id in ${idsIn(lines.map(({ person }) => person.id))}`;
  const { cells } = await matrixOf(ctx, people, base);
  const shown = new Set(shownColumns(outlook).map(({ key }) => key));
  const columns = base.columns.filter(({ key }) => shown.has(key));
  return lines.map(({ person }) => {
    const { cells: own, next, ...line } = lineOf(columns, cells.get(person.id));
    return {
      ...line,
      personId: person.id,
      partyId: person.party,
      name: `${person.family}, ${person.given}`,
      jobTitle: person.job,
      next: next
        ? { step: next.step, title: columns.find(({ key }) => key === next.column)?.title ?? '' }
        : null,
      lacksCourse: own.some(
        (cell, index) => columns[index]?.kind === 'credential' && lacksCourse(cell.state),
      ),
      cells: own.map((cell) => ({ ...cell, at: instantOf(cell.at), met: isMet(cell.state) })),
    };
  });
}
