import { newId } from '@concord/db/ids';
import { decisions } from '@concord/db/schema/decisions';
import { notifications, recordEntries } from '@concord/db/schema/system';
import { createAppointment, createBody } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPlay } from '../../policies/play.ts';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { failure, say } from '../../testing/consultation.ts';
import { exerciseFields } from '../../testing/exercises.ts';
import { type InjectScene, injectScene } from '../../testing/injects.ts';
import { wall } from '../../testing/silence.ts';
import { plainContent } from '../../testing/texts.ts';
import { settleAll } from '../decisions/settle.ts';
import { tellOfSilence } from '../silence/jobs.ts';

type Api = InjectScene['api']['player'];
let scene: InjectScene;
/** A real committee in which a player sits too. */
let real: { id: string; code: string };
let inside: { director: Api; player: Api; opponent: Api };
const command = () => ({ commandId: newId() });
const of = () => ({ ...command(), exerciseId: scene.exerciseId });

beforeAll(async () => {
  scene = await injectScene();
  real = await createBody(scene.test);
  const delegate = { role: 'delegate', scope: 'body', scopeId: real.id } as const;
  await createAppointment(scene.test, scene.people.players[0], delegate);
  // Each with a session of their own, apart from those that stay outside.
  const enter = (person: { id: string }) => callerAs(scene.test, person);
  inside = {
    director: await enter(scene.people.director),
    player: await enter(scene.people.players[0]),
    opponent: await enter(scene.opponent),
  };
});
afterAll(() => scene.test.close());

const page = (api: Api) => api.twins.byCode({ code: scene.code });
const marking = () => ({ level: 0, releasableTo: scene.both, onlyFor: [], caveats: [] });

