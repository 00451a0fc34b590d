import {
  exerciseRoleParties,
  exerciseRoles,
  exerciseSeatEntries,
  exerciseSeats,
  exercises,
} from '@concord/db/schema/exercises';
import { parties } from '@concord/db/schema/parties';
import { accounts, people } from '@concord/db/schema/people';
import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { directsExercise } from '../../policies/exercises.ts';
import { coordinatesPerson } from '../../policies/seats.ts';
import { fillOf, mayExchange, phaseOf } from '../exercises/rules.ts';
import { fullName } from '../people/names.ts';
import { matches } from '../people/queries.ts';
import { isActive } from '../seats/ledger.ts';
import type { Allocation, SeatLine } from '../seats/rules.ts';
import { checksOf } from './checks.ts';
import { allocationOf, entriesOf } from './ledger.ts';

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0);
const spokenFor = ({ actor }: SignedIn) =>
  actor.appointments.flatMap(({ role, scopeId }) =>
    role === 'trainingCoordinator' && scopeId !== null ? [scopeId] : [],
  );

type Named = { name: string; jobTitle: string; partyCode: string; speaks: boolean };

/** Names of those the reader looks after: all for the director, one's own people, oneself. */
async function namesOf(
  ctx: SignedIn,
  personIds: readonly string[],
  all: boolean,
): Promise<Map<string, Named>> {
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
  return new Map(
    rows.flatMap((row): [string, Named][] => {
      const speaks = coordinatesPerson(ctx.actor, row);
      if (!all && !speaks && row.id !== ctx.actor.personId) return [];
      return [[row.id, { name: fullName(row), jobTitle: row.jobTitle, partyCode: row.partyCode, speaks }]];
    }),
  );
}

/** The seats of an exercise: figures of every party in every role, and the people the reader looks after. */
export async function seatsOfExercise(ctx: SignedIn, exerciseId: string) {
  const [row] = await ctx.tx.select().from(exercises).where(eq(exercises.id, exerciseId));
  const exercise = found(row);
  const director = directsExercise(ctx.actor, exercise.id);
  const roles = await ctx.tx
    .select()
    .from(exerciseRoles)
    .where(eq(exerciseRoles.exerciseId, exerciseId))
    .orderBy(asc(exerciseRoles.position), asc(exerciseRoles.id));
  const roleIds = roles.map(({ id }) => id);
  const ledgers = await entriesOf(ctx, roleIds);
  const allocations = new Map(
    roleIds.map((id) => [id, allocationOf({ exercise, entries: ledgers.get(id) ?? [], now: ctx.now })]),
  );
  const all = [...allocations.values()].flatMap(({ lines }) => lines);
  const names = await namesOf(
    ctx,
    all.map(({ personId }) => personId),
    director,
  );
  const shown = all.filter((line) => isActive(line) && names.has(line.personId));
  const personIds = shown.map(({ personId }) => personId);
  const checks = await checksOf(ctx, { roleIds, exercise, personIds });
  const seats = await ctx.tx
    .select({ personId: exerciseSeats.personId, teamId: exerciseSeats.teamId })
    .from(exerciseSeats)
    .where(eq(exerciseSeats.exerciseId, exerciseId));
  const teamOf = new Map(seats.map(({ personId, teamId }) => [personId, teamId]));
  const codes = await partiesOf(ctx);
  const minimums =
    roleIds.length > 0
      ? await ctx.tx.select().from(exerciseRoleParties).where(inArray(exerciseRoleParties.roleId, roleIds))
      : [];
  return {
    phase: phaseOf(exercise, ctx.now),
    can: {
      direct: director,
      nominate: director || spokenFor(ctx).length > 0,
      exchange: mayExchange(exercise, ctx.now),
    },
    roles: roles.map((role) => {
      const allocation = found(allocations.get(role.id));
      const asked = new Map(
        minimums.filter(({ roleId }) => roleId === role.id).map((line) => [line.partyId, line.minimum]),
      );
      return {
        ...{ id: role.id, colour: role.colour, name: ctx.actor.locale === 'fr' ? role.nameFr : role.nameEn },
        ...figures(allocation, role.minimum),
        sharedSeats: allocation.shared,
        reoffered: allocation.reoffered,
        parties: byParty(allocation, asked, codes),
        lines: linesOf(allocation.lines, names, (personId) => checks.get(role.id)?.get(personId) ?? []).map(
          (line) => ({ ...line, teamId: teamOf.get(line.personId) ?? null }),
        ),
      };
    }),
  };
}

function figures({ quotas, held, shared, lines }: Allocation, minimum: number) {
  return fillOf({
    ...{ seats: sum(quotas.values()) + shared, held: sum(held.values()), minimum },
    waiting: lines.filter(({ state }) => state === 'waits').length,
  });
}

type Codes = Map<string, { code: string; name: string }>;

async function partiesOf(ctx: SignedIn): Promise<Codes> {
  const name = ctx.actor.locale === 'fr' ? parties.nameFr : parties.nameEn;
  const rows = await ctx.tx.select({ id: parties.id, code: parties.code, name }).from(parties);
  return new Map(rows.map(({ id, ...party }) => [id, party]));
}

