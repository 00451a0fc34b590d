import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@concord/db/ids';
import { exercises } from '@concord/db/schema/exercises';
import { checkKeys, checkResults } from '@concord/db/schema/scoring';
import { recordEntries } from '@concord/db/schema/system';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksEndpoint } from '../../http/checks.ts';
import { servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { type InjectScene, injectScene } from '../../testing/injects.ts';

let scene: InjectScene;
let server: Server;
let base: string;
let secret: string;
const fresh = () => randomBytes(32).toString('base64url');

beforeAll(async () => {
  scene = await injectScene();
  await scene.test.worker.db
    .update(exercises)
    .set({ kind: 'competitive' })
    .where(eq(exercises.id, scene.exerciseId));
  const services = servicesOf(scene.test);
  server = createServer((req, res) => {
    checksEndpoint(services, req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  secret = fresh();
  await make(scene.api.director, secret);
});
afterAll(async () => {
  server.close();
  await scene.test.close();
});

const make = (api: InjectScene['api']['director'], key: string) =>
  api.checks.makeKey({
    commandId: newId(),
    exerciseId: scene.exerciseId,
    secret: key,
    name: 'Checker',
    days: 3,
  });

type Answer = { accepted: number; fields: { path: string; problem: string }[] };

async function send(path: string, body: unknown, key: string | null = secret) {
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}
const result = (more: object = {}) => ({
  ...{
    reference: newId(),
    team: 'North',
    check: 'web',
    state: 'up',
    points: 5,
    at: new Date().toISOString(),
  },
  ...more,
});
const statement = (more: object = {}) => ({
  id: newId(),
  actor: { objectType: 'Group', account: { homePage: 'https://range.example', name: 'South' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/failed', display: { en: 'failed' } },
  object: { id: 'https://range.example/checks/mail', definition: { name: { en: 'Mail' } } },
  result: { score: { raw: -3, min: -10, max: 10 }, success: false },
  timestamp: new Date().toISOString(),
  ...more,
});
const kept = () => scene.test.worker.db.$count(checkResults);

describe('a key', () => {
  it('is made by the director alone, kept as a digest, and stands in the record', async () => {
    const { api, test } = scene;
    for (const other of [api.evaluator, api.control, api.planner])
      expect(await failure(make(other, fresh()))).toMatchObject({ code: 'FORBIDDEN' });
    for (const other of [api.player, api.manager, api.outsider])
      expect(await failure(make(other, fresh()))).toMatchObject({ code: 'NOT_FOUND' });
    const rows = await test.worker.db.select().from(checkKeys);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await test.worker.db.$count(recordEntries, eq(recordEntries.action, 'exercise.key'))).toBe(1);
    expect((await api.evaluator.checks.byCode({ code: scene.code })).keys).toEqual([]);
    expect(await failure(api.player.checks.byCode({ code: scene.code }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('does not hold when it is unknown, missing, expired or revoked: one answer for all', async () => {
    const { api, test } = scene;
    const body = { results: [result()] };
    const unknown = await send('/api/checks', body, fresh());
    expect(unknown).toEqual({ status: 401, body: { error: 'No key, or one that does not hold.' } });
    expect(await send('/api/checks', body, null)).toEqual(unknown);
    const [old, gone] = [fresh(), fresh()];
    const [oldKey, goneKey] = [await make(api.director, old), await make(api.director, gone)];
    await test.owner
      .sql`update exercise_key set made_at = now() - interval '2 days', expires_at = now() - interval '1 hour'
      where id = ${oldKey.keyId}`;
    await api.director.checks.revokeKey({ commandId: newId(), keyId: goneKey.keyId });
    for (const key of [old, gone]) expect(await send('/api/checks', body, key)).toEqual(unknown);
    expect(
      await failure(api.director.checks.revokeKey({ commandId: newId(), keyId: goneKey.keyId })),
    ).toMatchObject({ messageKey: 'checks.revoked' });
    expect(
      await failure(api.player.checks.revokeKey({ commandId: newId(), keyId: goneKey.keyId })),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await kept()).toBe(0);
  });
});

describe('results of checks', () => {
  it('count once however often they are sent, and at once', async () => {
    const body = { results: [result(), result({ check: 'dns', state: 'down', points: undefined })] };
    const answers = await Promise.all([1, 2, 3].map(() => send('/api/checks', body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.reduce((sum, { body: { accepted } }) => sum + accepted, 0)).toBe(2);
    expect(await kept()).toBe(2);
    const changed = { results: [{ ...body.results[0], points: 50 }, result()] };
    expect(await send('/api/checks', changed)).toEqual({
      status: 409,
      body: {
        error: 'Nothing was kept: these fields are wrong.',
        fields: [{ path: 'results.0.reference', problem: 'This reference was used for another result.' }],
      },
    });
    expect(await kept()).toBe(2);
  });

  it('are taken whole or not at all, with every problem by its field', async () => {
    const wrong = {
      results: [
        result(),
        result({ team: 'West' }),
        result({ at: new Date(Date.now() + 600_000).toISOString() }),
      ],
    };
    expect((await send('/api/checks', wrong)).body.fields.map(({ path }: { path: string }) => path)).toEqual([
      'results.1.team',
      'results.2.at',
    ]);
    for (const [body, path] of [
      [{ results: [result({ state: 'sideways' })] }, 'results.0.state'],
      [{ results: [result({ state: undefined, points: undefined })] }, 'results.0.state'],
      [{ results: [result({ points: 1.5 })] }, 'results.0.points'],
      [{ results: [result({ at: 'today' })] }, 'results.0.at'],
      [{ results: [result({ flag: 1 })] }, 'results.0.flag'],
      [{ results: [] }, 'results'],
      [{}, 'results'],
    ] as const)
      expect(await send('/api/checks', body)).toMatchObject({ status: 400, body: { fields: [{ path }] } });
    expect((await send('/api/checks', '{')).body).toEqual({ error: 'The body is not JSON.' });
    expect((await send('/api/checks', 'x'.repeat(600_000))).status).toBe(413);
    expect((await send('/api/checksum', {})).status).toBe(404);
    expect(await kept()).toBe(2);
  });
});

describe('xAPI statements', () => {
  it('are taken one or many, once each, and answered with their ids', async () => {
    const [one, two] = [statement(), statement({ result: undefined })];
    const before = await kept();
    expect(await send('/api/xapi/statements', one)).toEqual({ status: 200, body: [one.id] });
    expect(await send('/api/xapi/statements', [one, two])).toEqual({ status: 200, body: [one.id, two.id] });
    expect(await kept()).toBe(before + 2);
    const rows = await scene.test.worker.db
      .select()
      .from(checkResults)
      .where(eq(checkResults.reference, one.id));
    expect(rows).toMatchObject([{ teamId: scene.teams.south, state: 'down', points: -3, source: 'xapi' }]);
  });

  it.each([
    ['verb.id', { verb: { id: 'http://adlnet.gov/expapi/verbs/launched' } }],
    [
      'actor.mbox',
      { actor: { mbox: 'mailto:a@b.example', account: { homePage: 'https://x.example', name: 'South' } } },
    ],
    ['actor.account', { actor: { objectType: 'Group' } }],
    ['actor.account.name', { actor: { account: { homePage: 'https://x.example', name: 'East' } } }],
    ['object.id', { object: { id: 'mail' } }],
    ['result.success', { result: { success: true } }],
    ['result.score.raw', { result: { score: { raw: 50, max: 10 } } }],
    ['result.score.raw', { verb: { id: 'http://adlnet.gov/expapi/verbs/scored' }, result: {} }],
    ['timestamp', { timestamp: 'yesterday' }],
    ['context', { context: {} }],
    ['id', { id: 'one' }],
  ])('are refused by the field %s', async (path, more) => {
    const before = await kept();
    const answer = await send('/api/xapi/statements', statement(more));
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path }] } });
    expect(answer.body.fields[0]?.problem).toMatch(/\w/);
    const many = await send('/api/xapi/statements', [statement(), statement(more)]);
    expect(many.body.fields[0]?.path).toBe(`1.${path}`);
    expect(await kept()).toBe(before);
  });
});

it('what checks gave counts on the scoreboard, and not what comes after it was frozen', async () => {
  const { api, exerciseId, code } = scene;
  const act = (kind: 'open' | 'freeze') =>
    api.director.scoring.act({ commandId: newId(), exerciseId, act: kind });
  const lines = async () =>
    (await api.player.scoring.scoreboard({ code })).lines.map(({ name, checks, up, seen }) => [
      name,
      checks,
      up,
      seen,
    ]);
  await act('open');
  expect(await lines()).toEqual([
    ['North', 5, 1, 2],
    ['South', -3, 0, 2],
  ]);
  await act('freeze');
  // By the sender's clock it was before; what counts is when it came.
  await send('/api/checks', { results: [result({ at: '2026-01-01T00:00:00Z', points: 100 })] });
  expect((await lines())[0]).toEqual(['North', 5, 1, 2]);
  expect((await api.control.scoring.scoreboard({ code })).lines[0]).toMatchObject({
    name: 'North',
    checks: 105,
  });
  const said = await scene.test.worker.db
    .select()
    .from(recordEntries)
    .where(and(eq(recordEntries.action, 'exercise.checks'), eq(recordEntries.subjectId, exerciseId)));
  expect(said.every(({ actorId }) => actorId === null)).toBe(true);
});

it('a key is paused when it is used too often', async () => {
  const key = fresh();
  await make(scene.api.director, key);
  const answers: number[] = [];
  for (let tries = 0; tries < 121; tries += 1) answers.push((await send('/api/checks', '{', key)).status);
  expect(answers.slice(0, 120).every((status) => status === 400)).toBe(true);
  expect(answers.at(-1)).toBe(429);
});
