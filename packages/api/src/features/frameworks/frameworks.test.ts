import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker } from '../../context.ts';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { createQuizCourse } from '../../testing/courses.ts';
import { readFramework } from './import/read.ts';
import type { FrameworkDraft } from './import/types.ts';
import { writeFramework } from './write.ts';

const root = join(import.meta.dirname, '../../../../..');
const folder = join(process.env.CONCORD_TEST_DATA ?? join(root, '../shared/data'), 'frameworks');
const published = ['ecsf-v1.json', 'nice-2.1.0.json'].map((name) => join(folder, name));
const missing = !published.every((path) => existsSync(path));
if (missing) console.info(`Skipped: no published frameworks at ${folder} (set CONCORD_TEST_DATA).`);

const profile = (title: string, skills: string[]) => ({
  title,
  'summary-statement': 'Watches over a harbour.',
  mission: 'Keeps ships from each other.',
  deliverables: ['A log'],
  'main-tasks': ['Answer the radio'],
  'key-skills': skills,
  'key-knowledge': ['Tides'],
  'e-competences': [{ name: 'B.3. Testing of lights', level: 3 }],
});
const ecsf = (skills = ['Read charts', 'Stay calm']) =>
  JSON.stringify({
    metadata: { name: 'Harbour Skills', short: 'HARB', version: 'v1' },
    'role-profiles': [profile('Harbour Master (HM)', skills), profile('Pilot', ['Read charts'])],
  });
const nice = JSON.stringify({
  response: {
    elements: {
      documents: [{ doc_identifier: 'D', name: 'Work at Sea', version: '9.1.0', website: '' }],
      elements: [
        { element_type: 'category', element_identifier: 'SA', title: 'SAILING', text: 'Moves ships.' },
        { element_type: 'work_role', element_identifier: 'SA-WRL-001', title: 'Helmsman', text: 'Steers.' },
        { element_type: 'task', element_identifier: 'T0001', title: '', text: 'Hold the course' },
        { element_type: 'sort', element_identifier: 'S-SA', title: '00001', text: '' },
        { element_type: 'myth', element_identifier: 'M1', title: 'Kraken', text: '' },
      ],
      relationships: [
        { source_element_identifier: 'SA', dest_element_identifier: 'SA-WRL-001' },
        { source_element_identifier: 'SA-WRL-001', dest_element_identifier: 'T0001' },
        { source_element_identifier: 'S-SA', dest_element_identifier: 'SA' },
      ],
    },
  },
});

const taught = ({ courseId }: { courseId: string }) => ({ subject: 'course' as const, subjectId: courseId });

describe('reading a framework', () => {
  it('takes role profiles with what they are made of, each thing once', () => {
    const { framework, problems } = readFramework(ecsf());
    const of = (kind: string) =>
      framework?.items.filter((item) => item.kind === kind).map(({ title }) => title);
    expect(of('role')).toEqual(['Harbour Master (HM)', 'Pilot']);
    expect(of('skill')).toEqual(['Read charts', 'Stay calm']);
    expect(framework?.items.find(({ kind }) => kind === 'competence')).toMatchObject({
      code: 'B.3',
      title: 'Testing of lights',
    });
    expect(framework?.links.find(({ level }) => level === 3)?.from).toBe('role-hm');
    expect(problems.map(({ path, problem }) => [path, problem])).toEqual([
      ['role-profiles[0].deliverables', 'notKept'],
      ['role-profiles[1].deliverables', 'notKept'],
    ]);
  });

  it('takes elements and relationships, and says what it leaves out', () => {
    const { framework, problems } = readFramework(nice);
    expect(framework?.items.map(({ kind, code, title }) => [kind, code, title])).toEqual([
      ['category', 'SA', 'SAILING'],
      ['role', 'SA-WRL-001', 'Helmsman'],
      ['task', 'T0001', 'Hold the course'],
    ]);
    expect(framework?.links).toHaveLength(2);
    expect(problems.map(({ problem, detail }) => [problem, detail])).toEqual([
      ['unknownElement', 'myth'],
      ['notKept', '1'],
    ]);
  });

  it.each([
    ['no JSON', 'not json', ''],
    ['another file', '{"a":1}', ''],
    ['a wrong level', ecsf().replace('"level":3', '"level":9'), 'role-profiles[0].e-competences[0].level'],
    ['no roles', '{"metadata":{"name":"a","short":"a","version":"1"},"role-profiles":[]}', 'role-profiles'],
  ])('names the place in %s', (_, text, path) => {
    const { framework, problems } = readFramework(text);
    expect(framework).toBeNull();
    expect(problems[0]).toMatchObject({ problem: 'shape', path });
  });

  it.skipIf(missing)('takes the published files whole', async () => {
    const [first, second] = await Promise.all(
      published.map(async (path) => readFramework(await readFile(path, 'utf8')).framework),
    );
    expect(first?.items.filter(({ kind }) => kind === 'role')).toHaveLength(12);
    expect(second?.items.filter(({ kind }) => kind === 'task')).toHaveLength(946);
  });
});

