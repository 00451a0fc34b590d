import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { peopleScene } from '../../testing/people.ts';

let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let manager: { id: string };
const as = (person: { id: string } | null) => callerAs(test, person);
const fails = (code: string) => expect.objectContaining({ code });

type Element = [type: string, code: string, title: string];
const file = (version: string, elements: Element[]) =>
  JSON.stringify(
    {
      response: {
        elements: {
          documents: [{ doc_identifier: 'D', name: 'Work at Sea', version, website: '' }],
          elements: elements.map(([element_type, element_identifier, title]) => ({
            ...{ element_type, element_identifier, title, text: '' },
          })),
          relationships: [],
        },
      },
    },
    null,
    1,
  );
const first: Element[] = [
  ['work_role', 'R1', 'Helmsman'],
  ['task', 'T1', 'Hold the course'],
  ['task', 'T2', 'Ring the bell'],
];
const second: Element[] = [
  ['work_role', 'R1', 'Helmsman'],
  ['task', 'T1', 'Hold the course by night'],
  ['task', 'T3', 'Read the stars'],
];

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  const trains = { role: 'trainingManager', scope: 'alliance' } as const;
  manager = await createPerson(test, { party: scene.other, appointments: [trains] });
});
afterAll(() => test.close());

async function take(content: string, basis?: string) {
  const by = (await as(manager)).frameworks;
  const { read } = await by.preview({ content });
  return by.take({ commandId: randomUUID(), content, basis: basis ?? read?.basis ?? '' });
}

describe('a framework brought in by a browser', () => {
  it('is compared with the version held before it is taken whole', async () => {
    const by = (await as(manager)).frameworks;
    const { read } = await by.preview({ content: file('1.0', first) });
    expect(read).toMatchObject({ held: null, unchanged: false, figures: { added: 3, changed: 0, gone: 0 } });
    expect((await by.list()).frameworks).toEqual([]);
    expect((await take(file('1.0', first))).outcome).toBe('created');
    const again = await by.preview({ content: file('1.0', first) });
    expect(again.read).toMatchObject({ held: { version: '1.0', same: true }, unchanged: true });
    const next = await by.preview({ content: file('1.10', second) });
    expect(next.read).toMatchObject({
      held: { version: '1.0', same: false },
      added: [{ code: 'T3' }],
      changed: [{ code: 'T1', before: 'Hold the course', title: 'Hold the course by night' }],
      gone: [{ code: 'T2' }],
    });
    await take(file('1.10', second));
    expect((await by.list()).frameworks.map(({ version, current }) => [version, current])).toEqual([
      ['1.10', true],
      ['1.0', false],
    ]);
  });

  it('is refused whole with its problems by line, and over what changed since the preview', async () => {
    const by = (await as(manager)).frameworks;
    const broken = file('3.0', first).replace('"Helmsman"', '7');
    const { read, problems } = await by.preview({ content: broken });
    expect([read, problems[0]?.path, problems[0]?.reason]).toEqual([
      null,
      'response.elements.elements[0].title',
      'kind',
    ]);
    expect(broken.split('\n')[(problems[0]?.line ?? 0) - 1]).toContain('"title": 7');
    await expect(take(broken)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const cut = await by.preview({ content: file('3.0', first).slice(0, -4) });
    expect(cut.problems[0]).toMatchObject({ reason: 'notJson', line: expect.any(Number) });
    await expect(take(file('3.0', first), 'something else')).rejects.toEqual(fails('CONFLICT'));
    expect((await by.list()).frameworks.some(({ version }) => version === '3.0')).toBe(false);
  });

  it('by two at once is taken once', async () => {
    const content = file('5.0', first);
    const { read } = await (await as(manager)).frameworks.preview({ content });
    const both = await Promise.allSettled([take(content, read?.basis), take(content, read?.basis)]);
    const { frameworks } = await (await as(manager)).frameworks.list();
    expect(frameworks.filter(({ version }) => version === '5.0')).toHaveLength(1);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  });

  it('is for who manages training alone', async () => {
    const content = file('1.0', first);
    for (const person of [scene.coordinator, scene.officer, scene.stranger]) {
      const { frameworks } = await as(person);
      await expect(frameworks.preview({ content })).rejects.toEqual(fails('NOT_FOUND'));
      await expect(frameworks.take({ commandId: randomUUID(), content, basis: '' })).rejects.toEqual(
        fails('NOT_FOUND'),
      );
    }
    expect((await (await as(scene.administrator)).frameworks.list()).can).toEqual({
      ...{ bringIn: true, map: true },
    });
    await expect((await as(null)).frameworks.preview({ content })).rejects.toEqual(fails('UNAUTHORIZED'));
  });
});