describe('a copy of the consultation', () => {
  it('is made once by the director, with the exercise’s people, and is there for nobody else', async () => {
    const { api } = scene;
    expect(await failure(api.player.twins.make(of()))).toMatchObject({ code: 'FORBIDDEN' });
    for (const other of [api.manager, api.coordinator, api.outsider]) {
      expect(await failure(other.twins.make(of()))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failure(page(other))).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await failure(inside.player.twins.enter(of()))).toMatchObject({ code: 'NOT_FOUND' });
    const twice = of();
    const made = await api.director.twins.make(twice);
    expect(await api.director.twins.make(twice)).toEqual(made);
    expect(made.code).toBe(`EXERCISE-${scene.code}`);
    expect(await failure(api.director.twins.make(of()))).toMatchObject({ messageKey: 'twins.there' });
    const { members, can } = await page(api.player);
    expect(members.map(({ role }) => role)).toEqual([
      ...['chair', 'secretariat', 'secretariat', 'headOfDelegation', 'headOfDelegation'],
    ]);
    expect(can).toEqual({ make: false, reset: false, enter: true });
    expect(await failure(api.evaluator.twins.enter(of()))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.outsider.twins.enter(of()))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is the only consultation inside, and no consultation at all outside', async () => {
    const { code } = await inside.player.twins.enter(of());
    const codes = async (who: Api) => (await who.bodies.mine()).map((body) => body.code);
    expect(await codes(inside.player)).toEqual([code]);
    expect(await codes(scene.api.player)).toEqual([real.code]);
    expect(await failure(inside.player.bodies.byCode({ bodyCode: real.code }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await failure(scene.api.player.bodies.byCode({ bodyCode: code }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await inside.player.shell.get()).inside).toMatchObject({ code: scene.code });
    expect((await scene.api.player.shell.get()).inside).toBeNull();
  });

  it('lets nothing else be done while one is inside', async () => {
    const seen = { ...of(), kind: 'improve' as const, what: 'Seen', evidence: '' };
    const named = { teamId: null, objectiveId: null, injectId: null };
    expect(await failure(inside.player.lessons.observe({ ...seen, ...named }))).toMatchObject({
      messageKey: 'twins.inside',
    });
  });
});

describe('a silence in a copy', () => {
  let textId: string;
  let threadId: string;

  it('runs as any does, and leaves no trace outside', async () => {
    const { test, api, people } = scene;
    const { code } = await inside.director.twins.enter(of());
    await inside.opponent.twins.enter(of());
    ({ threadId } = await inside.player.threads.start({
      ...{ ...command(), bodyCode: code, title: 'Cranes in the harbour', marking: marking() },
      needToKnow: { kind: 'body' },
    }));
    await say(inside.player, threadId, 'The cranes are weatherproof.');
    ({ textId } = await inside.director.texts.create({
      ...{ ...command(), bodyCode: code, title: 'Statement on the harbour', marking: marking() },
      ...{ reference: '', withThread: false },
    }));
    await inside.director.texts.makeVersion({
      ...{ ...command(), textId, base: 0, ...plainContent(['We stop the cranes.']), kept: [], takesIn: [] },
    });
    const versions = await inside.director.texts.versions({ textId });
    const versionId = versions[0]?.id ?? '';
    const { silenceId } = await inside.director.silence.open({
      ...{ ...command(), textId, versionId, until: wall(1) },
    });
    await inside.player.silence.acknowledge({ ...command(), silenceId });
    expect((await inside.opponent.today.get()).waiting).toMatchObject([
      { kind: 'silence', textId, body: code },
    ]);
    // Its end comes: adopted, numbered in a series of its own, and nobody told.
    // Events are only added to, so the test's clock is put forward as the table's owner.
    await test.owner.sql.begin(async (owner) => {
      await owner`alter table silence_event disable trigger user`;
      await owner`update silence_event set until = clock_timestamp() where silence_id = ${silenceId} and kind = 'open'`;
      await owner`alter table silence_event enable trigger user`;
    });
    await tellOfSilence(servicesOf(test));
    await settleAll(servicesOf(test));
    const { decisions: list } = await inside.opponent.decisions.register({ bodyCode: code });
    expect(list).toMatchObject([{ readable: { title: 'Statement on the harbour' } }]);
    expect(list[0]?.number).toMatch(new RegExp(`^EXERCISE-${scene.code}-\\d{4}-001$`));
    expect(await test.worker.db.select().from(notifications)).toEqual([]);
    const [jobs] = await test.worker
      .sql`select count(*)::int as n from pgboss.job where name in ('news', 'notice', 'mail')`;
    expect(jobs?.n).toBe(0);
    // Outside, to its very members, none of it is there.
    for (const outside of [api.player, api.director, api.opponent, api.manager]) {
      expect(await failure(outside.texts.byId({ textId }))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failure(outside.threads.page({ threadId }))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failure(outside.decisions.register({ bodyCode: code }))).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect((await outside.search.contributions({ query: 'weatherproof' })).results).toEqual([]);
      expect((await outside.today.get()).waiting.filter(({ kind }) => kind !== 'enrolment')).toEqual([]);
      expect(JSON.stringify(await outside.shell.get())).not.toContain('EXERCISE');
    }
    expect((await inside.opponent.search.contributions({ query: 'weatherproof' })).results).toHaveLength(1);
    const [decision] = await test.worker.db.select().from(decisions);
    expect(
      await failure(inside.director.decisions.publish({ ...command(), decisionId: decision?.id ?? '' })),
    ).toMatchObject({
      messageKey: 'twins.notPublic',
    });
    expect(people.players).toHaveLength(3);
  });

  it('stands in the record of its exercise alone', async () => {
    const { test } = scene;
    const rows = await test.worker.db.select().from(recordEntries);
    const played = rows.filter(({ details }) => 'exercise' in (details as object));
    expect(new Set(played.map(({ subject }) => subject))).toContain('text');
    expect(rows.filter(({ subject }) => isPlay(subject))).toEqual(
      played.filter(({ subject }) => isPlay(subject)),
    );
    expect(
      played.every(({ details }) => (details as { exercise: string }).exercise === scene.exerciseId),
    ).toBe(true);
  });

  it('is set back by the director with a reason: an empty copy, and nothing of the one before', async () => {
    const { api } = scene;
    const reset = () => ({ ...of(), reason: 'The second day begins anew.' });
    expect(await failure(api.player.twins.reset(reset()))).toMatchObject({ code: 'FORBIDDEN' });
    const twice = reset();
    const { code } = await api.director.twins.reset(twice);
    await api.director.twins.reset(twice);
    expect(code).toBe(`EXERCISE-${scene.code}-2`);
    expect((await page(inside.director)).can).toEqual({ make: false, reset: true, enter: true });
    expect((await inside.director.bodies.mine()).map((body) => body.code)).toEqual([code]);
    expect((await inside.player.bodies.mine()).map((body) => body.code)).toEqual([code]);
    expect(await failure(inside.player.texts.byId({ textId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(inside.player.threads.page({ threadId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await inside.player.today.get()).waiting).toEqual([]);
    expect((await inside.player.search.contributions({ query: 'weatherproof' })).results).toEqual([]);
    // Who leads it from inside need not leave it for that.
    expect(await failure(inside.player.twins.reset(reset()))).toMatchObject({ code: 'FORBIDDEN' });
    const again = await inside.director.twins.reset(reset());
    expect(again.code).toBe(`EXERCISE-${scene.code}-3`);
    for (const api of [inside.director, inside.player])
      expect((await api.bodies.mine()).map((body) => body.code)).toEqual([again.code]);
    await inside.player.twins.leave(command());
    expect((await inside.player.bodies.mine()).map((body) => body.code)).toEqual([real.code]);
  });

  it('is neither made nor set back from the inside of another exercise', async () => {
    const { test, people, api, both } = scene;
    const other = await api.manager.exercises.create(exerciseFields(both));
    const exercise = { scopeId: other.exerciseId, scope: 'exercise' } as const;
    await createAppointment(test, people.director, { role: 'exerciseDirector', ...exercise });
    expect((await api.director.twins.byCode({ code: other.code })).can).toMatchObject({ make: true });
    const at = () => ({ ...command(), exerciseId: other.exerciseId });
    expect((await inside.director.twins.byCode({ code: other.code })).can).toMatchObject({ make: false });
    expect(await failure(inside.director.twins.make(at()))).toMatchObject({ messageKey: 'twins.inside' });
    expect(await failure(inside.director.twins.reset({ ...at(), reason: 'Begun anew.' }))).toMatchObject({
      messageKey: 'twins.inside',
    });
  });
});
