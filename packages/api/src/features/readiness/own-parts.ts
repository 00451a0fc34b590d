import type { ExerciseColour } from '@concord/db/enums';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { concerned } from './concerned.ts';
import { baseOf, type Column, lineOf, matrixOf } from './matrix.ts';
import type { Cell } from './rules.ts';

/** Whose readiness is read, in which language, at which instant. */
type Reader = Pick<Context, 'tx' | 'now' | 'locale'> & { personId: string };

/** An exercise in which a seat can be asked for at this moment. */
export type Opening = {
  code: string;
  name: string;
  markingId: string;
  startsAt: string;
  endsAt: string;
  closesAt: string;
};

type OpeningRow = Opening & { colours: ExerciseColour[] };

/**
 * The next exercises the reader may know of that take names, with the roles in which their party has seats or seats belong
 * to nobody. Whether one is free is seen there.
 */
async function openings({ tx, now, locale, personId }: Reader): Promise<OpeningRow[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const own = sql`(select unnest(array[x.party_id, y.nation_id]) from person x join party y on y.id = x.party_id
    where x.id = ${personId}::uuid)`;
  return tx.execute<OpeningRow>(sql`
    select e.code, e.marking_id as "markingId", case when ${locale} = 'fr' then e.name_fr else e.name_en end as name, array_agg(distinct r.colour) as colours,
      e.starts_at::text as "startsAt", e.ends_at::text as "endsAt", e.closes_at::text as "closesAt"
    from exercise e join exercise_role r on r.exercise_id = e.id
    where e.published_at is not null and e.cancelled_at is null and e.starts_at > ${at} and e.closes_at > ${at}
      and (e.opens_at is null or e.opens_at <= ${at})
      and (r.shared_seats > 0 or exists (
        select from exercise_role_party p where p.role_id = r.id and p.seats > 0 and p.party_id in ${own}))
    group by e.id order by e.starts_at, e.id limit 20`);
}

const iso = (value: string) => new Date(value).toISOString();

/** The first of them with the role that is asked; null for any. */
function openingFor(colour: ExerciseColour | null, all: readonly OpeningRow[]): Opening | null {
  const first = all.find(({ colours }) => colour === null || colours.includes(colour));
  if (!first) return null;
  const { code, name, markingId, startsAt, endsAt, closesAt } = first;
  return { code, name, markingId, startsAt: iso(startsAt), endsAt: iso(endsAt), closesAt: iso(closesAt) };
}

/** What is asked of the reader and where they stand with it; where a part is to be played, the next exercise that takes names. */
export async function ownLine(reader: Reader) {
  const people = sql`select x.id from person x where x.id = ${reader.personId}::uuid`;
  const { columns, cells } = await matrixOf(reader, people, await baseOf(reader, reader.locale));
  const line = lineOf(columns, cells.get(reader.personId));
  const toPlay = line.cells.some(({ step }) => step === 'takePart');
  const open = toPlay ? await openings(reader) : [];
  const items = columns.flatMap((column, index) => {
    const cell = line.cells[index];
    if (!cell || cell.state === 'notNeeded') return [];
    return [{ column, cell, opening: cell.step === 'takePart' ? openingFor(column.colour, open) : null }];
  });
  return { standing: line.standing, next: line.next, items };
}

/** A part in an exercise of the reader's that counts no longer soon, or no more, with no seat in another. */
export type PartToPlay = { column: Column; cell: Cell; opening: Opening | null };

const ending: readonly Cell['state'][] = ['endsSoon', 'endsBefore', 'expired'];

/** Those of the reader: a statement where no part is asked of them, as of most. */
export async function partsToPlay(reader: Reader): Promise<PartToPlay[]> {
  const [row] = await reader.tx.execute<{ asked: boolean }>(sql`
    with concerned as (${concerned(sql`${reader.personId}::uuid`, reader.now)})
    select exists (select from concerned x join requirement_need n on n.requirement_id = x.id and n.kind = 'part') as asked`);
  if (!row?.asked) return [];
  const { items } = await ownLine(reader);
  return items.filter(({ cell }) => cell.step === 'takePart' && ending.includes(cell.state));
}
