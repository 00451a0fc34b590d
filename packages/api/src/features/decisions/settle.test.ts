import { newId } from '@concord/db/ids';
import { decisionNumbers, decisions } from '@concord/db/schema/decisions';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker } from '../../context.ts';
import { rotateRecordKey } from '../../record/keys.ts';
import { servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { createSilence, type SilenceScene, silenceScene } from '../../testing/silence.ts';
import { textScene } from '../../testing/texts.ts';
import { decisionForReading, openSheet, verification } from './load.ts';
import { settleAll } from './settle.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

/** A body of its own for each test, so that its numbering begins with it. */
const scene = async () => silenceScene(test, await textScene(test));
const past = (silenceId: string) => test.owner.sql`select pg_sleep(greatest(0, extract(epoch from
  (select max(until) from silence_event where silence_id = ${silenceId}) - clock_timestamp())) + 0.02)`;
const read = ({ api, text }: SilenceScene, who: keyof SilenceScene['api'] = 'head') =>
  api[who].silence.byText({ textId: text.id });
const breaking = (silenceId: string) => ({
  ...{ commandId: newId(), silenceId, kind: 'objection' as const, paragraphIds: [], reason: 'Not yet.' },
});
const decided = ({ body }: SilenceScene) =>
  test.worker.db
    .select()
    .from(decisionNumbers)
    .innerJoin(decisions, eq(decisions.id, decisionNumbers.id))
    .where(eq(decisionNumbers.bodyId, body.id))
    .orderBy(decisionNumbers.year, decisionNumbers.sequence);

describe('what silence has adopted', () => {
  it('is written once by the first reader past the end, without any worker', async () => {
    const one = await scene();
    const silenceId = await createSilence(one, 300);
    expect((await read(one)).run?.state).toBe('open');
    expect(await decided(one)).toEqual([]);
    await past(silenceId);
    expect((await read(one)).run?.state).toBe('adopted');
    const [row, ...more] = await decided(one);
    expect(more).toEqual([]);
    expect(row?.decision_number.sequence).toBe(1);
    const [silence] = await test.worker.sql`select settled_at from silence where id = ${silenceId}`;
    expect(silence?.settled_at).not.toBeNull();
    const told = await test.worker.sql`select kind from notification where subject_id = ${one.text.id}`;
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['silenceAdopted']));
    const people = told.length;
    await read(one, 'ally');
    await settleAll(servicesOf(test));
    expect(await decided(one)).toHaveLength(1);
    expect((await test.worker.sql`select 1 from notification where subject_id = ${one.text.id}`).length).toBe(
      people,
    );
    const entries = await test.worker
      .sql`select actor_id from record_entry where action = 'decision.adopt' and subject_id = ${row?.decision.id ?? ''}`;
    expect(entries.map(({ actor_id }) => actor_id)).toEqual([null]);
  });

  it('is one decision, however many look at once', async () => {
    const one = await scene();
    const silenceId = await createSilence(one, 200);
    await past(silenceId);
    const who = ['head', 'ally', 'chair', 'secretary', 'deputy', 'desk'] as const;
    const all = await Promise.all([
      ...who.map((name) => read(one, name)),
      ...who.map((name) => one.api[name].decisions.register({ bodyCode: one.body.code })),
      settleAll(servicesOf(test)),
    ]);
    expect(all).toHaveLength(13);
    expect(await decided(one)).toHaveLength(1);
  });

  it('waits for a break that came in time and is not committed yet: nothing is adopted', async () => {
    const one = await scene();
    const silenceId = await createSilence(one, 600);
    let reading: ReturnType<typeof read> | undefined;
    await test.owner.sql.begin(async (sql) => {
      await sql`select 1 from silence where id = ${silenceId} for update`;
      await sql`insert into silence_event (id, silence_id, kind, at) values (${newId()}, ${silenceId}, 'break', clock_timestamp())`;
      await sql`select pg_sleep(greatest(0, extract(epoch from (select max(until) from silence_event where silence_id = ${silenceId}) - clock_timestamp())) + 0.05)`;
      reading = read(one);
      await sql`select pg_sleep(0.3)`;
    });
    expect((await reading)?.run?.state).toBe('broken');
    expect(await decided(one)).toEqual([]);
    expect(await settleAll(servicesOf(test))).toBe(0);
  });

  it('is numbered in the order in which it took effect, not in which it was looked at, and chained', async () => {
    const base = await textScene(test);
    const scenes = [
      await silenceScene(test, base),
      await silenceScene(test, base),
      await silenceScene(test, base),
    ];
    const ends = [500, 300, 400];
    const ids: string[] = [];
    for (const [index, one] of scenes.entries()) ids.push(await createSilence(one, ends[index] ?? 0));
    for (const id of ids) await past(id);
    await read(scenes[0] as SilenceScene);
    const rows = await decided(scenes[0] as SilenceScene);
    expect(rows.map(({ decision }) => decision.silenceId)).toEqual([ids[1], ids[2], ids[0]]);
    expect(rows.map(({ decision_number }) => decision_number.sequence)).toEqual([1, 2, 3]);
    expect(rows.map(({ decision }) => decision.previousHash)).toEqual([
      '0'.repeat(64),
      rows[0]?.decision_number.hash,
      rows[1]?.decision_number.hash,
    ]);
  });

  it('keeps what an old key signed, and signs with a new one from then on', async () => {
    const base = await textScene(test);
    const first = await silenceScene(test, base);
    await past(await createSilence(first, 50));
    await read(first);
    await rotateRecordKey(servicesOf(test).settings.dataDir);
    const second = await silenceScene(test, base);
    await past(await createSilence(second, 50));
    await read(second);
    const rows = await decided(first);
    expect(new Set(rows.map(({ decision }) => decision.keyId)).size).toBe(2);
    for (const { decision } of rows) {
      const sound = await asWorker(servicesOf(test), async (ctx) => {
        const loaded = await decisionForReading(ctx, decision.id);
        return verification(ctx, loaded, (await openSheet(ctx, loaded)).text);
      });
      expect(sound).toEqual({ hash: true, signature: true, chain: true });
    }
  });

  it('says who broke it and lifted, who has it, and what nations annex; and nothing that some may not read', async () => {
    const one = await scene();
    const { api, text, version, parties } = one;
    const reservation = { textId: text.id, versionId: version.id, kind: 'scrutiny' as const };
    const words = { paragraphIds: [], words: 'Parliament looks.', expectedLift: null };
    await api.head.positions.reserve({ commandId: newId(), ...reservation, ...words });
    const silenceId = await createSilence(one, 2_500);
    await api.desk.silence.acknowledge({ commandId: newId(), silenceId });
    const { eventId } = await api.ally.silence.break(breaking(silenceId));
    await api.ally.silence.lift({ commandId: newId(), silenceId, breakId: eventId });
    await test.worker.sql`insert into silence_event (id, silence_id, kind, at, until)
      values (${newId()}, ${silenceId}, 'resume', clock_timestamp(), clock_timestamp() + interval '1 second')`;
    await past(silenceId);
    await read(one);
    const [row] = await decided(one);
    const { sheet } = await api.ally.decisions.byId({ decisionId: row?.decision.id ?? '' });
    expect(sheet.procedure).toMatchObject({
      kind: 'silence',
      breaks: [{ nation: parties.cal.code, reason: 'Not yet.' }],
    });
    expect(
      sheet.bound.filter(({ acknowledgedAt }) => acknowledgedAt !== null).map(({ code }) => code),
    ).toEqual([parties.nor.code]);
    expect(sheet.bound).toHaveLength(3);
    expect(sheet.reservations).toMatchObject([{ words: 'Parliament looks.', kind: 'scrutiny' }]);
    expect(sheet.paragraphs.map(({ words }) => words)).toEqual(['Allies will share.', 'They will meet.']);
  });
});

