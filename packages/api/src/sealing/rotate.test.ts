import { newId } from '@concord/db/ids';
import { accountSecrets } from '@concord/db/schema/people';
import { containerKeys, recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFactor, sealTotp } from '../auth/factor-secret.ts';
import { assertKeysKept, checkKeys } from '../cli/doctor/keys.ts';
import { rotate } from '../cli/keys-rotate.ts';
import { asWorker } from '../context.ts';
import { mailJob } from '../email/job.ts';
import { sendMail } from '../email/mails.ts';
import type { Services } from '../services.ts';
import { testServices } from '../testing/caller.ts';
import { heldOtherwise } from './held.ts';
import { encrypt, Keyring, UnknownKey } from './keyring.ts';
import { rotateKeys } from './rotate.ts';
import { opener, sealFor } from './sealing.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const OLD = key(2);
const MID = key(3);
const NEW = key(4);

let test: TestDatabase;
let open: Services[] = [];
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.worker.sql`delete from container_key`;
  await test.worker.sql`update account_secret set totp_sealed = null`;
  await test.worker.sql`delete from pgboss.job`;
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

/** A process with these keys; it lives until the test is over. */
function process(present: string, previous = ''): Services {
  const services = testServices(test, { CONCORD_KEY: present, CONCORD_KEY_PREVIOUS: previous });
  open.push(services);
  return services;
}

const write = (services: Services, container: string, text = 'kept') =>
  asWorker(services, (ctx) => sealFor(ctx, container, text, 'x'));
const read = (services: Services, container: string, sealed: Buffer) =>
  asWorker(services, async (ctx) => (await opener(ctx, container))(sealed, 'x'));

async function written(services: Services, count: number) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const container = newId();
      return { container, sealed: await write(services, container) };
    }),
  );
}

async function factorOf(services: Services): Promise<string> {
  const person = await createPerson(test, { party: await createParty(test) });
  await test.worker.db
    .insert(accountSecrets)
    .values({ personId: person.id, totpSealed: sealTotp(services.keys, person.id, 'SECRET') });
  return person.id;
}

const sealedFactor = async (personId: string) => {
  const [row] = await test.worker.db
    .select()
    .from(accountSecrets)
    .where(eq(accountSecrets.personId, personId));
  return row?.totpSealed ?? null;
};

function refused(error: unknown): never[] {
  if (!(error instanceof UnknownKey)) throw error;
  return [];
}

const mail = {
  kind: 'mention',
  email: 'a@example.org',
  locale: 'en',
  timeZone: 'UTC',
  path: '/today',
} as const;

describe('a rotation', () => {
  it('brings containers, second factors and waiting mail under the present key, and nothing needs the old one after', async () => {
    const before = process(OLD);
    const things = await written(before, 5);
    const person = await factorOf(before);
    const mailId = newId();
    await asWorker(before, (ctx) => sendMail(ctx, mail, mailId));
    const rotating = process(NEW, OLD);
    for (const { container, sealed } of things) expect(await read(rotating, container, sealed)).toBe('kept');
    expect(await rotateKeys(rotating, { batch: 2 })).toEqual({
      containers: 5,
      factors: 1,
      mails: 1,
      damaged: [],
    });
    const after = process(NEW);
    for (const { container, sealed } of things) expect(await read(after, container, sealed)).toBe('kept');
    expect(openFactor(after.keys, person, await sealedFactor(person))).toEqual({ secret: 'SECRET' });
    const [job] = await test.worker.sql`select data::text as data from pgboss.job where name = 'mail'`;
    await mailJob.work(after, JSON.parse(String(job?.data)));
    expect(await heldOtherwise(test.worker.sql, after.keys)).toEqual([]);
    const old = process(OLD);
    await expect(read(old, things[0]?.container ?? '', things[0]?.sealed ?? Buffer.of())).rejects.toThrow(
      /neither CONCORD_KEY nor in CONCORD_KEY_PREVIOUS/,
    );
  });

  it('goes on where it was interrupted, and a second time finds nothing', async () => {
    const things = await written(process(OLD), 7);
    const rotating = process(NEW, OLD);
    const stop = new AbortController();
    const partly = rotateKeys(rotating, {
      batch: 3,
      signal: stop.signal,
      onBatch: () => stop.abort(new Error('the operator stopped it')),
    });
    await expect(partly).rejects.toThrow('the operator stopped it');
    expect(await heldOtherwise(test.worker.sql, rotating.keys)).toMatchObject([
      { kind: 'containers', rows: 4 },
    ]);
    for (const { container, sealed } of things) expect(await read(rotating, container, sealed)).toBe('kept');
    expect(await rotateKeys(rotating)).toMatchObject({ containers: 4 });
    expect(await rotateKeys(rotating)).toEqual({ containers: 0, factors: 0, mails: 0, damaged: [] });
    const after = process(NEW);
    for (const { container, sealed } of things) expect(await read(after, container, sealed)).toBe('kept');
  });

  it('runs twice at once, and amid writes, without losing anything', async () => {
    const before = process(OLD);
    const things = await written(before, 30);
    const person = await factorOf(before);
    const [one, other] = [process(NEW, OLD), process(NEW, OLD)];
    const late: { container: string; sealed: Buffer }[] = [];
    const amid = async () => {
      // Where none is left under its key, a process that has not changed makes none any more.
      late.push(...(await written(before, 2).catch(refused)), ...(await written(one, 2)));
      await test.worker.db
        .update(accountSecrets)
        .set({ totpSealed: sealTotp(one.keys, person, 'CHANGED') })
        .where(eq(accountSecrets.personId, person));
    };
    const [first, second] = await Promise.all([
      rotateKeys(one, { batch: 4, onBatch: amid }),
      rotateKeys(other, { batch: 4 }),
    ]);
    await rotateKeys(one);
    expect(first.containers + second.containers).toBeGreaterThanOrEqual(30);
    const after = process(NEW);
    for (const { container, sealed } of [...things, ...late])
      expect(await read(after, container, sealed)).toBe('kept');
    expect(openFactor(after.keys, person, await sealedFactor(person))).toEqual({ secret: 'CHANGED' });
    expect(await heldOtherwise(test.worker.sql, after.keys)).toEqual([]);
  });

  it('takes two old keys at once', async () => {
    const oldest = await written(process(OLD), 2);
    const middle = await written(process(MID, OLD), 2);
    expect(await rotateKeys(process(NEW, `${MID}, ${OLD}`))).toMatchObject({ containers: 4 });
    const after = process(NEW);
    for (const { container, sealed } of [...oldest, ...middle])
      expect(await read(after, container, sealed)).toBe('kept');
  });

  it('opens what was sealed before keys were named, and names it', async () => {
    const before = process(OLD);
    const person = await factorOf(before);
    const unnamed = encrypt(
      Buffer.from(OLD, 'base64'),
      Buffer.from('{"secret":"FIRST"}'),
      `second factor of ${person}`,
    );
    await test.worker.db
      .update(accountSecrets)
      .set({ totpSealed: unnamed })
      .where(eq(accountSecrets.personId, person));
    expect(openFactor(before.keys, person, unnamed)).toEqual({ secret: 'FIRST' });
    expect(await rotateKeys(process(NEW, OLD))).toMatchObject({ factors: 1 });
    expect(openFactor(process(NEW).keys, person, await sealedFactor(person))).toEqual({ secret: 'FIRST' });
  });

  it('leaves what does not open as it was, and names it', async () => {
    const [thing, bad] = await written(process(OLD), 2);
    await test.worker.db
      .update(containerKeys)
      .set({ wrapped: Buffer.alloc(61, 1) })
      .where(eq(containerKeys.containerId, bad?.container ?? ''));
    const done = await rotateKeys(process(NEW, OLD), { batch: 1 });
    expect(done).toMatchObject({ containers: 1, damaged: [`containers ${bad?.container}`] });
    expect(await read(process(NEW), thing?.container ?? '', thing?.sealed ?? Buffer.of())).toBe('kept');
  });
});

