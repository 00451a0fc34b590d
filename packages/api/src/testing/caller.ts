import { randomBytes } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { sessions } from '@concord/db/schema/people';
import type { TestDatabase } from '@concord/db/testing/database';
import { hashToken, type RequestInfo } from '../context.ts';
import { readSettings, type Settings } from '../env.ts';
import { createCaller } from '../root.ts';
import { createServices, type Services } from '../services.ts';

/** How a test signs a person in. */
export type SignIn = { strength?: 1 | 2; verifiedAt?: Date };

/** The services of a test: real ones, over the test's own database. */
export function testServices(test: TestDatabase, env: Record<string, string> = {}): Services {
  const settings = readSettings({
    DATABASE_URL: test.urls.owner,
    DATABASE_APP_URL: test.urls.app,
    DATABASE_WORKER_URL: test.urls.worker,
    DATABASE_SEALER_URL: test.urls.sealer,
    CONCORD_SECRET: Buffer.alloc(32, 1).toString('base64'),
    CONCORD_KEY: Buffer.alloc(32, 2).toString('base64'),
    CONCORD_DATA: `/tmp/${test.name}`,
    LOG_LEVEL: 'error',
    ...env,
  });
  if (Array.isArray(settings)) throw new Error(settings.map((problem) => problem.message).join('\n'));
  return createServices(settings as Settings);
}

/** Signs a person in and gives the request their browser would send. */
export async function requestAs(
  test: TestDatabase,
  person: { id: string },
  signIn: SignIn = {},
): Promise<RequestInfo> {
  const token = randomBytes(32).toString('base64url');
  await test.worker.db.insert(sessions).values({
    id: newId(),
    personId: person.id,
    tokenHash: hashToken(token),
    strength: signIn.strength ?? 2,
    idleSeconds: 86_400,
    expiresAt: new Date(Date.now() + 86_400_000),
    verifiedAt: signIn.verifiedAt ?? new Date(),
  });
  return { ...nobody, sessionToken: token };
}

/** The procedures as a person, or signed out for null. */
export async function callerAs(test: TestDatabase, person: { id: string } | null, signIn?: SignIn) {
  const request = person ? await requestAs(test, person, signIn) : nobody;
  return createCaller({ services: servicesOf(test), request });
}

/** One set of services for each test database. */
export function servicesOf(test: TestDatabase): Services {
  const known = open.get(test);
  if (known) return known;
  const services = testServices(test);
  const close = test.close;
  test.close = async () => {
    await services.close();
    await close();
  };
  open.set(test, services);
  return services;
}

const open = new WeakMap<TestDatabase, Services>();
const nobody: RequestInfo = {
  sessionToken: null,
  requestId: 'test',
  address: '127.0.0.1',
  userAgent: null,
  chosenLocale: null,
  browserLocale: 'en',
};
