import { courses } from '@concord/db/schema/courses';
import {
  exerciseEvents,
  exerciseObjectives,
  exerciseParties,
  exerciseRoleParties,
  exerciseRoles,
  exerciseSeats,
  exercises,
  exerciseTeams,
} from '@concord/db/schema/exercises';
import { appointments } from '@concord/db/schema/people';
import { requirementNeeds, requirements } from '@concord/db/schema/requirements';
import { clockRows } from '@concord/db/schema/running';
import { exercises as exerciseSeeds } from '@concord/db/seed/data/exercises';
import { releasableParties } from '@concord/db/seed/data/threads';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { appendTo, settleRole, takeRoleLedger } from '../features/nominations/ledger.ts';
import { partyOfSeat, seatPeople } from '../features/seats/ledger.ts';
import { internMarking } from '../marking/intern.ts';
import { seedId } from './ids.ts';
import { seedInjects } from './injects.ts';
import { seedJoining } from './joining.ts';
import { seedLessons } from './lessons.ts';
import { seedScoring } from './scoring.ts';
import { seedTwins } from './twins.ts';
import type { World } from './world.ts';

type ExerciseSeed = (typeof exerciseSeeds)[number];
type RoleSeed = ExerciseSeed['roles'][number];

/** The exercises of the demo alliance: one ahead with its sign-up open, one that is over. */
export async function seedExercises(ctx: Context, world: World): Promise<void> {
  for (const seed of exerciseSeeds) await seedExercise(ctx, world, seed);
  await seedJoining(ctx, world);
  await seedInjects(ctx, world);
  await seedLessons(ctx, world);
  await seedTwins(ctx, world);
  await seedScoring(ctx, world);
}

async function seedExercise(ctx: Context, world: World, seed: ExerciseSeed): Promise<void> {
  const made = world.morningDaysAgo(seed.madeDaysAgo);
  const exerciseId = seedId(`exercise ${seed.code}`, made);
  const id = (what: string) => seedId(`exercise ${seed.code} ${what}`, made);
  const at = (days: number) => world.afternoonInDays(days);
  const { startsAt, endsAt } = windowOf(world, seed);
  const marking = {
    ...{ level: 0, onlyFor: [], caveats: [], originator: world.actingParty(seed.director) },
    releasableTo: releasableParties('ALLIES').map(world.party),
  };
  await ctx.tx.insert(exercises).values({
    ...{ id: exerciseId, code: seed.code, nameEn: seed.name.en, nameFr: seed.name.fr, kind: seed.kind },
    ...{ summaryEn: seed.summary.en, summaryFr: seed.summary.fr, place: seed.place },
    timeZone: 'Europe/Brussels',
    ...{ startsAt, endsAt, closesAt: at(seed.closesInDays), substitutionUntil: at(seed.startsInDays - 3) },
    markingId: await internMarking(ctx, marking),
    ...{ createdBy: world.person(seed.director), createdAt: made, publishedAt: made },
  });
  const staff = [{ person: seed.director, role: 'exerciseDirector' as const }, ...(seed.staff ?? [])];
  await ctx.tx.insert(appointments).values(
    staff.map(({ person, role }) => ({
      ...{ id: id(role === 'exerciseDirector' ? 'director' : `${role} ${person}`), role },
      ...{ personId: world.person(person), scope: 'exercise' as const, scopeId: exerciseId, validFrom: made },
    })),
  );
  if (seed.beganMinutesAgo !== undefined)
    await ctx.tx.insert(clockRows).values({
      ...{ id: id('clock'), exerciseId, place: 1, kind: 'start', at: startsAt },
      by: world.person(seed.director),
    });
  await seedPlan(ctx, world, seed, { exerciseId, id });
  for (const [position, role] of seed.roles.entries())
    await seedRole(ctx, world, role, {
      exerciseId,
      roleId: id(`role ${position}`),
      position,
      validOn: endsAt,
    });
  await placePeople(ctx, world, seed, { exerciseId, id });
}

/** When an exercise is: from an afternoon on, or from so many minutes ago where it is under way. */
function windowOf(world: World, seed: ExerciseSeed) {
  const { startsInDays, days, beganMinutesAgo } = seed;
  const startsAt =
    beganMinutesAgo === undefined
      ? world.afternoonInDays(startsInDays)
      : new Date(Math.floor(+world.now / 60_000 - beganMinutesAgo) * 60_000);
  return { startsAt, endsAt: new Date(+startsAt + days * 86_400_000) };
}

