import { cp, rm } from 'node:fs/promises';
import { people as peopleSeeds } from '@concord/db/seed/data/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createCaller } from '../../root.ts';
import { seedDemo } from '../../seed/demo.ts';
import { undoing } from '../access-scene.ts';
import { requestAs, servicesOf } from '../caller.ts';

/** One of two copies of the demo alliance, which are the same to the last id and instant when they are made. */
export interface World {
  test: TestDatabase;
  /** The procedures as somebody of the demo. */
  as: (key: string) => Promise<Api>;
  /** The same, every call undone once its answer is known. */
  asking: (key: string) => Promise<Api>;
  person: (key: string) => { id: string; email: string };
  /** A request of somebody's browser. */
  request: (key: string) => ReturnType<typeof requestAs>;
  /** What it is signed in with. */
  token: (key: string) => Promise<string>;
}

export type Api = ReturnType<typeof createCaller>;

/** Seeds the demo once and copies it twice, with these people signed in; what is newer than `since` was made in a copy. */
export async function twoWorlds(keys: readonly string[]) {
  const seeded = await testDatabase();
  const services = servicesOf(seeded);
  await seedDemo(services);
  await services.close();
  await Promise.all([seeded.owner, seeded.app, seeded.worker, seeded.sealer].map((pool) => pool.close()));
  const since = Date.now();
  const without = await worldOf(seeded.name);
  const within = await worldOf(seeded.name);
  for (const world of [without, within]) await Promise.all(keys.map(world.token));
  const close = async () => {
    const all = [seeded, without.test, within.test];
    await Promise.all(all.map((test) => test.close()));
    await Promise.all(all.map(({ name }) => rm(`/tmp/${name}`, { recursive: true, force: true })));
  };
  return { without, within, since, close };
}

async function worldOf(template: string): Promise<World> {
  const test = await testDatabase(template);
  await cp(`/tmp/${template}`, `/tmp/${test.name}`, { recursive: true });
  const ids = new Map(
    (await test.worker.sql`select person_id::text as id, email from account`).map((row) => [
      String(row.email),
      String(row.id),
    ]),
  );
  const emails = new Map(peopleSeeds.map(({ key, email }) => [key, email]));
  const person = (key: string) => {
    const email = emails.get(key) ?? '';
    const id = ids.get(email);
    if (!id) throw new Error(`The demo knows no ${key}.`);
    return { id, email };
  };
  /** One sign-in each, so that nobody's list of sessions grows with the questions. */
  const requests = new Map<string, ReturnType<typeof requestAs>>();
  const request = (key: string) => {
    const known = requests.get(key) ?? requestAs(test, person(key));
    requests.set(key, known);
    return known;
  };
  const undone = undoing(test);
  return {
    test,
    person,
    request,
    as: async (key) => createCaller({ services: servicesOf(test), request: await request(key) }),
    asking: async (key) => createCaller({ services: undone, request: await request(key) }),
    token: async (key) => String((await request(key)).sessionToken),
  };
}
