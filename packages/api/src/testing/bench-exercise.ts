import { newId } from '@concord/db/ids';
import {
  exerciseRoles,
  exerciseSeatEntries,
  exerciseSeats,
  exercises,
  exerciseTeams,
} from '@concord/db/schema/exercises';
import { people } from '@concord/db/schema/people';
import { clockRows } from '@concord/db/schema/running';
import { inArray } from 'drizzle-orm';
import { asWorker, type Context } from '../context.ts';
import type { Settings } from '../env.ts';
import { emptyContent, emptyFacts } from '../features/injects/rules.ts';
import { insertInjects, type Written } from '../features/injects/sealed.ts';
import { internMarking } from '../marking/intern.ts';
import { withServices } from '../services.ts';

/** What the bench replays: so many injects over so many minutes of exercise time, a minute each second. */
export type Replay = { teams: number; injects: number; minutes: number; begins: Date };
/** Who plays in which team, by its place; and at which second each team is given something, and how much. */
export type Replayed = { exerciseId: string; teamOf: Map<string, number>; dues: Map<number, number>[] };

/** Makes an exercise whose clock is set ahead by a minute each second, with these people spread over its teams. */
export async function makeReplay(
  settings: Settings,
  personIds: readonly string[],
  replay: Replay,
): Promise<Replayed> {
  return withServices(settings, (services) => asWorker(services, (ctx) => write(ctx, personIds, replay)));
}

async function write(ctx: Context, personIds: readonly string[], replay: Replay): Promise<Replayed> {
  const exerciseId = newId();
  const teamIds = Array.from({ length: replay.teams }, () => newId());
  const roleId = newId();
  const known = await ctx.tx
    .select({ id: people.id, partyId: people.partyId })
    .from(people)
    .where(inArray(people.id, [...personIds]));
  const partyId = known[0]?.partyId ?? '';
  const marking = {
    level: 0,
    releasableTo: [...new Set(known.map((one) => one.partyId))],
    onlyFor: [],
    caveats: [],
  };
  const { begins, minutes } = replay;
  const until = new Date(+begins + 86_400_000);
  await ctx.tx.insert(exercises).values({
    ...{
      id: exerciseId,
      code: `B${newId().slice(-8)}`,
      nameEn: 'Replay',
      nameFr: 'Reprise',
      kind: 'cooperative',
    },
    ...{ startsAt: begins, endsAt: until, closesAt: begins, substitutionUntil: begins, timeZone: 'UTC' },
    markingId: await internMarking(ctx, { ...marking, originator: partyId }),
    ...{ createdAt: begins, publishedAt: ctx.now },
  });
  await ctx.tx.insert(exerciseRoles).values({
    ...{ id: roleId, exerciseId, position: 0, colour: 'blue', nameEn: 'Player', nameFr: 'Joueur' },
  });
  await ctx.tx.insert(exerciseTeams).values(
    teamIds.map((id, position) => ({
      id,
      exerciseId,
      position,
      name: `Team ${position}`,
      colour: 'blue' as const,
    })),
  );
  await seat(ctx, { exerciseId, roleId, teamIds }, known);
  await ctx.tx.insert(clockRows).values([
    { id: newId(), exerciseId, place: 1, kind: 'start' as const, at: begins },
    ...Array.from({ length: minutes }, (_, index) => ({
      ...{ id: newId(), exerciseId, place: index + 2, kind: 'jump' as const, minute: index + 1 },
      at: new Date(+begins + (index + 1) * 1_000),
    })),
  ]);
  const dues = teamIds.map(() => new Map<number, number>());
  const injects = Array.from({ length: replay.injects }, (_, index): Written => {
    const minute = Math.floor((index * minutes) / replay.injects);
    const to = teamIds.filter((_, team) => (index + team) % 3 !== 0);
    for (const id of to) {
      const own = dues[teamIds.indexOf(id)];
      own?.set(minute, (own.get(minute) ?? 0) + 1);
    }
    return {
      ...{ ...emptyFacts, ...emptyContent, id: newId(), number: index + 1, revision: 1, minute },
      ...{
        title: `Inject ${index + 1}`,
        text: 'Something happens. '.repeat(20),
        status: 'approved',
        teamIds: to,
      },
    };
  });
  await insertInjects(ctx, injects, { exerciseId, by: null, at: ctx.now });
  const teamOf = new Map(known.map(({ id }, index) => [id, index % teamIds.length]));
  return { exerciseId, teamOf, dues };
}

type Of = { exerciseId: string; roleId: string; teamIds: readonly string[] };

async function seat(
  ctx: Context,
  { exerciseId, roleId, teamIds }: Of,
  known: readonly { id: string; partyId: string }[],
): Promise<void> {
  const at = ctx.now;
  await ctx.tx.insert(exerciseSeatEntries).values(
    known.map(({ id, partyId }, index) => ({
      ...{
        id: newId(),
        exerciseId,
        roleId,
        place: index + 1,
        kind: 'request' as const,
        personId: id,
        partyId,
        at,
      },
    })),
  );
  await ctx.tx.insert(exerciseSeats).values(
    known.map(({ id, partyId }, index) => ({
      ...{ roleId, personId: id, exerciseId, partyId, givenAt: at },
      teamId: teamIds[index % teamIds.length],
    })),
  );
}
