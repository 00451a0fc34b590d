import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GENESIS, link, type SignedHead } from './chain.ts';
import { entryColumns, entryOf } from './entries.ts';
import { headsFile, keptHeads } from './heads.ts';
import { loadRecordKeys, type RecordKeys, rotateRecordKey } from './keys.ts';
import { RecordBroken, Sealer } from './sealer.ts';
import { verifyRecord } from './verify.ts';

let test: TestDatabase;
let dataDir: string;
let keys: RecordKeys;

beforeAll(async () => {
  test = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'concord-record-'));
  keys = await loadRecordKeys(dataDir);
});
afterAll(async () => {
  await test.close();
  await rm(dataDir, { recursive: true, force: true });
});

const sealer = (batch?: number) =>
  new Sealer({ sql: test.sealer.sql, keys: async () => keys, dataDir, batch });

async function write(count: number, ageMs = 0): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    at: new Date(Date.now() - ageMs).toISOString(),
    actor_id: newId(),
    action: 'thread.open',
    subject: 'thread',
    subject_id: newId(),
    details: JSON.stringify({ index, words: 'é' }),
    request_id: `request-${index}`,
  }));
  await test.worker.sql`insert into record_entry ${test.worker.sql(rows)}`;
}

/** Does something to the record as an owner who stops at nothing, looks, and puts everything back. */
async function afterTampering(statements: string[], head: SignedHead, others: SignedHead[] = []) {
  const { sql } = test.owner;
  await sql.unsafe(
    'create schema kept; create table kept.entry as table record_entry; create table kept.seal as table record_seal',
  );
  await sql.unsafe(
    'alter table record_entry disable trigger user; alter table record_seal disable trigger user',
  );
  for (const statement of statements) await sql.unsafe(statement);
  const report = await verifyRecord({ sql: test.sealer.sql, keys, head, others });
  await sql.unsafe(`delete from record_seal; delete from record_entry;
    insert into record_entry select * from kept.entry; insert into record_seal select * from kept.seal; drop schema kept cascade;
    alter table record_entry enable trigger user; alter table record_seal enable trigger user`);
  return report;
}

/** Links every seal anew, as an attacker would who owns the database: the chain is whole in itself again. */
async function relinked(): Promise<string[]> {
  const { sql } = test.owner;
  const rows =
    await sql`select s.sequence::text, ${entryColumns(sql)} from record_seal s join record_entry e on e.id = s.entry_id order by s.sequence`;
  let hash = GENESIS;
  return rows.map((row, index) => {
    hash = link(hash, index + 1, entryOf(row));
    return `update record_seal set hash = '${hash}' where sequence = ${index + 1}`;
  });
}