function byParty({ quotas, held, lines }: Allocation, asked: Map<string, number>, codes: Codes) {
  const ids = [...new Set([...quotas.keys(), ...lines.map(({ partyId }) => partyId)])];
  return ids
    .map((partyId) => ({
      ...{ partyId, code: codes.get(partyId)?.code ?? '', name: codes.get(partyId)?.name ?? '' },
      ...{ seats: quotas.get(partyId) ?? 0, held: held.get(partyId) ?? 0, minimum: asked.get(partyId) ?? 0 },
      nominated: lines.filter((one) => one.partyId === partyId && one.state === 'needsDirector').length,
      waiting: lines.filter((one) => one.partyId === partyId && one.state === 'waits').length,
    }))
    .filter(({ seats, held, nominated, waiting }) => seats + held + nominated + waiting > 0)
    .sort((one, other) => one.code.localeCompare(other.code));
}

function linesOf<Checks>(
  lines: readonly SeatLine[],
  names: ReadonlyMap<string, Named>,
  checks: (personId: string) => Checks,
) {
  return lines.flatMap((line) => {
    const named = names.get(line.personId);
    if (!named || !isActive(line)) return [];
    return [
      { ...line, ...named, requestedAt: line.requestedAt.toISOString(), checks: checks(line.personId) },
    ];
  });
}

const MOST = 30;

/** Whom the reader may name for a role, by name, each with how they stand with what it asks. */
export async function candidates(ctx: SignedIn, input: { roleId: string; query?: string | undefined }) {
  const [row] = await ctx.tx
    .select({ exercise: exercises })
    .from(exerciseRoles)
    .innerJoin(exercises, eq(exercises.id, exerciseRoles.exerciseId))
    .where(eq(exerciseRoles.id, input.roleId));
  const { exercise } = found(row);
  const everybody = directsExercise(ctx.actor, exercise.id);
  const own = spokenFor(ctx);
  if (!everybody && own.length === 0) return [];
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
        everybody ? undefined : or(inArray(people.partyId, own), inArray(parties.nationId, own)),
        input.query ? matches(input.query) : undefined,
      ),
    )
    .orderBy(asc(people.familyName), asc(people.id))
    .limit(MOST);
  const personIds = rows.map(({ id }) => id);
  const checks = (await checksOf(ctx, { roleIds: [input.roleId], exercise, personIds })).get(input.roleId);
  return rows.map((person) => ({ ...person, name: fullName(person), checks: checks?.get(person.id) ?? [] }));
}

const PAGE = 40;

/** What happened to a role's seats, the newest first: every act with its reason, and what followed from it. */
export async function roleLog(
  ctx: SignedIn,
  { roleId, before }: { roleId: string; before?: number | undefined },
) {
  const [row] = await ctx.tx
    .select({ exercise: exercises, role: exerciseRoles })
    .from(exerciseRoles)
    .innerJoin(exercises, eq(exercises.id, exerciseRoles.exerciseId))
    .where(eq(exerciseRoles.id, roleId));
  const { exercise, role } = found(row);
  const entries = (await entriesOf(ctx, [roleId])).get(roleId) ?? [];
  const { moves } = allocationOf({ exercise, entries, now: ctx.now });
  const { place, at, kind, personId, partyId, replacesId, seats, reason } = exerciseSeatEntries;
  const by = sql<string | null>`(select y.code from person a join party y on y.id = a.party_id
    where a.id = ${exerciseSeatEntries.actorId})`;
  const rows = await ctx.tx
    .select({ place, at, kind, personId, partyId, replacesId, seats, reason, by })
    .from(exerciseSeatEntries)
    .where(and(eq(exerciseSeatEntries.roleId, roleId), before ? lt(place, before) : undefined))
    .orderBy(desc(place))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const concerned = [
    ...rows.flatMap((one) => [one.personId, one.replacesId]),
    ...moves.map((one) => one.personId),
  ];
  const names = await namesOf(
    ctx,
    concerned.filter((id) => id !== null),
    directsExercise(ctx.actor, exercise.id),
  );
  const codes = await partiesOf(ctx);
  const nameOf = (id: string | null) => (id ? (names.get(id)?.name ?? null) : null);
  return {
    exercise: { code: exercise.code, name: ctx.actor.locale === 'fr' ? exercise.nameFr : exercise.nameEn },
    role: ctx.actor.locale === 'fr' ? role.nameFr : role.nameEn,
    items: shown.map((one) => ({
      ...{ place: one.place, kind: one.kind, seats: one.seats, reason: one.reason, by: one.by },
      at: one.at.toISOString(),
      person: nameOf(one.personId),
      replaced: nameOf(one.replacesId),
      party: one.partyId ? (codes.get(one.partyId)?.code ?? '') : null,
      moves: moves
        .filter((move) => move.place === one.place)
        .map((move) => ({
          ...{ person: nameOf(move.personId), party: codes.get(move.partyId)?.code ?? '' },
          ...{ what: move.what, why: move.why },
        })),
    })),
    older: rows.length > PAGE ? (shown.at(-1)?.place ?? null) : null,
  };
}
