import type { IncomingMessage, ServerResponse } from 'node:http';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servicesOf, testServices } from '../testing/caller.ts';
import { healthEndpoint } from './health.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

async function ask(path: string, services = servicesOf(test)) {
  const answer = { status: 0, body: '' };
  const res = {
    writeHead: (status: number) => {
      answer.status = status;
    },
    end: (body: string) => {
      answer.body = body;
    },
  };
  const req = { url: path, headers: {} };
  await healthEndpoint(services, req as IncomingMessage, res as unknown as ServerResponse);
  return answer;
}

it('is live, and ready when all parts are there', async () => {
  expect(await ask('/api/health/live')).toEqual({ status: 200, body: '{"status":"live"}' });
  expect(await ask('/api/health/ready')).toEqual({ status: 200, body: '{"status":"ready"}' });
});

it('names the part that is missing and tells nothing else', async () => {
  await test.owner
    .sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
  expect(await ask('/api/health/ready')).toEqual({
    status: 503,
    body: '{"status":"unready","part":"migrations"}',
  });
  const gone = testServices(test, {
    DATABASE_APP_URL: 'postgres://concord_app:secret@127.0.0.1:1/concord',
    LOG_LEVEL: 'error',
  });
  const { status, body } = await ask('/api/health/ready', gone);
  await gone.close();
  expect([status, body]).toEqual([503, '{"status":"unready","part":"database"}']);
});