describe('the record', () => {
  let head: SignedHead;
  const ENTRIES = 60;

  beforeAll(async () => {
    await write(ENTRIES, 3_600_000);
    expect(await sealer(7).seal()).toBe(ENTRIES);
    const signed = await sealer().sign();
    if (!signed) throw new Error('No head was signed.');
    head = signed;
  });

  it('is sound as it was sealed, and its head lies outside the database with its count', async () => {
    const report = await verifyRecord({ sql: test.sealer.sql, keys, head });
    expect(report).toMatchObject({ sound: true, checked: ENTRIES, faults: [], uncovered: 0 });
    expect((await keptHeads(dataDir)).at(-1)).toEqual(head);
    expect((await stat(join(dataDir, 'record-key.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(headsFile(dataDir), 'utf8')).not.toContain('PRIVATE');
  });

  it('signs nothing twice and seals nothing twice', async () => {
    expect(await sealer().seal()).toBe(0);
    expect(await sealer().sign()).toBeUndefined();
  });

  it('cannot be changed by any role of the application', async () => {
    for (const pool of [test.app, test.worker, test.sealer, test.owner]) {
      await expect(pool.sql`update record_entry set action = 'x' where true`).rejects.toThrow();
      await expect(pool.sql`delete from record_entry where true`).rejects.toThrow();
      await expect(pool.sql`delete from record_seal where true`).rejects.toThrow();
    }
    await expect(test.owner.sql`truncate record_entry`).rejects.toThrow();
  });

  it('is sealed by one at a time', async () => {
    await write(40);
    const sealed = await Promise.all([sealer(5).seal(), sealer(5).seal(), sealer(5).seal()]);
    await sealer().seal();
    expect(Math.max(...sealed)).toBeLessThanOrEqual(40);
    const [row] = await test.sealer
      .sql`select count(*)::int as count, max(sequence)::int as last from record_seal`;
    expect(row).toEqual({ count: ENTRIES + 40, last: ENTRIES + 40 });
    expect((await verifyRecord({ sql: test.sealer.sql, keys, head })).sound).toBe(true);
  });

  it('shows any change of any column of any row', async () => {
    const changes = [
      `at = at + interval '1 microsecond'`,
      `actor_id = null`,
      `party_id = gen_random_uuid()`,
      `action = 'thread.close'`,
      `subject = 'x'`,
      `subject_id = gen_random_uuid()`,
      `thread_id = gen_random_uuid()`,
      `marking_id = gen_random_uuid()`,
      `details = details || '{"more":1}'`,
      `request_id = 'other'`,
      `id = gen_random_uuid()`,
    ];
    const place = fc.integer({ min: 1, max: ENTRIES });
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom(...changes), async (sequence, change) => {
        const where = `where id = (select entry_id from record_seal where sequence = ${sequence})`;
        const report = await afterTampering([`update record_entry set ${change} ${where}`], head);
        expect(report.faults).toContainEqual(expect.objectContaining({ sequence }));
      }),
      { numRuns: 25 },
    );
  });

  it('shows what is missing, added, reordered or cut off', async () => {
    const missing = `delete from record_entry where id = (select entry_id from record_seal where sequence = 9)`;
    const addition = `insert into record_entry (id, at, action, subject, details, request_id)
      values (gen_random_uuid(), now() - interval '50 minutes', 'x', 'x', '{}', 'x')`;
    const swap = `update record_seal s set entry_id = case sequence when 3 then '00000000-0000-4000-8000-000000000003'::uuid else s.entry_id end where sequence = 3;
      with old as (select (select id from kept.entry e join kept.seal k on k.entry_id = e.id where k.sequence = 3) as three, (select entry_id from kept.seal where sequence = 4) as four)
      update record_seal s set entry_id = old.three from old where s.sequence = 4;
      update record_seal s set entry_id = (select entry_id from kept.seal where sequence = 4) where s.sequence = 3`;
    const cases: [string[], string][] = [
      [[missing], 'missing'],
      [[`delete from record_seal where sequence = 12`], 'missing'],
      [[`delete from record_seal where sequence > 50`], 'missing'],
      [[addition], 'added'],
      [[swap], 'changed'],
      [[`update record_seal set hash = repeat('a', 64) where sequence = 20`], 'changed'],
    ];
    for (const [statements, kind] of cases) {
      const report = await afterTampering(statements, head);
      expect(report.faults, statements.join()).toContainEqual(expect.objectContaining({ kind }));
      expect(report.sound).toBe(false);
    }
  });

  it('shows a chain that was linked anew, and from which signed head on', async () => {
    const { sql } = test.owner;
    await sealer().seal();
    const later = (await sealer().sign()) as SignedHead;
    await sql.unsafe(
      'create schema kept; create table kept.entry as table record_entry; create table kept.seal as table record_seal',
    );
    await sql.unsafe(
      'alter table record_entry disable trigger user; alter table record_seal disable trigger user',
    );
    await sql`update record_entry set action = 'forged' where id = (select entry_id from record_seal where sequence = 80)`;
    for (const statement of await relinked()) await sql.unsafe(statement);
    const report = await verifyRecord({ sql: test.sealer.sql, keys, head: later, others: [head] });
    expect(report.faults).toEqual([
      expect.objectContaining({ kind: 'rewritten', sequence: head.sequence + 1 }),
    ]);
    await write(1);
    await expect(sealer().seal()).rejects.toThrow(RecordBroken);
    await sql.unsafe(`delete from record_seal; delete from record_entry;
      insert into record_entry select * from kept.entry; insert into record_seal select * from kept.seal; drop schema kept cascade;
      alter table record_entry enable trigger user; alter table record_seal enable trigger user`);
    expect((await verifyRecord({ sql: test.sealer.sql, keys, head: later })).sound).toBe(true);
  });

  it('believes no head that was made up or altered', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'concord-other-'));
    const foreign = (await loadRecordKeys(elsewhere)).sign({ ...head });
    await rm(elsewhere, { recursive: true });
    for (const bad of [foreign, { ...head, count: head.count - 1 }, { ...head, sequence: 5 }]) {
      const report = await verifyRecord({ sql: test.sealer.sql, keys, head: bad });
      expect(report.faults).toContainEqual(expect.objectContaining({ kind: 'signature' }));
    }
  });

  it('signs with a new key as soon as it is replaced, and still verifies old heads', async () => {
    const running = new Sealer({ sql: test.sealer.sql, keys: () => loadRecordKeys(dataDir), dataDir });
    await write(1);
    await running.seal();
    expect((await running.sign())?.keyId).toBe(head.keyId);
    const replaced = await rotateRecordKey(dataDir);
    await write(1);
    await running.seal();
    const newer = await running.sign();
    expect(newer?.keyId).toBe(replaced.id);
    expect(replaced.id).not.toBe(head.keyId);
    expect(replaced.verify(head)).toBe(true);
    expect((await verifyRecord({ sql: test.sealer.sql, keys: replaced, head })).sound).toBe(true);
  });
});
