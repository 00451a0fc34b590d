import { parties } from '@concord/db/schema/parties';
import { accounts, people } from '@concord/db/schema/people';
import { and, asc, eq, inArray, isNull, notInArray, or } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { coordinatesSeat } from '../../policies/seats.ts';
import { fullName } from '../people/names.ts';
import { matches } from '../people/queries.ts';
import type { SeatLine } from './rules.ts';

/** Somebody of a ledger as the reader may name them; `speaks`: the reader decides for them. */
export type Seen = { name: string; jobTitle: string; partyCode: string; speaks: boolean };

/** Names of those the reader looks after: all for a director, one's own people and who holds one's party's seats, oneself. */
export async function peopleSeen(
  ctx: SignedIn,
  personIds: readonly string[],
  director: boolean,
  seats: readonly Pick<SeatLine, 'personId' | 'partyId'>[] = [],
): Promise<Map<string, Seen>> {
  if (personIds.length === 0) return new Map();
  const rows = await ctx.tx
    .select({
      ...{ id: people.id, givenName: people.givenName, familyName: people.familyName },
      ...{ jobTitle: people.jobTitle, partyId: people.partyId, nationId: parties.nationId },
      partyCode: parties.code,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(inArray(people.id, [...new Set(personIds)]));
  const partyOf = new Map(seats.map(({ personId, partyId }) => [personId, partyId]));
  return new Map(
    rows.flatMap((row): [string, Seen][] => {
      const speaks = coordinatesSeat(ctx.actor, row, partyOf.get(row.id) ?? null);
      if (!director && !speaks && row.id !== ctx.actor.personId) return [];
      const { jobTitle, partyCode } = row;
      return [[row.id, { name: fullName(row), jobTitle, partyCode, speaks }]];
    }),
  );
}

/** The parties whose training coordinator the reader is. */
export function spokenFor({ actor }: SignedIn): string[] {
  return actor.appointments.flatMap(({ role, scopeId }) =>
    role === 'trainingCoordinator' && scopeId !== null ? [scopeId] : [],
  );
}

const MOST = 30;

/** People the reader may name for a seat, by name: anybody for a director, else those of their own parties. */
export async function candidatesFor(
  ctx: SignedIn,
  { director, query, except }: { director: boolean; query?: string | undefined; except: readonly string[] },
) {
  const own = spokenFor(ctx);
  if (!director && own.length === 0) return [];
  const rows = await ctx.tx
    .select({
      ...{ id: people.id, givenName: people.givenName, familyName: people.familyName },
      ...{ jobTitle: people.jobTitle, partyCode: parties.code },
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(
      and(
        isNull(people.endedAt),
        director ? undefined : or(inArray(people.partyId, own), inArray(parties.nationId, own)),
        query ? matches(query) : undefined,
        except.length > 0 ? notInArray(people.id, [...except]) : undefined,
      ),
    )
    .orderBy(asc(people.familyName), asc(people.id))
    .limit(MOST);
  return rows.map((row) => ({ ...row, name: fullName(row) }));
}

/** Parties by their id, as a table or a log names them. */
export type PartyNames = Map<string, { code: string; name: string }>;

/** Every party's code and name in the reader's language: a few dozen. */
export async function partyNames(ctx: SignedIn): Promise<PartyNames> {
  const name = ctx.locale === 'fr' ? parties.nameFr : parties.nameEn;
  const rows = await ctx.tx.select({ id: parties.id, code: parties.code, name }).from(parties);
  return new Map(rows.map(({ id, ...party }) => [id, party]));
}
