import { newId } from '@concord/db/ids';
import { parties } from '@concord/db/schema/parties';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { record } from './record/record.ts';
import { commandId, singleLine } from './schemas.ts';
import { requestAs, servicesOf } from './testing/caller.ts';
import {
  administrator,
  createCallerFactory,
  recentCommand,
  router,
  signedIn,
  signedInCommand,
} from './trpc.ts';

const input = z.strictObject({ commandId, note: singleLine({ min: 1, max: 20 }) });
const sample = router({
  who: signedIn.query(({ ctx }) => ctx.actor.personId),
  manage: administrator.query(() => 'managed'),
  write: signedInCommand.input(input).mutation(async ({ ctx, input: { note } }) => {
    await record(ctx, { action: 'sample', subject: 'test', details: { note } });
    if (note === 'fail') throw new Error('on purpose');
    return { note };
  }),
  guarded: signedInCommand
    .meta({ reread: async () => false })
    .input(input)
    .mutation(() => ({ done: true })),
  language: signedIn.query(({ ctx }) => ctx.locale),
  sensitive: recentCommand.input(input).mutation(() => ({ done: true })),
});
const create = createCallerFactory(sample);

let test: TestDatabase;
let person: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  person = await createPerson(test, { party: await createParty(test) });
});
afterAll(() => test.close());

const as = async (who: { id: string } | null, signIn?: { strength?: 1 | 2; verifiedAt?: Date }) =>
  create({
    services: servicesOf(test),
    request: who
      ? await requestAs(test, who, signIn)
      : {
          sessionToken: null,
          requestId: 't',
          address: '',
          userAgent: null,
          chosenLocale: null,
          browserLocale: 'en',
        },
  });
const written = async (note: string) =>
  (await test.worker.sql`select 1 from record_entry where details->>'note' = ${note}`).length;

describe('a procedure', () => {
  it('knows the person of the session, and nobody signed out', async () => {
    expect(await (await as(person)).who()).toBe(person.id);
    await expect((await as(null)).who()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('answers in the language chosen here, else in the person’s own, whatever the browser asks for', async () => {
    const french = await createPerson(test, { party: await createParty(test) });
    await test.worker.sql`update account set locale = 'fr' where person_id = ${french.id}`;
    const request = await requestAs(test, french);
    const spoken = (chosenLocale: 'en' | 'fr' | null) =>
      create({
        services: servicesOf(test),
        request: { ...request, chosenLocale, browserLocale: 'en' },
      }).language();
    expect(await spoken(null)).toBe('fr');
    expect(await spoken('en')).toBe('en');
  });

  it('ends with the session', async () => {
    const caller = await as(person);
    await test.worker.sql`update session set revoked_at = now() where person_id = ${person.id}`;
    await expect(caller.who()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('of administrators does not exist for others, nor without the second factor', async () => {
    const party = await createParty(test);
    const held = { appointments: [{ role: 'administrator' as const, scope: 'alliance' as const }] };
    const admin = await createPerson(test, { party, ...held });
    expect(await (await as(admin)).manage()).toBe('managed');
    await expect((await as(admin, { strength: 1 })).manage()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect((await as(person)).manage()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const past = new Date(Date.now() - 1000);
    const former = await createPerson(test, {
      party,
      appointments: [{ role: 'administrator', scope: 'alliance', until: past }],
    });
    await expect((await as(former)).manage()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves nothing behind when it fails', async () => {
    const caller = await as(person);
    await expect(caller.write({ commandId: newId(), note: 'fail' })).rejects.toThrow();
    expect(await written('fail')).toBe(0);
  });
});

describe('a command', () => {
  it('sent twice has one effect and one answer', async () => {
    const caller = await as(person);
    const id = newId();
    expect(await caller.write({ commandId: id, note: 'twice' })).toEqual({ note: 'twice' });
    expect(await caller.write({ commandId: id, note: 'twice' })).toEqual({ note: 'twice' });
    expect(await written('twice')).toBe(1);
  });

  it('sent ten times at once has one effect', async () => {
    const caller = await as(person);
    const id = newId();
    await Promise.all(Array.from({ length: 10 }, () => caller.write({ commandId: id, note: 'at once' })));
    expect(await written('at once')).toBe(1);
  });

  it('is refused when its id comes back with another input', async () => {
    const caller = await as(person);
    const id = newId();
    await caller.write({ commandId: id, note: 'one' });
    await expect(caller.write({ commandId: id, note: 'other' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await written('other')).toBe(0);
  });

  it('passes READ again when its answer is repeated', async () => {
    const caller = await as(person);
    const id = newId();
    await caller.guarded({ commandId: id, note: 'x' });
    await expect(caller.guarded({ commandId: id, note: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that is sensitive asks who is there again after a quarter of an hour', async () => {
    const old = await as(person, { verifiedAt: new Date(Date.now() - 16 * 60_000) });
    await expect(old.sensitive({ commandId: newId(), note: 'x' })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
    expect(await (await as(person)).sensitive({ commandId: newId(), note: 'x' })).toEqual({ done: true });
  });

  it('runs as a role that cannot reach past its policies', async () => {
    const services = servicesOf(test);
    await expect(
      services.app.db
        .insert(parties)
        .values({ id: newId(), code: 'NEW', kind: 'nation', nameEn: 'x', nameFr: 'x', timeZone: 'UTC' }),
    ).rejects.toThrow();
    await expect(services.app.sql`delete from record_entry`).rejects.toThrow();
    await expect(services.app.sql`select * from search_entry`).rejects.toThrow();
  });
});
