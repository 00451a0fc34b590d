import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import {
  type AppointmentFixture,
  createAppointment,
  createParty,
  createPerson,
} from '@concord/db/testing/fixtures';
import { callerAs } from './caller.ts';
import type { Api } from './consultation.ts';

/** The instant so many days from now, as the API takes it. */
export const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

type Create = Parameters<Api['exercises']['create']>[0];
type Role = Parameters<Api['exercises']['saveRole']>[0];

/** What the form of a new exercise would send. */
export const exerciseFields = (partyIds: readonly string[], more: Partial<Create> = {}): Create => ({
  ...{ commandId: newId(), code: `EX-${newId().slice(-8)}`, nameEn: 'Quiet Harbour', nameFr: 'Port calme' },
  ...{ kind: 'cooperative', summaryEn: '', summaryFr: '', place: 'Vardø', timeZone: 'Europe/Brussels' },
  ...{ startsAt: day(60), endsAt: day(64), opensAt: null, closesAt: day(40), substitutionUntil: day(55) },
  reofferDays: null,
  marking: { level: 0, releasableTo: [...partyIds], onlyFor: [], caveats: [] },
  ...more,
});

/** What the form of a role would send: seats for one party. */
export const roleFields = (
  exerciseId: string,
  parties: { partyId: string; seats: number; minimum?: number }[],
  more: Partial<Role> = {},
): Role => ({
  ...{
    commandId: newId(),
    exerciseId,
    roleId: null,
    colour: 'blue',
    nameEn: 'Blue team',
    nameFr: 'Équipe bleue',
  },
  ...{
    minimum: 0,
    sharedSeats: 0,
    workRoleId: null,
    language: null,
    courseIds: [],
    level: null,
    reason: 'As planned',
  },
  parties: parties.map(({ minimum = 0, ...line }) => ({ minimum, ...line })),
  ...more,
});

/** An announced exercise of two nations with two blue seats for one of them, and everybody around it. */
export async function exerciseScene(given?: TestDatabase) {
  const test = given ?? (await testDatabase());
  const [nordmark, calder, outside] = [
    await createParty(test),
    await createParty(test),
    await createParty(test),
  ];
  const person = (party: { id: string }, ...appointments: AppointmentFixture[]) =>
    createPerson(test, { party, level: 1, appointments });
  const coordinates = (party: { id: string }) =>
    person(party, { role: 'trainingCoordinator', scope: 'party', scopeId: party.id });
  const people = {
    manager: await person(calder, { role: 'trainingManager', scope: 'alliance' }),
    director: await person(calder),
    coordinator: await coordinates(nordmark),
    other: await coordinates(calder),
    outsider: await coordinates(outside),
    players: [await person(nordmark), await person(nordmark), await person(nordmark)] as const,
  };
  const api = {
    manager: await callerAs(test, people.manager),
    director: await callerAs(test, people.director),
    coordinator: await callerAs(test, people.coordinator),
    other: await callerAs(test, people.other),
    outsider: await callerAs(test, people.outsider),
    player: await callerAs(test, people.players[0]),
    nobody: await callerAs(test, null),
  };
  const both = [nordmark.id, calder.id];
  const { exerciseId, code } = await api.manager.exercises.create(exerciseFields(both));
  await createAppointment(test, people.director, {
    ...{ role: 'exerciseDirector', scope: 'exercise', scopeId: exerciseId },
  });
  const { roleId } = await api.manager.exercises.saveRole(
    roleFields(exerciseId, [{ partyId: nordmark.id, seats: 2 }]),
  );
  await api.director.exercises.publish({ commandId: newId(), exerciseId });
  return {
    test,
    parties: { nordmark, calder, outside },
    people,
    api,
    both,
    exerciseId,
    code,
    roleId,
    person,
  };
}

export type ExerciseScene = Awaited<ReturnType<typeof exerciseScene>>;
