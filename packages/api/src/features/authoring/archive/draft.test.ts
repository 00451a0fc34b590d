import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, inTransaction, type SignedIn } from '../../../context.ts';
import { storeFile } from '../../../storage/store.ts';
import { authoringScene, once } from '../../../testing/authoring.ts';
import { requestAs, servicesOf } from '../../../testing/caller.ts';
import { pack, unpack } from '../../../zip.ts';
import { HOUSE } from '../../credential-templates/rules.ts';
import { exportOwn } from './own.ts';

let test: TestDatabase;
let scene: Awaited<ReturnType<typeof authoringScene>>;
let archive: Uint8Array;
type Person = { id: string };

beforeAll(async () => {
  test = await testDatabase();
  scene = await authoringScene(test);
  archive = (await taken(scene.instructor)).archive;
});
afterAll(() => test.close());

/** The published version as the person takes it out, in the application's role. */
async function taken(person: Person) {
  return inTransaction(servicesOf(test), await requestAs(test, person), (ctx) =>
    exportOwn(ctx as SignedIn, { course: scene.slug, number: 1 }),
  );
}

/** Brings bytes as the person's own upload. */
async function brought(person: Person, bytes: Uint8Array): Promise<string> {
  const place = { container: 'person', containerId: person.id, createdBy: person.id } as const;
  const file = await asWorker(servicesOf(test), (ctx) =>
    storeFile(ctx, { ...place, name: 'course.zip', bytes }),
  );
  return file.id;
}

/** The archive with another address, so that it is a course of its own. */
async function renamed(slug: string, change: (json: string) => string = (json) => json) {
  const files = await unpack(Buffer.from(archive));
  const json = new TextDecoder().decode(files.get('course.json')).replace(`"${scene.slug}"`, `"${slug}"`);
  return pack(new Map([...files, ['course.json', Buffer.from(change(json))]]));
}

const wish = { audience: 'allies' as const, level: 0, overDraft: false };
const bring = async (person: Person, fileId: string, more: object = {}) =>
  (await scene.as(person)).authoring.bringArchive(once({ fileId, ...wish, ...more }));
const look = async (person: Person, fileId: string) => (await scene.as(person)).authoring.archive({ fileId });
const versions = async () => (await test.worker.sql`select 1 from course_version`).length;

