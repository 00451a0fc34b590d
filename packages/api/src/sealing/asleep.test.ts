import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rotate } from '../cli/keys-rotate.ts';
import { asWorker } from '../context.ts';
import type { Services } from '../services.ts';
import { testServices } from '../testing/caller.ts';
import { heldOtherwise } from './held.ts';
import { UnknownKey } from './keyring.ts';
import { opener, sealFor } from './sealing.ts';

const [OLD, NEW] = [2, 4].map((fill) => Buffer.alloc(32, fill).toString('base64')) as [string, string];
const [mine, theirs] = [newId(), newId()];

let test: TestDatabase;
const open: Services[] = [];
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  await test.close();
});

/** A process with these keys; it lives until the test is over. */
function process(present: string, previous = ''): Services {
  const services = testServices(test, { CONCORD_KEY: present, CONCORD_KEY_PREVIOUS: previous });
  open.push(services);
  return services;
}

const write = (services: Services, container: string) =>
  asWorker(services, (ctx) => sealFor(ctx, container, 'kept', 'x'));
const read = (services: Services, container: string, sealed: Buffer) =>
  asWorker(services, async (ctx) => (await opener(ctx, container))(sealed, 'x'));

it('a process that slept through a rotation makes nothing under the old key until it is restarted', async () => {
  await test.worker.sql`delete from container_key`;
  const idle = process(OLD);
  const sealed = await write(idle, mine);
  // After a minute without use it holds no connection, and the rotation does not see it.
  await test.owner.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like 'concord-%' and pid <> pg_backend_pid()`;
  const present = process(NEW, OLD);
  const later = await write(present, theirs);
  expect(await rotate(present.settings)).toMatchObject({ containers: 1, droppable: true });

  await expect(write(idle, newId())).rejects.toThrow(UnknownKey);
  await expect(read(idle, theirs, later)).rejects.toThrow(UnknownKey);
  expect(await read(idle, mine, sealed)).toBe('kept');
  const restarted = process(NEW);
  expect(await read(restarted, mine, sealed)).toBe('kept');
  await write(restarted, newId());
  expect(await heldOtherwise(test.worker.sql, restarted.keys)).toEqual([]);
});
