import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { createSilence, type SilenceScene, silenceScene, wall } from '../../testing/silence.ts';
import { plainContent, textScene } from '../../testing/texts.ts';

let test: TestDatabase;
let base: Awaited<ReturnType<typeof textScene>>;
beforeAll(async () => {
  test = await testDatabase();
  base = await textScene(test);
});
afterAll(() => test.close());

const scene = () => silenceScene(test, base);
type Who = keyof SilenceScene['api'];

/** A text in the hands of its chair and nations, told in their words. */
function play(one: SilenceScene) {
  let versionId = one.version.id;
  let number = 1;
  const { api } = one;
  const run = async (who: Who = 'head') => (await api[who].silence.byText({ textId: one.text.id })).run;
  return {
    run,
    open: async (until = wall(4)) =>
      (await api.chair.silence.open({ commandId: newId(), textId: one.text.id, versionId, until })).silenceId,
    break: (who: Who, silenceId: string, reason: string, paragraphIds: string[] = []) =>
      api[who].silence.break({ commandId: newId(), silenceId, kind: 'objection', paragraphIds, reason }),
    lift: (who: Who, silenceId: string, breakId: string) =>
      api[who].silence.lift({ commandId: newId(), silenceId, breakId }),
    rework: async (words: readonly string[]) => {
      const made = await api.chair.texts.makeVersion({
        ...{ commandId: newId(), textId: one.text.id, base: number, note: '', kept: [], takesIn: [] },
        paragraphs: plainContent(words, one.version.content).paragraphs,
      });
      [versionId, number] = [made.versionId, made.number];
    },
    past: (silenceId: string) => test.worker.sql`
      select pg_sleep(greatest(0, extract(epoch from (max(until) - clock_timestamp()))) + 0.05)
      from silence_event where silence_id = ${silenceId}`,
  };
}

describe('one State breaks for six over one phrase, and the words are worked anew', () => {
  it('needs a full period of its own for each version, and adopts the one nobody breaks', async () => {
    const one = await scene();
    const story = play(one);
    const first = await story.open();
    const phrase = one.version.content.paragraphs[0]?.id ?? '';
    const broke = await story.break('ally', first, 'On behalf of six: not “vision”.', [phrase]);
    expect(await story.run()).toMatchObject({ state: 'broken', version: { number: 1 } });

    await story.rework(['Allies will share, in line with the principles they signed.', 'They will meet.']);
    expect(await story.run()).toMatchObject({ state: 'superseded', final: true });
    expect(await failure(story.lift('ally', first, broke.eventId))).toMatchObject({
      messageKey: 'silence.final',
    });
    expect(await failure(story.open(wall(2)))).toMatchObject({
      fields: [{ path: 'until', key: 'silence.tooShort', params: { hours: 72 } }],
    });

    const second = await story.open();
    expect(await story.run()).toMatchObject({ state: 'open', liveBreaks: 0, version: { number: 2 } });
    await story.break('outsider', second, 'The agreement of Paris is missing.');
    await story.rework(['Allies will share, and keep to what they agreed in Paris.', 'They will meet.']);

    const last = await createSilence({ ...one, version: await newest(one) }, 1_500);
    expect((await story.run())?.state).toBe('open');
    await story.past(last);
    const adopted = await story.run();
    expect(adopted).toMatchObject({ state: 'adopted', final: true, version: { number: 3 } });
    expect(adopted?.since).toBe(adopted?.expiresAt);
    expect(await story.break('ally', last, 'Too late.')).toMatchObject({ late: true });
    expect((await story.run())?.state).toBe('adopted');
  });
});

async function newest({ api, text, version }: SilenceScene) {
  const { newestVersion } = await api.chair.silence.byText({ textId: text.id });
  return { ...version, id: newestVersion?.id ?? '', number: newestVersion?.number ?? 0 };
}