describe('a register', () => {
  it('tells all of the body the number, and who may read it the rest; outside nobody anything', async () => {
    const one = await scene();
    await past(await createSilence(one, 50));
    await read(one);
    const bodyCode = one.body.code;
    const { decisions: rows } = await one.api.head.decisions.register({ bodyCode });
    expect(rows).toMatchObject([{ number: `${bodyCode}-${new Date().getUTCFullYear()}-001`, readable: {} }]);
    const decisionId = rows[0]?.id ?? '';
    expect((await one.api.partner.decisions.register({ bodyCode })).decisions).toMatchObject([
      { readable: null },
    ]);
    expect(await failure(one.api.partner.decisions.byId({ decisionId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await one.api.head.decisions.byId({ decisionId })).sound).toEqual({
      hash: true,
      signature: true,
      chain: true,
    });
    const other = await scene();
    expect(await failure(other.api.head.decisions.byId({ decisionId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(other.api.head.decisions.register({ bodyCode }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('filters by year, procedure and words, also without their accents', async () => {
    const one = await scene();
    await past(await createSilence(one, 50));
    await read(one);
    const bodyCode = one.body.code;
    const found = async (filter: object) =>
      (await one.api.head.decisions.register({ bodyCode, ...filter })).decisions.length;
    const year = new Date().getUTCFullYear();
    expect(await found({ year })).toBe(1);
    expect(await found({ year: year - 1 })).toBe(0);
    expect(await found({ procedure: 'silence' })).toBe(1);
    expect(await found({ procedure: 'meeting' })).toBe(0);
    expect(await found({ words: 'undersea CÀBLES' })).toBe(1);
    expect(await found({ words: '100%' })).toBe(0);
  });
});

describe('row security', () => {
  it('lets the application write no decision and call no silence settled', async () => {
    const one = await scene();
    const silenceId = await createSilence(one, 60_000);
    const app = test.app.sql;
    await expect(app`update silence set settled_at = now() where id = ${silenceId}`).rejects.toThrow(
      /permission/,
    );
    await expect(
      app`insert into decision_number (id, body_id, year, sequence, effective_at, hash)
        values (${newId()}, ${one.body.id}, 2026, 1, now(), 'x')`,
    ).rejects.toThrow(/permission/);
  });

  it('lets nobody change one that was written', async () => {
    const one = await scene();
    await past(await createSilence(one, 50));
    await read(one);
    const worker = test.worker.sql;
    await expect(worker`update decision set signature = 'x' where body_id = ${one.body.id}`).rejects.toThrow(
      /append-only/,
    );
    await expect(worker`delete from decision_number where body_id = ${one.body.id}`).rejects.toThrow(
      /append-only/,
    );
    await expect(
      worker`update silence set settled_at = now() where text_id = ${one.text.id}`,
    ).rejects.toThrow(/once/);
  });
});
