import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asWorker } from '../context.ts';
import { testServices } from '../testing/caller.ts';
import { opener, sealFor } from './sealing.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it('opens what it sealed, in another process too, and nothing else', async () => {
  const [one, other] = [testServices(test), testServices(test)];
  const container = newId();
  const text = 'Łącka’s note — 🔒';
  const sealed = await asWorker(one, (ctx) => sealFor(ctx, container, text, 'note:1'));
  expect(sealed.includes(Buffer.from('note'))).toBe(false);
  await asWorker(other, async (ctx) => {
    const open = await opener(ctx, container);
    expect(open(sealed, 'note:1')).toBe(text);
    expect(() => open(sealed, 'note:2')).toThrow();
    const changed = Buffer.from(sealed);
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(() => open(changed, 'note:1')).toThrow();
  });
  await Promise.all([one.close(), other.close()]);
});

it('forgets the key of a container whose transaction failed', async () => {
  const services = testServices(test);
  const container = newId();
  await expect(
    asWorker(services, async (ctx) => {
      await sealFor(ctx, container, 'lost', 'x');
      throw new Error('on purpose');
    }),
  ).rejects.toThrow('on purpose');
  const sealed = await asWorker(services, (ctx) => sealFor(ctx, container, 'kept', 'x'));
  expect(await asWorker(services, async (ctx) => (await opener(ctx, container))(sealed, 'x'))).toBe('kept');
  await services.close();
});

it('does not open under another key-encryption key', async () => {
  const services = testServices(test);
  const thief = testServices(test, { CONCORD_KEY: Buffer.alloc(32, 9).toString('base64') });
  const container = newId();
  await asWorker(services, (ctx) => sealFor(ctx, container, 'text', 'x'));
  await expect(asWorker(thief, (ctx) => opener(ctx, container))).rejects.toThrow();
  await Promise.all([services.close(), thief.close()]);
});
