import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from './client.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { last } from './transaction.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await test.owner.sql`create table public.noted (n integer primary key)`;
  await test.owner.sql`grant select, insert on public.noted to concord_worker`;
});
afterAll(() => test.close());

const note = (tx: Tx, n: number) => tx.execute(sql`insert into public.noted (n) values (${n})`);
const noted = async () =>
  (await test.owner.sql`select n from public.noted order by n`).map(({ n }) => n as number);
const inWork = <Result>(work: (tx: Tx) => Promise<Result>) => test.worker.db.transaction(work);

describe('a transaction', () => {
  it('keeps what was asked for, in order, also when nobody waited for it', async () => {
    const answers = await inWork(async (tx) => {
      void note(tx, 1).then();
      return Promise.all([
        note(tx, 2),
        tx.execute(sql`select n from public.noted order by n`),
        tx.execute(sql`select now() = transaction_timestamp() and now() <> clock_timestamp() as within`),
      ]);
    });
    expect(answers[1]).toMatchObject([{ n: 1 }, { n: 2 }]);
    expect(answers[2]).toMatchObject([{ within: true }]);
    expect(await noted()).toEqual([1, 2]);
  });

  it('keeps nothing when a statement failed, even one whose failure was passed over', async () => {
    const passedOver = inWork(async (tx) => {
      await note(tx, 3);
      await note(tx, 1).catch(() => undefined);
    });
    await expect(passedOver).rejects.toThrow();
    const unawaited = inWork(async (tx) => {
      await note(tx, 3);
      note(tx, 1).catch(() => undefined);
    });
    await expect(unawaited).rejects.toMatchObject({ code: '23505' });
    await expect(inWork((tx) => note(tx, 3).then(() => Promise.reject(new Error('mine'))))).rejects.toThrow(
      'mine',
    );
    expect(await noted()).toEqual([1, 2]);
  });

  it('goes on after a savepoint that was rolled back', async () => {
    await inWork(async (tx) => {
      await tx.transaction((inner) => note(inner, 1)).catch(() => undefined);
      await tx.transaction((inner) => note(inner, 4));
    });
    expect(await noted()).toEqual([1, 2, 4]);
  });

  it('ends with its last statements, and keeps nothing when one of them fails', async () => {
    expect(await inWork((tx) => last(tx, () => Promise.all([note(tx, 11), note(tx, 12)])))).toHaveLength(2);
    await expect(inWork((tx) => last(tx, () => Promise.all([note(tx, 13), note(tx, 1)])))).rejects.toThrow();
    const after = inWork(async (tx) => {
      await last(tx, () => note(tx, 13));
      await note(tx, 14);
    });
    await expect(after).rejects.toThrow();
    expect(await noted()).toEqual([1, 2, 4, 11, 12, 13]);
    await test.owner.sql`delete from public.noted where n > 10`;
  });

  it('leaves the next one alone, however it ended', async () => {
    const failing = Array.from({ length: 20 }, () =>
      inWork(async (tx) => {
        await note(tx, 1).catch(() => undefined);
      }).catch(() => undefined),
    );
    const fine = Array.from({ length: 20 }, (_, index) =>
      inWork(async (tx) => {
        await note(tx, 200 + index);
        const [row] = await tx.execute<{ held: boolean }>(
          sql`select txid_current_if_assigned() is not null as held`,
        );
        return row?.held;
      }),
    );
    expect(new Set(await Promise.all(fine))).toEqual(new Set([true]));
    await Promise.all(failing);
    expect(await noted()).toHaveLength(23);
    await test.owner.sql`delete from public.noted where n > 10`;
  });

  it('refuses what comes after its end: the connection is another’s then', async () => {
    let kept: Tx | undefined;
    await inWork(async (tx) => {
      kept = tx;
    });
    await expect(kept && note(kept, 5)).rejects.toThrow();
    expect(await noted()).toEqual([1, 2, 4]);
  });

  it('fails when its connection is lost, and the next one gets another', async () => {
    const lost = inWork(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await test.owner.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
      await new Promise((resolve) => setTimeout(resolve, 200));
      await note(tx, 6);
    });
    await expect(lost).rejects.toThrow();
    await Promise.all([7, 8, 9, 10].map((n) => inWork((tx) => note(tx, n))));
    expect(await noted()).toEqual([1, 2, 4, 7, 8, 9, 10]);
  });

  it('waits its turn when all connections are taken', async () => {
    const many = Array.from({ length: 40 }, (_, index) => inWork((tx) => note(tx, 100 + index)));
    await Promise.all(many);
    expect(await noted()).toHaveLength(47);
  });
});