async function placePeople(ctx: Context, world: World, seed: ExerciseSeed, { exerciseId, id }: Of) {
  for (const [position, { name }] of seed.teams.entries()) {
    const people = Object.entries(seed.placed ?? {}).filter(([, team]) => team === name);
    if (people.length === 0) continue;
    await ctx.tx
      .update(exerciseSeats)
      .set({ teamId: id(`team ${position}`) })
      .where(
        and(
          eq(exerciseSeats.exerciseId, exerciseId),
          inArray(
            exerciseSeats.personId,
            people.map(([person]) => world.person(person)),
          ),
        ),
      );
  }
}

type Of = { exerciseId: string; id: (what: string) => string };

async function seedPlan(
  ctx: Context,
  world: World,
  seed: ExerciseSeed,
  { exerciseId, id }: Of,
): Promise<void> {
  const at = (days: number) => world.afternoonInDays(days);
  await ctx.tx.insert(exerciseTeams).values(
    seed.teams.map(({ name, parties }, position) => ({
      ...{ id: id(`team ${position}`), exerciseId, position, name, colour: 'blue' as const },
      partyIds: parties.map(world.party),
    })),
  );
  await ctx.tx.insert(exerciseObjectives).values(
    seed.objectives.map(({ en, fr }, position) => ({
      ...{ id: id(`objective ${position}`), exerciseId, position, titleEn: en, titleFr: fr },
    })),
  );
  await ctx.tx.insert(exerciseEvents).values(
    seed.events.map(({ kind, title, inDays, place }, index) => ({
      ...{ id: id(`event ${index}`), exerciseId, kind, title, place, audience: 'all' as const },
      ...{ startsAt: at(inDays), endsAt: new Date(+at(inDays) + 3 * 3_600_000), timeZone: 'Europe/Brussels' },
    })),
  );
  await ctx.tx.insert(exerciseParties).values(
    seed.invited.map(({ party, standing, agreed }) => ({
      ...{ exerciseId, partyId: world.party(party), standing, invitedAt: world.morningDaysAgo(20) },
      ...(agreed ? { agreedBy: world.person(seed.director), agreedAt: world.morningDaysAgo(10) } : {}),
    })),
  );
}

type RoleOf = { exerciseId: string; roleId: string; position: number; validOn: Date };

async function seedRole(ctx: Context, world: World, role: RoleSeed, of: RoleOf): Promise<void> {
  const { exerciseId, roleId, position, validOn } = of;
  await ctx.tx.insert(exerciseRoles).values({
    ...{ id: roleId, exerciseId, position, colour: role.colour, nameEn: role.name.en, nameFr: role.name.fr },
    ...{ minimum: role.minimum, sharedSeats: role.shared },
  });
  const seats = Object.entries(role.seats).map(([code, count]) => ({
    partyId: world.party(code),
    seats: count,
  }));
  await ctx.tx
    .insert(exerciseRoleParties)
    .values(seats.map((line) => ({ roleId, minimum: Math.min(1, line.seats), ...line })));
  if (role.course !== null) {
    const [course] = await ctx.tx
      .select({ id: courses.id })
      .from(courses)
      .where(eq(courses.slug, role.course));
    const requirementId = seedId(`requirement of ${roleId}`, validOn);
    await ctx.tx.insert(requirements).values({
      ...{
        id: requirementId,
        titles: role.name,
        subject: 'seat',
        subjectId: roleId,
        validOn,
        createdAt: ctx.now,
      },
    });
    await ctx.tx.insert(requirementNeeds).values({
      ...{ id: seedId(`need of ${roleId}`, validOn), requirementId, position: 0 },
      ...{ kind: 'credential', courseId: course?.id },
    });
  }
  const ledger = await takeRoleLedger(ctx, roleId);
  await appendTo(ctx, ledger, [
    ...seats.map((line) => ({
      kind: 'quota' as const,
      ...line,
      reason: 'As agreed at the initial planning conference',
    })),
    ...(role.shared > 0 ? [{ kind: 'shared' as const, seats: role.shared }] : []),
  ]);
  const people = new Map(
    (await seatPeople(ctx, [...role.confirmed, ...role.named].map(world.person))).map((one) => [one.id, one]),
  );
  for (const key of [...role.confirmed, ...role.named]) {
    const person = people.get(world.person(key));
    if (!person) continue;
    const seat = { personId: person.id, partyId: partyOfSeat(person, ledger.entries) };
    await appendTo(ctx, ledger, [
      { kind: 'request', ...seat },
      { kind: 'coordinatorAgreed', ...seat },
      ...(role.confirmed.includes(key) ? [{ kind: 'directorAgreed' as const, ...seat }] : []),
    ]);
  }
  await settleRole(ctx, ledger, new Set());
}