describe('the operator', () => {
  it('is told when the previous key may be dropped, and the record says it was done', async () => {
    await written(process(OLD), 3);
    const { settings } = process(NEW, OLD);
    expect(await checkKeys(test.worker.sql, settings)).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/^3 containers under key [0-9a-f]{16}\.$/),
      remedy: expect.stringContaining('keys rotate'),
    });
    const lines: string[] = [];
    const outcome = await rotate(settings, (line) => lines.push(line));
    expect(outcome).toMatchObject({ containers: 3, droppable: true, left: [] });
    expect(lines.at(-1)).toBe(
      'Everything is under it: CONCORD_KEY_PREVIOUS may be dropped at the next restart.',
    );
    expect(await checkKeys(test.worker.sql, settings)).toMatchObject({
      ok: true,
      detail: expect.stringContaining('may be dropped'),
    });
    const [entry] = await test.worker.db
      .select()
      .from(recordEntries)
      .where(eq(recordEntries.action, 'keys.rotate'));
    expect(entry?.details).toMatchObject({ key: outcome.key, containers: 3, left: 0 });
  });

  it('who dropped a key too early may not start, and reads which one is missing', async () => {
    await written(process(OLD), 3);
    const { settings, keys } = process(NEW);
    const id = new Keyring(Buffer.from(OLD, 'base64')).kekId;
    await expect(assertKeysKept(settings)).rejects.toThrow(
      `No key that is set opens 3 containers under key ${id}. Put the key they need back into CONCORD_KEY_PREVIOUS`,
    );
    await expect(assertKeysKept(process(NEW, OLD).settings)).resolves.toBeUndefined();
    expect(keys.known).toHaveLength(1);
  });

  it('who gives a wrong previous key is told which one is meant, and may not drop any', async () => {
    await written(process(OLD), 2);
    const { settings } = process(NEW, MID);
    const lines: string[] = [];
    expect(await rotate(settings, (line) => lines.push(line))).toMatchObject({
      containers: 0,
      droppable: false,
    });
    const id = new Keyring(Buffer.from(OLD, 'base64')).kekId;
    expect(lines.at(-1)).toBe(`CONCORD_KEY_PREVIOUS must also hold key ${id}; then run this again.`);
    expect(await checkKeys(test.worker.sql, settings)).toMatchObject({ ok: false });
  });

  it('is refused while a process still seals with another key', async () => {
    const before = process(OLD);
    await written(before, 1);
    await before.app.sql`select 1`;
    const { settings } = process(NEW, OLD);
    await expect(rotate(settings)).rejects.toThrow(/still seal with another key.*Restart every process/);
    await before.close();
    open = open.filter((one) => one !== before);
    expect(await rotate(settings)).toMatchObject({ containers: 1, droppable: true });
  });
});
