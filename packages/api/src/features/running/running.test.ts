import { newId } from '@concord/db/ids';
import { injects } from '@concord/db/schema/injects';
import { clockRows, deliveries, responses } from '@concord/db/schema/running';
import { liveEvents, notifications } from '@concord/db/schema/system';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, inTransaction } from '../../context.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { heardBy } from '../../testing/heard.ts';
import { addInject, type InjectScene, injectScene } from '../../testing/injects.ts';
import { settleRun, settleRuns } from './settle.ts';

let scene: InjectScene;
let ids: { both: string; south: string; later: string; chained: string; byHand: string };
beforeAll(async () => {
  scene = await injectScene();
  const { teams } = scene;
  const approved = { status: 'approved' as const };
  const add = async (title: string, changes: object) =>
    (await addInject(scene, title, { ...approved, text: `${title}!`, expected: 'Secret hope', ...changes }))
      .injectId;
  const all = { teamIds: [teams.north, teams.south] };
  const both = await add('To both', all);
  ids = {
    both,
    south: await add('To South', { teamIds: [teams.south] }),
    later: await add('In an hour', { ...all, minute: 60 }),
    chained: await add('Once answered', { ...all, trigger: 'answer', afterId: both }),
    byHand: await add('By hand', { ...all, trigger: 'hand' }),
  };
});
afterAll(() => scene.test.close());

type Api = InjectScene['api']['player'];
const inbox = (api: Api) => api.running.inbox({ code: scene.code });
const titles = async (api: Api) => (await inbox(api)).injects.map(({ title }) => title);
const turn = (to: 'start' | 'pause' | 'resume' | 'end') =>
  scene.api.control.running.turn({ commandId: newId(), exerciseId: scene.exerciseId, turn: to });
const of = () => ({ commandId: newId(), exerciseId: scene.exerciseId });

