import { exercises } from '@concord/db/schema/exercises';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { eq, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { controlsExercise } from '../../policies/exercises.ts';
import { shownExercise } from '../exercises/rows.ts';
import { joinedExercise } from '../lessons/load.ts';
import { markingViews } from '../threads/marking-views.ts';
import type { TwinRole } from './rules.ts';

/** An exercise's copy of the consultation, as its own pages show it: who sits in it as what, and what the reader may do. */
export async function twinOf(ctx: SignedIn, code: string) {
  const { exercise } = await joinedExercise(ctx, { code });
  const [twin] = await ctx.tx.execute<{ code: string; madeAt: string; rounds: number }>(sql`
    select code, made_at::text as "madeAt", rounds from concord.twin(${exercise.id}::uuid)`);
  const members = twin ? await membersOf(ctx, exercise.id) : [];
  const open = exercise.cancelledAt === null;
  const elsewhere = ctx.actor.exerciseId !== null && ctx.actor.exerciseId !== exercise.id;
  const rules = open && controlsExercise(ctx.actor, exercise.id) && !elsewhere;
  return {
    exercise: shownExercise(ctx, exercise),
    markings: await markingViews(ctx, [exercise.markingId]),
    twin: twin ? { ...twin, madeAt: new Date(twin.madeAt).toISOString() } : null,
    members,
    inside: ctx.actor.exerciseId === exercise.id,
    can: {
      make: rules && !twin,
      reset: rules && twin !== undefined,
      enter: open && members.some(({ personId }) => personId === ctx.actor.personId),
    },
  };
}

async function membersOf(ctx: SignedIn, exerciseId: string) {
  const seats = await ctx.tx.execute<{ personId: string; role: TwinRole }>(sql`
    select person_id as "personId", role from concord.twin_people(${exerciseId}::uuid)`);
  const ids = [...seats].map(({ personId }) => personId);
  if (ids.length === 0) return [];
  const named = await ctx.tx
    .select({
      id: people.id,
      name: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
      party: ctx.locale === 'fr' ? parties.nameFr : parties.nameEn,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(inArray(people.id, ids));
  const order: TwinRole[] = ['chair', 'secretariat', 'headOfDelegation', 'delegate'];
  return [...seats]
    .flatMap(({ personId, role }) => {
      const person = named.find(({ id }) => id === personId);
      return person ? [{ personId, role, name: person.name, party: person.party }] : [];
    })
    .sort(
      (one, other) =>
        order.indexOf(one.role) - order.indexOf(other.role) ||
        one.party.localeCompare(other.party) ||
        one.name.localeCompare(other.name),
    );
}

/** The exercise a session is inside of, as the frame around every page names it; null outside any. */
export async function insideOf(ctx: SignedIn) {
  const { exerciseId } = ctx.actor;
  if (!exerciseId) return null;
  const [row] = await ctx.tx
    .select({ code: exercises.code, en: exercises.nameEn, fr: exercises.nameFr })
    .from(exercises)
    .where(eq(exercises.id, exerciseId));
  return row ? { code: row.code, name: ctx.locale === 'fr' ? row.fr : row.en } : { code: '', name: '' };
}
