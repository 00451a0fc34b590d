import {
  exerciseRoleParties,
  exerciseRoles,
  exerciseSeatEntries,
  exerciseSeats,
  exercises,
} from '@concord/db/schema/exercises';
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { directsExercise } from '../../policies/exercises.ts';
import { exerciseRowById } from '../exercises/rows.ts';
import { fillOf, mayExchange, phaseOf } from '../exercises/rules.ts';
import { isActive } from '../seats/ledger.ts';
import { actingParty, LOG_PAGE, logPage, namedIn } from '../seats/log.ts';
import type { Allocation, LedgerLine, SeatLine } from '../seats/rules.ts';
import {
  candidatesFor,
  type PartyNames,
  partyNames,
  peopleSeen,
  type Seen,
  spokenFor,
} from '../seats/seen.ts';
import { checksOf } from './checks.ts';
import { competencesOf } from './competences.ts';
import { allocationOf, entriesOf } from './ledger.ts';

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0);
/** The seats of an exercise: figures of every party in every role, and the people the reader looks after. */
export async function seatsOfExercise(ctx: SignedIn, exerciseId: string) {
  const exercise = await exerciseRowById(ctx, exerciseId);
  const director = directsExercise(ctx.actor, exercise.id);
  const { roles, allocations, asked } = await rolesOf(ctx, exercise);
  const all = [...allocations.values()].flatMap(({ lines }) => lines);
  const ids = all.map(({ personId }) => personId);
  const seen = await peopleSeen(ctx, ids, director, all.filter(isActive));
  const people = await peopleOf(ctx, {
    ...{ exercise, seen, roleIds: roles.map(({ id }) => id) },
    personIds: all.filter((line) => isActive(line) && seen.has(line.personId)).map((line) => line.personId),
  });
  const named = await partyNames(ctx);
  const trained = await competencesOf(
    ctx,
    roles.map(({ id }) => id),
  );
  return {
    phase: phaseOf(exercise, ctx.now),
    can: {
      direct: director,
      nominate: director || spokenFor(ctx).length > 0,
      exchange: mayExchange(exercise, ctx.now),
    },
    roles: roles.map((role) => {
      const allocation = found(allocations.get(role.id));
      return {
        ...{ id: role.id, colour: role.colour, name: ctx.locale === 'fr' ? role.nameFr : role.nameEn },
        ...figures(allocation, role.minimum),
        ...{ sharedSeats: allocation.shared, reoffered: allocation.reoffered },
        competences: trained.get(role.id) ?? [],
        parties: byParty(allocation, asked.get(role.id) ?? new Map(), named),
        lines: people(role.id, allocation.lines),
      };
    }),
  };
}

/** The roles in their order, who sits in each at this moment, and how many each party is asked to send at least. */
async function rolesOf(ctx: SignedIn, exercise: typeof exercises.$inferSelect) {
  const roles = await ctx.tx
    .select()
    .from(exerciseRoles)
    .where(eq(exerciseRoles.exerciseId, exercise.id))
    .orderBy(asc(exerciseRoles.position), asc(exerciseRoles.id));
  const roleIds = roles.map(({ id }) => id);
  const ledgers = await entriesOf(ctx, roleIds);
  const minimums =
    roleIds.length > 0
      ? await ctx.tx.select().from(exerciseRoleParties).where(inArray(exerciseRoleParties.roleId, roleIds))
      : [];
  const asked = new Map(roleIds.map((id) => [id, new Map<string, number>()]));
  for (const { roleId, partyId, minimum } of minimums) asked.get(roleId)?.set(partyId, minimum);
  const allocated = ([id, entries]: [string, LedgerLine[]]): [string, Allocation] => [
    id,
    allocationOf({ exercise, entries, now: ctx.now }),
  ];
  return { roles, asked, allocations: new Map([...ledgers].map(allocated)) };
}

type Shown = {
  exercise: typeof exercises.$inferSelect;
  roleIds: readonly string[];
  personIds: readonly string[];
  seen: ReadonlyMap<string, Seen>;
};

/** Writes the lines of people the reader looks after, each with how they stand with what the role asks. */
async function peopleOf(ctx: SignedIn, { exercise, roleIds, personIds, seen }: Shown) {
  const checks = await checksOf(ctx, { roleIds, exercise, personIds });
  const seats = await ctx.tx
    .select({ personId: exerciseSeats.personId, teamId: exerciseSeats.teamId })
    .from(exerciseSeats)
    .where(eq(exerciseSeats.exerciseId, exercise.id));
  const teams = new Map(seats.map(({ personId, teamId }) => [personId, teamId]));
  return (roleId: string, lines: readonly SeatLine[]) =>
    lines.filter(isActive).flatMap((line) => {
      const person = seen.get(line.personId);
      if (!person) return [];
      return [
        {
          ...{ ...line, ...person, requestedAt: line.requestedAt.toISOString() },
          checks: checks.get(roleId)?.get(line.personId) ?? [],
          teamId: teams.get(line.personId) ?? null,
        },
      ];
    });
}