describe('a running exercise', () => {
  it('gives nothing before its clock is started, by control alone', async () => {
    const { api } = scene;
    expect(await titles(api.player)).toEqual([]);
    expect(await failure(api.player.running.acknowledge({ ...of(), injectId: ids.both }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const other of [api.player, api.manager, api.outsider])
      expect(await failure(other.running.turn({ ...of(), turn: 'start' }))).toMatchObject({
        code: 'NOT_FOUND',
      });
    for (const other of [api.planner, api.evaluator])
      expect(await failure(other.running.turn({ ...of(), turn: 'start' }))).toMatchObject({
        code: 'FORBIDDEN',
      });
    const command = { ...of(), turn: 'start' as const };
    const [one, two] = [await api.control.running.turn(command), await api.control.running.turn(command)];
    expect(one).toEqual(two);
    expect(await failure(turn('start'))).toMatchObject({ messageKey: 'running.running' });
  });

  it('gives each team its own injects, and no trace of another’s', async () => {
    const { api, teams, test, people, opponent } = scene;
    expect(await titles(api.player)).toEqual(['To both']);
    expect((await titles(api.opponent)).sort()).toEqual(['To South', 'To both']);
    expect(JSON.stringify(await inbox(api.opponent))).not.toContain('Secret hope');
    const absent = await failure(api.player.running.answer({ ...of(), injectId: newId(), text: 'x' }));
    for (const injectId of [ids.south, ids.later])
      expect(await failure(api.player.running.answer({ ...of(), injectId, text: 'x' }))).toEqual(absent);
    for (const other of [api.manager, api.coordinator, api.outsider])
      expect(await failure(inbox(other))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.player.running.board({ code: scene.code }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const counts = await inTransaction(
      servicesOf(test),
      await requestAs(test, people.players[0]),
      async ({ tx }) => [
        await tx.$count(deliveries),
        await tx.$count(deliveries, eq(deliveries.teamId, teams.south)),
        await tx.$count(injects),
      ],
    );
    expect(counts).toEqual([1, 0, 0]);
    const everybody = { ...people, player: people.players[0], opponent, control: scene.staff.control };
    const { players: _, ...each } = everybody;
    for (const [team, own] of [
      [teams.north, 'player'],
      [teams.south, 'opponent'],
    ] as const) {
      const heard = await heardBy(test, `exercise-team:${team}`, each);
      expect(new Set(heard.flat())).toEqual(new Set([own]));
    }
    const told = await test.worker.db.select().from(liveEvents);
    expect(told.every(({ payload }) => JSON.stringify(payload) === '{}')).toBe(true);
  });

  it('tells the team that something has come, once until it was read, and nothing of what', async () => {
    const { test, exerciseId, opponent } = scene;
    const told = await test.worker.db
      .select()
      .from(notifications)
      .where(eq(notifications.kind, 'exerciseInject'));
    const ofOpponent = told.filter(({ personId }) => personId === opponent.id);
    // Whoever looked and so brought it in saw it; nobody is told twice.
    expect(ofOpponent.length).toBeLessThanOrEqual(1);
    expect(told.length).toBeGreaterThan(0);
    for (const { params, subjectId } of told) {
      expect(params).toEqual({ exercise: scene.code, path: `/exercise/${scene.code}/inbox` });
      expect(subjectId).toBe(exerciseId);
    }
  });

  it('goes on where a team has answered, for that team', async () => {
    const { api } = scene;
    await api.player.running.acknowledge({ ...of(), injectId: ids.both });
    await api.player.running.acknowledge({ ...of(), injectId: ids.both });
    await api.player.running.answer({ ...of(), injectId: ids.both, text: 'We saw it.' });
    expect(await titles(api.player)).toContain('Once answered');
    expect(await titles(api.opponent)).not.toContain('Once answered');
    const board = await api.evaluator.running.board({ code: scene.code });
    const standing = board.injects.find(({ id }) => id === ids.both)?.teams ?? [];
    expect(standing.find(({ teamId }) => teamId === scene.teams.north)).toMatchObject({
      ...{ readAt: expect.any(String), answeredAt: expect.any(String) },
    });
    expect(standing.find(({ teamId }) => teamId === scene.teams.south)).toMatchObject({
      readAt: null,
      answeredAt: null,
    });
    expect(board.said.map(({ text }) => text)).toEqual(['We saw it.']);
    expect((await inbox(api.opponent)).said).toEqual([]);
  });

  it('gives by hand at once, and what nobody had planned', async () => {
    const { api, teams } = scene;
    await api.control.running.release({ ...of(), injectId: ids.byHand, teamIds: [teams.north] });
    const adHoc = { title: 'A burst pipe', text: 'Water.', from: '', means: '', teamIds: [teams.south] };
    await api.control.running.sendAdHoc({ ...of(), ...adHoc });
    expect(await titles(api.player)).toContain('By hand');
    expect(await titles(api.opponent)).toContain('A burst pipe');
    expect(await titles(api.player)).not.toContain('A burst pipe');
    const wrong = { ...of(), injectId: ids.byHand, teamIds: [newId()] };
    expect(await failure(api.control.running.release(wrong))).toMatchObject({
      fields: [{ path: 'teamIds' }],
    });
    expect(
      await failure(api.player.running.release({ ...of(), injectId: ids.later, teamIds: [teams.north] })),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('holds a team back that was given time when the clock jumps ahead, and stands still when told to', async () => {
    const { api, teams } = scene;
    await api.control.running.extend({ ...of(), teamId: teams.north, minutes: 30 });
    await turn('pause');
    await api.control.running.jump({ ...of(), minute: 70 });
    expect(await titles(api.opponent)).not.toContain('In an hour');
    expect(await failure(api.control.running.jump({ ...of(), minute: 5 }))).toMatchObject({
      fields: [{ path: 'minute', key: 'running.onlyAhead' }],
    });
    await turn('resume');
    expect(await titles(api.opponent)).toContain('In an hour');
    expect(await titles(api.player)).not.toContain('In an hour');
    const { teams: times } = await api.control.running.board({ code: scene.code });
    expect(Math.round((times.find(({ id }) => id === teams.north)?.behind ?? 0) / 60_000)).toBe(30);
    expect(times.find(({ id }) => id === teams.south)).toMatchObject({ behind: 0, extended: 0 });
    expect((await inbox(api.opponent)).clock.time).toBeGreaterThanOrEqual(70 * 60_000);
  });

  it('lets teams report and ask, and control reply to the one that asked', async () => {
    const { api, teams } = scene;
    await api.player.running.report({
      ...of(),
      text: 'Crane 4 stands.',
      done: 'Secured.',
      needs: 'A driver.',
    });
    await api.player.running.ask({ ...of(), text: 'Is the telephone part of the play?' });
    await api.control.running.reply({ ...of(), teamId: teams.north, text: 'It is.' });
    expect((await inbox(api.player)).said.map(({ kind }) => kind)).toEqual(['reply', 'question', 'report']);
    expect((await inbox(api.opponent)).said).toEqual([]);
    expect(
      await failure(api.evaluator.running.reply({ ...of(), teamId: teams.north, text: 'x' })),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await failure(api.player.running.reply({ ...of(), teamId: teams.south, text: 'x' })),
    ).toMatchObject({ code: 'NOT_FOUND' });
    for (const { sealed } of await scene.test.worker.db.select().from(responses))
      expect(sealed?.includes('Crane') ?? false).toBe(false);
  });

  it('delivers once though many look at once, by the worker too, and writes the instant it was due', async () => {
    const { api, test, exerciseId, teams } = scene;
    const { injectId } = await addInject(scene, 'Looked at by many', {
      ...{ status: 'approved', teamIds: [teams.south], minute: 71 },
    });
    await test.worker.db.update(injects).set({ minute: 69 }).where(eq(injects.id, injectId));
    await Promise.all([
      ...[inbox(api.opponent), inbox(api.opponent), api.control.running.board({ code: scene.code })],
      ...[settleRuns(servicesOf(test)), asWorker(servicesOf(test), (ctx) => settleRun(ctx, exerciseId))],
    ]);
    const rows = await test.worker.db.select().from(deliveries).where(eq(deliveries.injectId, injectId));
    expect(rows).toHaveLength(1);
    const [resumed] = await test.worker.db.select().from(clockRows).where(eq(clockRows.kind, 'resume'));
    // Jumped over while the clock stood still: due when it went on.
    expect(rows[0]?.at).toEqual(resumed?.at);
    await expect(
      test.app.db.transaction((tx) => tx.execute(sql`delete from exercise_delivery`)),
    ).rejects.toThrow();
  });

  it('ends for good', async () => {
    await turn('end');
    expect(await failure(turn('resume'))).toMatchObject({ messageKey: 'running.ended' });
    expect((await inbox(scene.api.player)).clock.state).toBe('ended');
  });
});