describe('three nations break and the matter moves to another table', () => {
  it('is not adopted here by the end, and nothing happens to it any more', async () => {
    const one = await scene();
    const story = play(one);
    const silenceId = await createSilence(one, 5_000);
    const letters = await Promise.all([
      story.break('head', silenceId, 'Nordmark cannot join.'),
      story.break('ally', silenceId, 'Nor can Calder.'),
      story.break('outsider', silenceId, 'Nor can we.'),
    ]);
    expect(letters.map(({ late }) => late)).toEqual([false, false, false]);
    const moved = { commandId: newId(), silenceId, kind: 'refer' as const, reason: 'To the planning table.' };
    expect(await failure(one.api.head.silence.end(moved))).toMatchObject({ code: 'FORBIDDEN' });
    await one.api.chair.silence.end({ ...moved, commandId: newId() });
    await story.past(silenceId);
    expect(await story.run()).toMatchObject({ state: 'referred', liveBreaks: 3, final: true });
    const [first] = letters;
    expect(await failure(story.lift('head', silenceId, first?.eventId ?? ''))).toMatchObject({
      messageKey: 'silence.final',
    });
  });
});

describe('a break that is lifted after the end', () => {
  it('adopts nothing: the chair may not resume, and lays the same version on the table for a short while', async () => {
    const one = await scene();
    const story = play(one);
    const silenceId = await createSilence(one, 2_000);
    const { eventId } = await story.break('ally', silenceId, 'Not yet.');
    await story.past(silenceId);
    expect(await story.lift('ally', silenceId, eventId)).toMatchObject({ late: true });
    expect(await story.run('chair')).toMatchObject({ state: 'broken', liveBreaks: 0, liftedLate: true });
    const { can } = await one.api.chair.silence.byText({ textId: one.text.id });
    expect(can).toEqual(expect.arrayContaining(['confirmAnew', 'refer', 'lapse']));
    expect(can).not.toContain('resume');
    expect(can).not.toContain('withdraw');
    expect(
      await failure(one.api.chair.silence.resume({ commandId: newId(), silenceId, until: wall(9) })),
    ).toMatchObject({ messageKey: 'silence.liftedLate' });
    expect(await failure(story.open(wall(0, '23:58')))).toMatchObject({
      fields: [{ path: 'until', params: { hours: 24 } }],
    });
    await story.open(wall(2));
    const confirming = await story.run();
    expect(confirming).toMatchObject({ state: 'open', version: { number: 1 }, pace: 'urgent' });
    expect(confirming?.id).not.toBe(silenceId);
  });
});

describe('who reads past the end', () => {
  it('waits for a break that has its instant but is not committed, and is told that it is broken', async () => {
    const one = await scene();
    const story = play(one);
    const silenceId = await createSilence(one, 2_000);
    let read: Promise<Awaited<ReturnType<typeof story.run>>> | undefined;
    await test.owner.sql.begin(async (sql) => {
      await sql`select 1 from silence where id = ${silenceId} for update`;
      await sql`insert into silence_event (id, silence_id, kind, at)
        values (${newId()}, ${silenceId}, 'break', clock_timestamp())`;
      await story.past(silenceId);
      read = story.run();
      await sql`select pg_sleep(0.3)`;
    });
    expect((await read)?.state).toBe('broken');
  });
});

describe('a new version while silence runs', () => {
  it('ends it, once, and one that was adopted stays so', async () => {
    const one = await scene();
    const story = play(one);
    await story.open();
    await story.rework(['Allies will share at once.', 'They will meet.']);
    const ended = await story.run();
    expect(ended?.state).toBe('superseded');
    expect(ended?.events.filter(({ kind }) => kind === 'supersede')).toHaveLength(1);
    const last = await createSilence({ ...one, version: await newest(one) }, 100);
    await story.past(last);
    await story.rework(['Allies will share within a day.', 'They will meet.']);
    expect((await story.run())?.state).toBe('adopted');
  });
});