describe('a framework in the portal', () => {
  let test: TestDatabase;
  let [director, learner]: { id: string }[] = [];
  let course: Awaited<ReturnType<typeof createQuizCourse>>;
  const write = (draft: FrameworkDraft | null) =>
    asWorker(servicesOf(test), (ctx) => writeFramework(ctx, draft as FrameworkDraft));
  const as = (person: { id: string } | undefined) => callerAs(test, person ?? null);
  const fails = (code: string) => expect.objectContaining({ code });

  beforeAll(async () => {
    test = await testDatabase();
    const party = await createParty(test);
    course = await createQuizCourse(test, { party });
    const held = { role: 'courseDirector' as const, scope: 'course' as const, scopeId: course.courseId };
    director = await createPerson(test, { party, appointments: [held] });
    learner = await createPerson(test, { party });
  });
  afterAll(() => test.close());

  it('is written once, corrected by code, and keeps what courses map to', async () => {
    const { frameworkId, outcome } = await write(readFramework(ecsf()).framework);
    expect(outcome).toBe('created');
    expect((await write(readFramework(ecsf()).framework)).outcome).toBe('unchanged');
    const { frameworks } = await as(director);
    const skills = await frameworks.browse({ frameworkId, kind: 'skill' });
    const calm = skills.items.find(({ title }) => title === 'Stay calm');
    const { id: itemId } = await frameworks.item({ frameworkId, code: calm?.code ?? '' });
    const map = { commandId: randomUUID(), itemIds: [itemId], ...taught(course), maps: true };
    expect(await frameworks.map(map)).toEqual(await frameworks.map(map));
    expect((await write(readFramework(ecsf(['Read charts'])).framework)).outcome).toBe('updated');
    const item = await frameworks.item({ frameworkId, code: calm?.code ?? '' });
    expect(item.courses.map(({ slug }) => slug)).toEqual([course.slug]);
    const role = await frameworks.item({ frameworkId, code: 'role-hm' });
    expect(role.parts.filter(({ kind }) => kind === 'skill').map(({ title }) => title)).toEqual([
      'Read charts',
    ]);
  });

  it('is for everybody signed in to read, and for course directors to map their courses to', async () => {
    const { frameworks } = await as(learner);
    const [one] = (await frameworks.list()).frameworks;
    const frameworkId = one?.id ?? '';
    const role = await frameworks.item({ frameworkId, code: 'role-hm' });
    expect(role.can).toEqual({ map: false });
    const map = { commandId: randomUUID(), itemIds: [role.id], ...taught(course), maps: true };
    await expect(frameworks.map(map)).rejects.toEqual(fails('NOT_FOUND'));
    await expect(frameworks.item({ frameworkId, code: 'nothing' })).rejects.toEqual(fails('NOT_FOUND'));
    await expect((await as(undefined)).frameworks.list()).rejects.toEqual(fails('UNAUTHORIZED'));
  });
});
