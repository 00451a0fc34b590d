import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { addInject, type InjectScene, injectScene } from '../../testing/injects.ts';
import { pack } from '../../zip.ts';
import { writeSheet } from './sheet.ts';

let scene: InjectScene;
beforeAll(async () => {
  scene = await injectScene();
});
afterAll(() => scene.test.close());

const content = async (rows: string[][]) => (await writeSheet('List', rows)).toString('base64');
const all = async () => (await scene.api.planner.injects.list({ code: scene.code })).injects;
const look = (file: string) =>
  scene.api.planner.injects.previewFile({ exerciseId: scene.exerciseId, content: file, columns: null });
const bring = (
  file: string,
  columns: Parameters<InjectScene['api']['planner']['injects']['bringIn']>[0]['columns'] = null,
) => ({
  ...{ commandId: newId(), exerciseId: scene.exerciseId, content: file, columns },
});

describe('a planners’ spreadsheet', () => {
  it('is shown, written whole, and read again without a change', async () => {
    const { api } = scene;
    const { injectId } = await addInject(scene, 'There already', { minute: 3 });
    const file = await content([
      ['Event Number', 'Simulated Time', 'Title', 'To', 'Group', 'Depends on', 'Expected Actions'],
      ['1', '0:05', 'Moved by two minutes', 'North', 'Power', '', ''],
      ['7', '1:00', 'Second', 'North; South', 'power', '9', 'They ask back'],
      ['9', '0:30', 'First', 'all', '', '', ''],
    ]);
    expect(await look(file)).toMatchObject({ lines: 3, added: 2, changed: 1, problemCount: 0 });
    expect(await all()).toHaveLength(1);
    const command = bring(file);
    expect(await api.planner.injects.bringIn(command)).toEqual({ added: 2, changed: 1 });
    expect(await api.planner.injects.bringIn(command)).toEqual({ added: 2, changed: 1 });
    const now = await all();
    expect(now.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Moved by two minutes'],
      [9, 'First'],
      [7, 'Second'],
    ]);
    expect(now[2]).toMatchObject({
      afterId: now[1]?.id,
      expected: 'They ask back',
      storylineId: now[0]?.storylineId,
    });
    expect(
      (await api.planner.injects.history({ injectId })).versions.map(({ state }) => state.minute),
    ).toEqual([5, 3, 3]);
    expect(await look(file)).toMatchObject({ added: 0, changed: 0, problemCount: 0 });
  });

  it('writes nothing while a cell is wrong, and names the cell', async () => {
    const before = await all();
    const file = await content([
      ['Title', 'Exercise time', 'To'],
      ['Good', '+0:10', 'North'],
      ['Bad', 'noon', 'West'],
    ]);
    const seen = await look(file);
    expect(seen.problems).toEqual([
      { line: 3, column: 'B', code: 'time', value: 'noon' },
      { line: 3, column: 'C', code: 'teamUnknown', value: 'West' },
    ]);
    expect(await failure(scene.api.planner.injects.bringIn(bring(file)))).toMatchObject({
      messageKey: 'injects.fileProblems',
    });
    expect(await all()).toEqual(before);
  });

  it('has its columns remembered for the exercise', async () => {
    const file = await content([
      ['Was', 'Wann'],
      ['Ferngespräch', '+0:20'],
    ]);
    expect((await look(file)).problems).toMatchObject([{ code: 'noTitle' }]);
    await scene.api.planner.injects.bringIn(bring(file, ['title', 'minute']));
    expect((await look(file)).columns).toMatchObject([{ field: 'title' }, { field: 'minute' }]);
  });

  it('is nobody else’s to bring', async () => {
    const { api } = scene;
    const file = await content([['Title'], ['X']]);
    const input = { exerciseId: scene.exerciseId, content: file, columns: null };
    expect(await failure(api.evaluator.injects.previewFile(input))).toMatchObject({ code: 'FORBIDDEN' });
    for (const other of [api.player, api.manager, api.outsider]) {
      expect(await failure(other.injects.previewFile(input))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failure(other.injects.bringIn(bring(file)))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

/** A published tabletop exercise, where somebody has laid one beside the checkout. */
const root = fileURLToPath(new URL('../../../../..', import.meta.url));
const folder = join(process.env.CONCORD_TEST_DATA ?? join(root, '../shared/data'), 'exercises/soss-2024');
const missing = !existsSync(folder);
if (missing) console.info(`Skipped: no tabletop exercise at ${folder} (set CONCORD_TEST_DATA).`);

it.skipIf(missing)('brings in a published tabletop scenario whole', async () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const zip = await pack(
    new Map(
      files.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path)];
      }),
    ),
  );
  const file = zip.toString('base64');
  const logs = files.filter(({ name }) => /^\d+_/.test(name)).length;
  expect(await look(file)).toMatchObject({ problems: [], added: logs + 1 });
  const before = (await all()).length;
  await scene.api.planner.injects.bringIn(bring(file));
  expect(await all()).toHaveLength(before + logs + 1);
});
