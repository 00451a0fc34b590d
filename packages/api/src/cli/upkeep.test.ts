import { rm } from 'node:fs/promises';
import { recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { retryFailedJobs } from '../jobs/failed.ts';
import { loadRecordKeys } from '../record/keys.ts';
import { servicesOf } from '../testing/caller.ts';
import { demoAccounts } from './accounts.ts';
import { checkDatabase } from './doctor/database.ts';
import { rotate } from './record-rotate-key.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => {
  await rm(servicesOf(test).settings.dataDir, { recursive: true, force: true });
  await test.close();
});

it('replaces the key of the record and writes that down', async () => {
  const { settings } = servicesOf(test);
  const before = await loadRecordKeys(settings.dataDir);
  const changed = await rotate(settings);
  expect(changed).toEqual({ from: before.id, to: (await loadRecordKeys(settings.dataDir)).id });
  expect(changed.to).not.toBe(before.id);
  const entries = await test.worker.db
    .select()
    .from(recordEntries)
    .where(eq(recordEntries.action, 'record.rotateKey'));
  expect(entries).toMatchObject([{ actorId: null, details: changed }]);
});

it('shows jobs that were given up, and how to mend them', async () => {
  const { settings } = servicesOf(test);
  const jobs = async () => (await checkDatabase(settings)).find(({ check }) => check === 'jobs');
  expect(await jobs()).toMatchObject({ ok: true });
  await test.owner.sql`
    insert into pgboss.job (name, data, state, output, completed_on)
    values ('mail', '{}', 'failed', '{"message": "550 no such mailbox"}', now())`;
  const finding = await jobs();
  expect(finding).toMatchObject({ ok: false, remedy: expect.stringContaining('jobs retry') });
  expect(finding?.detail).toMatch(/^1 given up.*mail at .*550 no such mailbox/);
  expect(await retryFailedJobs(test.worker.sql)).toBe(1);
  expect(await jobs()).toMatchObject({ ok: true });
});

it('lists ten recovery codes for everybody in the demo, each in the form the portal makes', () => {
  const accounts = demoAccounts();
  const codes = accounts.flatMap(({ recoveryCodes }) => recoveryCodes);
  expect(codes).toHaveLength(accounts.length * 10);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});
