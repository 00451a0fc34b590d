import { newId } from '@concord/db/ids';
import { mailLinks, sessions } from '@concord/db/schema/people';
import { passkeyChallenges } from '@concord/db/schema/sign-in';
import { commands } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servicesOf } from '../testing/caller.ts';
import { cleanUp } from './clean-up.ts';

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);

let test: TestDatabase;
let personId: string;
beforeAll(async () => {
  test = await testDatabase();
  ({ id: personId } = await createPerson(test, { party: await createParty(test) }));
});
afterAll(() => test.close());

type Session = Partial<typeof sessions.$inferInsert>;

const session = (name: string, values: Session) => ({
  id: newId(),
  personId,
  tokenHash: name,
  idleSeconds: 3_600,
  createdAt: daysAgo(90),
  seenAt: new Date(),
  expiresAt: new Date(Date.now() + DAY),
  ...values,
});

it('forgets sessions a month after they ended, however they did, and keeps the rest', async () => {
  await test.worker.db
    .insert(sessions)
    .values([
      session('expired', { expiresAt: daysAgo(31) }),
      session('revoked', { revokedAt: daysAgo(31) }),
      session('silent', { seenAt: daysAgo(31) }),
      session('live', {}),
      session('just ended', { revokedAt: daysAgo(29) }),
    ]);
  await cleanUp(servicesOf(test));
  const left = await test.worker.db.select({ name: sessions.tokenHash }).from(sessions);
  expect(left.map(({ name }) => name).sort()).toEqual(['just ended', 'live']);
});

it('forgets links, questions for passkeys and commands when their time is long over', async () => {
  const link = (name: string, expiresAt: Date, usedAt: Date | null = null) => ({
    id: newId(),
    personId,
    purpose: 'invitation' as const,
    tokenHash: name,
    expiresAt,
    usedAt,
  });
  await test.worker.db
    .insert(mailLinks)
    .values([
      link('old', daysAgo(31)),
      link('old and used', daysAgo(31), daysAgo(35)),
      link('waiting', new Date(Date.now() + DAY)),
    ]);
  const question = (challenge: string, expiresAt: Date) => ({
    id: newId(),
    purpose: 'enter' as const,
    challenge,
    expiresAt,
  });
  await test.worker.db
    .insert(passkeyChallenges)
    .values([question('old', daysAgo(2)), question('new', new Date(Date.now() + DAY))]);
  const command = (createdAt: Date) => ({
    personId,
    commandId: newId(),
    procedure: 'test',
    inputHash: '',
    result: {},
    createdAt,
  });
  await test.worker.db.insert(commands).values([command(daysAgo(8)), command(daysAgo(6))]);
  await cleanUp(servicesOf(test));
  const links = await test.worker.db.select({ name: mailLinks.tokenHash }).from(mailLinks);
  expect(links).toEqual([{ name: 'waiting' }]);
  const questions = await test.worker.db
    .select({ name: passkeyChallenges.challenge })
    .from(passkeyChallenges);
  expect(questions).toEqual([{ name: 'new' }]);
  expect(await test.worker.db.select().from(commands)).toHaveLength(1);
  expect(await cleanUp(servicesOf(test))).toBe(0);
});
