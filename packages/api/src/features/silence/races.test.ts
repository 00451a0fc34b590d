import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { createSilence, type SilenceScene, silenceScene, wall } from '../../testing/silence.ts';
import { textScene } from '../../testing/texts.ts';

let test: TestDatabase;
let base: Awaited<ReturnType<typeof textScene>>;
beforeAll(async () => {
  test = await testDatabase();
  base = await textScene(test);
});
afterAll(() => test.close());

const scene = () => silenceScene(test, base);
const opening = ({ text, version }: SilenceScene) => ({
  commandId: newId(),
  textId: text.id,
  versionId: version.id,
  until: wall(4),
});
const breaking = (silenceId: string) => ({
  commandId: newId(),
  silenceId,
  kind: 'objection' as const,
  paragraphIds: [],
  reason: 'Not these words.',
});
const runOf = async (one: SilenceScene, who: keyof SilenceScene['api'] = 'head') =>
  (await one.api[who].silence.byText({ textId: one.text.id })).run;

describe('what races the end', () => {
  it('a break that waits for the lock until the end has passed is a late notice, and nothing stops the adoption', async () => {
    const one = await scene();
    const silenceId = await createSilence(one, 700);
    let waiting: ReturnType<typeof one.api.ally.silence.break> | undefined;
    await test.owner.sql.begin(async (sql) => {
      await sql`select 1 from silence where id = ${silenceId} for update`;
      waiting = one.api.ally.silence.break(breaking(silenceId));
      // Held until the database's clock is past the end.
      await sql`select pg_sleep(greatest(0, extract(epoch from (until - clock_timestamp()))) + 0.05)
        from silence_event where silence_id = ${silenceId} and kind = 'open'`;
    });
    expect(await waiting).toMatchObject({ late: true });
    expect((await runOf(one))?.state).toBe('adopted');
    const told = await test.worker.sql`select person_id from notification where kind = 'silenceLateNotice'`;
    expect(new Set(told.map((row) => row.person_id))).toEqual(
      new Set([one.people.chair.id, one.people.secretary.id]),
    );
    expect((await runOf(one, 'head'))?.events.some(({ kind }) => kind === 'lateNotice')).toBe(false);
    expect((await runOf(one, 'chair'))?.events.some(({ kind }) => kind === 'lateNotice')).toBe(true);
  });

  it('an appointment that ends while a break waits for the lock counts no more', async () => {
    const one = await scene();
    const silenceId = await createSilence(one, 60_000);
    let waiting: Promise<unknown> | undefined;
    await test.owner.sql.begin(async (sql) => {
      await sql`select 1 from silence where id = ${silenceId} for update`;
      waiting = failure(one.api.ally.silence.break(breaking(silenceId)));
      await sql`select pg_sleep(0.2)`;
      await test.worker
        .sql`update appointment set valid_until = clock_timestamp() where id = ${one.people.ally.appointmentId}`;
    });
    expect(await waiting).toMatchObject({ code: 'FORBIDDEN' });
    expect((await runOf(one))?.state).toBe('open');
    await test.worker
      .sql`update appointment set valid_until = null where id = ${one.people.ally.appointmentId}`;
  });

  it('two nations that break at once both stand; one nation breaks once; a repeated command has one effect', async () => {
    const one = await scene();
    const { api } = one;
    const { silenceId } = await api.chair.silence.open(opening(one));
    await Promise.all([
      api.ally.silence.break(breaking(silenceId)),
      api.outsider.silence.break(breaking(silenceId)),
    ]);
    expect((await runOf(one))?.liveBreaks).toBe(2);
    const command = breaking(silenceId);
    const twice = await Promise.all([api.head.silence.break(command), api.head.silence.break(command)]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await failure(api.deputy.silence.break(breaking(silenceId)))).toMatchObject({
      messageKey: 'silence.brokenAlready',
    });
    expect((await runOf(one))?.liveBreaks).toBe(3);
  });

  it('its events are written once and bound nations stand, also for whoever reaches the tables', async () => {
    const one = await scene();
    const { silenceId } = await one.api.chair.silence.open(opening(one));
    const worker = test.worker.sql;
    await expect(worker`update silence_event set at = now() where silence_id = ${silenceId}`).rejects.toThrow(
      /append-only/,
    );
    await expect(worker`delete from silence_author where silence_id = ${silenceId}`).rejects.toThrow(
      /append-only/,
    );
    await expect(worker`update silence set bound = '{}' where id = ${silenceId}`).rejects.toThrow(
      /stand from its opening/,
    );
  });
});
