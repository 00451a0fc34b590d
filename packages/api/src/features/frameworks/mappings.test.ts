import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { workRoles } from '@concord/db/schema/competence';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker } from '../../context.ts';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { createQuizCourse } from '../../testing/courses.ts';
import { peopleScene } from '../../testing/people.ts';
import type { DraftItem } from './import/types.ts';
import { writeFramework } from './write.ts';

let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let [manager, director]: { id: string }[] = [];
let course: Awaited<ReturnType<typeof createQuizCourse>>;
const workRoleId = newId();
const as = (person: { id: string } | null | undefined) => callerAs(test, person ?? null);
const fails = (code: string) => expect.objectContaining({ code });
const item = (kind: DraftItem['kind'], code: string, title: string) => ({
  kind,
  code,
  title,
  description: '',
});

const write = (version: string, items: DraftItem[]) =>
  asWorker(servicesOf(test), (ctx) =>
    writeFramework(ctx, {
      ...{ code: 'SEA', version, title: 'Work at Sea', source: '', licence: '', items },
      links: items.slice(1).map(({ code }) => ({ from: 'R1', to: code, level: null })),
    }),
  );
const first = [
  item('role', 'R1', 'Helmsman'),
  item('task', 'T1', 'Hold the course'),
  item('skill', 'S1', 'Ring bells'),
];

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  course = await createQuizCourse(test, { party: scene.nation });
  const trains = { role: 'trainingManager', scope: 'alliance' } as const;
  const directs = { role: 'courseDirector', scope: 'course', scopeId: course.courseId } as const;
  manager = await createPerson(test, { party: scene.nation, appointments: [trains] });
  director = await createPerson(test, { party: scene.nation, appointments: [directs] });
  await test.worker.db
    .insert(workRoles)
    .values({ id: workRoleId, code: 'pilot', nameEn: 'Pilot', nameFr: 'Pilote' });
  await write('1.0', first);
});
afterAll(() => test.close());

async function idsOf(...codes: string[]) {
  const { items } = await (await as(manager)).frameworks.find({ query: '' });
  return codes.map((code) => items.find((one) => one.code === code)?.id ?? '');
}
const onCourse = () => ({ subject: 'course' as const, subjectId: course.courseId });
const map = async (by: { id: string } | null | undefined, of: object, itemIds: string[], maps = true) =>
  (await as(by)).frameworks.map({ commandId: randomUUID(), itemIds, maps, ...onCourse(), ...of });
const mapped = async () =>
  (await (await as(manager)).frameworks.mappings(onCourse())).maps.map(({ code, title }) => [code, title]);

describe('what is mapped to a framework', () => {
  it('is found by words without accents, and says for how much it stands', async () => {
    const { items } = await (await as(director)).frameworks.find({ query: 'helms' });
    expect(items.map(({ code, parts }) => [code, parts])).toEqual([['R1', 2]]);
    const { items: tasks } = await (await as(director)).frameworks.find({ query: '', kind: 'task' });
    expect(tasks.map(({ code }) => code)).toEqual(['T1']);
    await expect((await as(scene.stranger)).frameworks.find({ query: '' })).rejects.toEqual(
      fails('NOT_FOUND'),
    );
  });

  it('is mapped many at once by who may, and taken off', async () => {
    const [role = '', task = ''] = await idsOf('R1', 'T1');
    await map(director, {}, [role, task]);
    await map(director, {}, [task]);
    expect(await mapped()).toEqual([
      ['R1', 'Helmsman'],
      ['T1', 'Hold the course'],
    ]);
    await map(director, {}, [role], false);
    expect((await mapped()).map(([code]) => code)).toEqual(['T1']);
    const { items, kinds } = await (await as(director)).frameworks.mappable({ subject: 'course' });
    expect(kinds).toEqual(['course', 'questionCategory', 'question']);
    expect(items.map(({ id, count }) => [id, count])).toEqual([[course.courseId, 1]]);
  });

  it('is not for others: of work only who manages training, of a course only its director', async () => {
    const [role = ''] = await idsOf('R1');
    const work = { subject: 'workRole', subjectId: workRoleId };
    await map(manager, work, [role]);
    await expect(map(director, work, [role])).rejects.toEqual(fails('NOT_FOUND'));
    const other = await createQuizCourse(test, { party: scene.nation });
    await expect(map(director, { subjectId: other.courseId }, [role])).rejects.toEqual(fails('NOT_FOUND'));
    for (const person of [scene.coordinator, scene.officer, scene.stranger])
      await expect(map(person, {}, [role])).rejects.toEqual(fails('NOT_FOUND'));
    await expect(map(null, {}, [role])).rejects.toEqual(fails('UNAUTHORIZED'));
    await expect(map(manager, {}, [randomUUID()])).rejects.toEqual(fails('NOT_FOUND'));
    await expect(map(manager, {}, [])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('a new version of a framework', () => {
  it('keeps mappings where the code is the same and lists those to look at', async () => {
    const [skill = ''] = await idsOf('S1');
    await map(director, {}, [skill]);
    await write('2.0', [item('role', 'R1', 'Helmsman'), item('task', 'T1', 'Hold the course by night')]);
    expect(await mapped()).toEqual([['T1', 'Hold the course by night']]);
    const by = (await as(director)).frameworks;
    const doubtful = await by.toLookAt();
    expect(doubtful.map(({ code, gone, before, name }) => [code, gone, before, name])).toEqual([
      ['S1', true, 'Ring bells', 'Spotting a gate'],
      ['T1', false, 'Hold the course', 'Spotting a gate'],
    ]);
    expect((await (await as(manager)).frameworks.toLookAt()).length).toBe(2);
    await map(director, {}, [doubtful[1]?.id ?? '']);
    await map(director, {}, [doubtful[0]?.id ?? ''], false);
    expect(await by.toLookAt()).toEqual([]);
    await expect((await as(scene.coordinator)).frameworks.toLookAt()).rejects.toEqual(fails('NOT_FOUND'));
  });

  it('and a correction of the same one keep what is mapped, even to what it leaves out', async () => {
    await write('2.0', [item('role', 'R1', 'Helmsman or helmswoman')]);
    const work = await (await as(manager)).frameworks.toLookAt();
    expect(work.map(({ code, gone, subject }) => [code, gone, subject]).sort()).toEqual([
      ['R1', false, 'workRole'],
      ['T1', true, 'course'],
    ]);
    expect(await mapped()).toEqual([]);
    await write('2.0', first);
    expect((await mapped()).map(([code]) => code)).toEqual(['T1']);
  });
});
