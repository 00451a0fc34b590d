import { bodies, bodyMembers } from '@concord/db/schema/consultation';
import { exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { parties } from '@concord/db/schema/parties';
import { appointments, people } from '@concord/db/schema/people';
import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { twinRoles } from '../features/twins/rules.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const CODE = 'ST26';

/** A copy of the consultation in the demo exercise that is under way, empty, with its people in it. */
export async function seedTwins(ctx: Context, world: World): Promise<void> {
  const [exercise] = await ctx.tx.select().from(exercises).where(eq(exercises.code, CODE));
  if (!exercise) throw new Error(`The demo data names exercise ${CODE}, which it does not hold.`);
  const id = (what: string) => seedId(`copy of ${CODE} ${what}`, exercise.startsAt);
  const bodyId = id('body');
  const seated = await ctx.tx
    .select({
      personId: exerciseSeats.personId,
      nationId: sql<string | null>`(select n.id from party n where n.kind = 'nation'
        and n.id = coalesce(${parties.nationId}, ${parties.id}))`,
    })
    .from(exerciseSeats)
    .innerJoin(people, eq(people.id, exerciseSeats.personId))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(eq(exerciseSeats.exerciseId, exercise.id))
    .orderBy(asc(exerciseSeats.givenAt), asc(people.id));
  const players = [
    ...seated.map((one) => ({ ...one, staff: [], seated: true })),
    {
      personId: world.person('hqa-secretary-epg'),
      staff: ['exerciseDirector' as const],
      seated: false,
      nationId: null,
    },
    {
      personId: world.person('hqa-staff-4'),
      staff: ['exerciseControl' as const],
      seated: false,
      nationId: null,
    },
  ];
  await ctx.tx.insert(bodies).values({
    ...{ id: bodyId, code: `EXERCISE-${CODE}`, exerciseId: exercise.id, timeZone: exercise.timeZone },
    ...{ nameEn: `EXERCISE ${exercise.nameEn}`, nameFr: `EXERCICE ${exercise.nameFr}` },
    ...{ minimumSilenceHours: 0, urgentSilenceHours: 0, crisisSilenceHours: 0 },
    workingHours: { from: '00:00', to: '23:59', days: [1, 2, 3, 4, 5, 6, 7] },
  });
  const roles = twinRoles(players);
  await ctx.tx.insert(appointments).values(
    roles.map(({ personId, role }) => ({
      ...{ id: id(`seat ${personId}`), personId, role, scope: 'body' as const, scopeId: bodyId },
      validFrom: exercise.startsAt,
    })),
  );
  const nations = new Set(
    seated.flatMap(({ personId, nationId }) =>
      nationId && roles.some((one) => one.personId === personId) ? [nationId] : [],
    ),
  );
  await ctx.tx
    .insert(bodyMembers)
    .values([...nations].map((partyId) => ({ bodyId, partyId, validFrom: exercise.startsAt })));
}