describe('a version taken out', () => {
  it('goes to its staff alone', async () => {
    expect((await taken(scene.manager)).name).toBe(`${scene.slug}-1.zip`);
    for (const person of [scene.learner, scene.stranger, scene.past])
      await expect(taken(person)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const rows = await test.worker.sql`select 1 from record_entry where action = 'course.exported'`;
    expect(rows).toHaveLength(2);
  });
});

describe('an archive brought in', () => {
  it('is shown before anything is written, then taken whole as the draft of a new course', async () => {
    const fileId = await brought(scene.manager, await renamed('harbour'));
    const before = await versions();
    expect(await look(scene.manager, fileId)).toMatchObject({
      ...{ problems: [], existing: null, may: true },
      course: { slug: 'harbour', units: 1, questions: 1, languages: ['en', 'fr'] },
    });
    expect(await versions()).toBe(before);
    const input = once({ fileId, ...wish });
    const { authoring, courses } = await scene.as(scene.manager);
    const first = await authoring.bringArchive(input);
    expect(await authoring.bringArchive(input)).toEqual(first);
    const editor = await authoring.course({ course: 'harbour' });
    expect(editor.draft).toMatchObject({ number: 1 });
    expect(editor.published).toBeUndefined();
    expect(editor.units[0]?.activities.map(({ key }) => key)).toEqual(['a', 'b', 'check']);
    await expect((await scene.as(scene.learner)).courses.page({ course: 'harbour' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { draft } = await authoring.publishing({ course: 'harbour' });
    const facts = { notes: {}, moves: 'stay' as const, requiresRetake: false };
    await authoring.publish(once({ courseId: first.courseId, revision: draft?.revision ?? 0, ...facts }));
    expect((await courses.page({ course: 'harbour' })).units).toHaveLength(1);
  });

  it('becomes the next draft of a course one writes; what is published stays, an open draft is not gone over unasked', async () => {
    const fileId = await brought(scene.instructor, archive);
    expect(await look(scene.instructor, fileId)).toMatchObject({
      existing: { mine: true, draft: null, number: 2, mayReplace: false },
    });
    await bring(scene.instructor, fileId);
    const { authoring } = await scene.as(scene.instructor);
    expect(await authoring.course({ course: scene.slug })).toMatchObject({
      draft: { number: 2 },
      published: { number: 1 },
    });
    await expect(bring(scene.instructor, fileId)).rejects.toMatchObject({
      messageKey: 'authoring.archiveDraftOpen',
    });
    await expect(bring(scene.instructor, fileId, { overDraft: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const own = await brought(scene.director, archive);
    await bring(scene.director, own, { overDraft: true });
    expect((await authoring.course({ course: scene.slug })).draft).toMatchObject({ number: 2 });
  });

  it('says by name which template is not here, and keeps the name until the course’s facts choose otherwise', async () => {
    const asks = (json: string) =>
      json.replace('"credentialTemplate": null', '"credentialTemplate": "Quay watch"');
    const fileId = await brought(scene.manager, await renamed('jetty', asks));
    expect(await look(scene.manager, fileId)).toMatchObject({ missingTemplate: 'Quay watch', problems: [] });
    const { courseId } = await bring(scene.manager, fileId);
    const { authoring, credentialTemplates } = await scene.as(scene.manager);
    const keep = async (more: object) => {
      const { base, facts } = await authoring.facts({ course: 'jetty' });
      const { templateWanted: _, ...kept } = facts;
      await authoring.saveFacts(once({ courseId, base, ...kept, prerequisites: [], marking: null, ...more }));
      const after = (await authoring.facts({ course: 'jetty' })).facts;
      return [after.templateId, after.templateWanted];
    };
    expect(await keep({ keepsWanted: true, minutes: 50 })).toEqual([null, 'Quay watch']);
    const { templateId } = await credentialTemplates.make(
      once({ name: 'Quay watch', validityMonths: null, body: HOUSE.course }),
    );
    expect(
      await look(scene.manager, await brought(scene.manager, await renamed('groyne', asks))),
    ).toMatchObject({
      missingTemplate: null,
    });
    expect(await keep({ templateId, keepsWanted: true })).toEqual([templateId, null]);
    expect(await keep({ templateId: null })).toEqual([null, null]);
  });

  it('with something wrong in it writes nothing, and says where', async () => {
    const fileId = await brought(
      scene.manager,
      await renamed('quay', (json) => json.replace(/"minutes": \d+/, '"minutes": "ten"')),
    );
    const before = await versions();
    const { course, problems } = await look(scene.manager, fileId);
    expect(course).toBeNull();
    expect(problems).toEqual([
      expect.objectContaining({ file: 'course.json', code: 'field', line: expect.any(Number) }),
    ]);
    expect(problems[0]?.line).toBeGreaterThan(1);
    await expect(bring(scene.manager, fileId)).rejects.toMatchObject({
      messageKey: 'authoring.archiveProblems',
    });
    const noZip = await brought(scene.manager, Buffer.from('no archive at all'));
    await expect(look(scene.manager, noZip)).rejects.toMatchObject({
      messageKey: 'authoring.archiveUnreadable',
    });
    expect(await versions()).toBe(before);
  });

  it('is nothing to who writes no course, nor is anybody else’s upload, nor an address of the portal’s own', async () => {
    const fileId = await brought(scene.manager, await renamed('pier'));
    const missing = { code: 'NOT_FOUND' };
    for (const person of [scene.learner, scene.past, scene.administrator, scene.instructor])
      await expect(look(person, fileId)).rejects.toMatchObject(missing);
    await expect(look(scene.manager, newId())).rejects.toMatchObject(missing);
    const own = await brought(scene.instructor, await renamed('pier'));
    expect(await look(scene.instructor, own)).toMatchObject({ may: false });
    await expect(bring(scene.instructor, own)).rejects.toMatchObject(missing);
    const reserved = await brought(scene.manager, await renamed('bank'));
    await expect(bring(scene.manager, reserved)).rejects.toMatchObject({ fields: [{ path: 'slug' }] });
    const stranger = await brought(scene.stranger, archive);
    await expect(bring(scene.stranger, stranger)).rejects.toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|CONFLICT/),
    });
  });

  it('is taken once where two bring it at once', async () => {
    const file = await renamed('mole');
    const ids = [await brought(scene.manager, file), await brought(scene.administrator, file)];
    const both = await Promise.allSettled([
      bring(scene.manager, ids[0] ?? ''),
      bring(scene.administrator, ids[1] ?? ''),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