function figures({ quotas, held, shared, lines }: Allocation, minimum: number) {
  return fillOf({
    ...{ seats: sum(quotas.values()) + shared, held: sum(held.values()), minimum },
    waiting: lines.filter(({ state }) => state === 'waits').length,
  });
}

function byParty({ quotas, held, lines }: Allocation, asked: ReadonlyMap<string, number>, named: PartyNames) {
  const ids = [...new Set([...quotas.keys(), ...lines.map(({ partyId }) => partyId)])];
  return ids
    .map((partyId) => ({
      ...{ partyId, code: named.get(partyId)?.code ?? '', name: named.get(partyId)?.name ?? '' },
      ...{ seats: quotas.get(partyId) ?? 0, held: held.get(partyId) ?? 0, minimum: asked.get(partyId) ?? 0 },
      nominated: lines.filter((one) => one.partyId === partyId && one.state === 'needsDirector').length,
      waiting: lines.filter((one) => one.partyId === partyId && one.state === 'waits').length,
    }))
    .filter(({ seats, held, nominated, waiting }) => seats + held + nominated + waiting > 0)
    .sort((one, other) => one.code.localeCompare(other.code));
}

/** Whom the reader may name for a role, by name, each with how they stand with what it asks. */
export async function candidates(ctx: SignedIn, input: { roleId: string; query?: string | undefined }) {
  const { exercise } = await roleOf(ctx, input.roleId);
  const director = directsExercise(ctx.actor, exercise.id);
  const people = await candidatesFor(ctx, { director, query: input.query, except: [] });
  const personIds = people.map(({ id }) => id);
  const checks = (await checksOf(ctx, { roleIds: [input.roleId], exercise, personIds })).get(input.roleId);
  return people.map((person) => ({ ...person, checks: checks?.get(person.id) ?? [] }));
}

/** What happened to a role's seats, the newest first: every act with its reason, and what followed from it. */
export async function roleLog(
  ctx: SignedIn,
  { roleId, before }: { roleId: string; before?: number | undefined },
) {
  const { exercise, role } = await roleOf(ctx, roleId);
  const entries = (await entriesOf(ctx, [roleId])).get(roleId) ?? [];
  const { moves } = allocationOf({ exercise, entries, now: ctx.now });
  const rows = await logRows(ctx, roleId, before);
  const replaced = rows.flatMap(({ replacesId }) => replacesId ?? []);
  const director = directsExercise(ctx.actor, exercise.id);
  const seen = await peopleSeen(ctx, [...namedIn(rows, moves), ...replaced], director);
  const { items, older } = logPage(rows, { seen, parties: await partyNames(ctx), moves });
  return {
    exercise: { code: exercise.code, name: ctx.locale === 'fr' ? exercise.nameFr : exercise.nameEn },
    role: ctx.locale === 'fr' ? role.nameFr : role.nameEn,
    items: items.map(({ replacesId, ...line }) => ({
      ...line,
      replaced: replacesId === null ? null : (seen.get(replacesId)?.name ?? null),
    })),
    older,
  };
}

async function logRows(ctx: SignedIn, roleId: string, before: number | undefined) {
  const { place, at, kind, personId, partyId, replacesId, seats, reofferAt, reason, actorId } =
    exerciseSeatEntries;
  return ctx.tx
    .select({
      ...{ place, at, kind, personId, partyId, replacesId, seats, reofferAt, reason },
      by: actingParty(actorId),
    })
    .from(exerciseSeatEntries)
    .where(and(eq(exerciseSeatEntries.roleId, roleId), before ? lt(place, before) : undefined))
    .orderBy(desc(place))
    .limit(LOG_PAGE + 1);
}

/** A role with its exercise; NOT_FOUND where the exercise may not be read. */
async function roleOf(ctx: SignedIn, roleId: string) {
  const [row] = await ctx.tx
    .select({ exercise: exercises, role: exerciseRoles })
    .from(exerciseRoles)
    .innerJoin(exercises, eq(exercises.id, exerciseRoles.exerciseId))
    .where(eq(exerciseRoles.id, roleId));
  return found(row);
}
