import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asWorker } from '../../../context.ts';
import { storeFile } from '../../../storage/store.ts';
import { authoringScene, once } from '../../../testing/authoring.ts';
import { servicesOf } from '../../../testing/caller.ts';
import { dot } from '../../../testing/courses.ts';
import { ArchiveRefused, pack, unpack } from '../../../zip.ts';
import { HOUSE } from '../../credential-templates/rules.ts';
import { exportCourse } from './export.ts';
import { importArchive } from './import.ts';
import { readArchive } from './read.ts';
import { courseArchive } from './schema.ts';

let test: TestDatabase;
let other: TestDatabase;
let scene: Awaited<ReturnType<typeof authoringScene>>;

beforeAll(async () => {
  [test, other] = [await testDatabase(), await testDatabase()];
  scene = await authoringScene(test);
  const { authoring } = await scene.as(scene.manager);
  const { courseId, slug: course } = scene;
  await authoring.startVersion(once({ courseId }));
  const { units } = await authoring.course({ course });
  const unitId = units[0]?.id ?? '';
  const video = await authoring.addActivity(
    once({ courseId, unitId, kind: 'video' as const, title: 'Film', at: 9 }),
  );
  const file = await asWorker(servicesOf(test), (ctx) =>
    storeFile(ctx, { container: 'course', containerId: courseId, name: 'Porte n° 1.png', bytes: dot }),
  );
  const kept = await authoring.saveCaptions(
    once({
      courseId,
      activityId: video.id,
      language: 'fr',
      captions: 'WEBVTT\n\n00:01.000 --> 00:02.000\nPorte\n',
    }),
  );
  const settings = { ...kept.settings, video: { fileId: file.id, name: 'Porte n° 1.png' } };
  await authoring.saveSettings(
    once({
      courseId,
      activityId: video.id,
      base: kept.base,
      settings: settings as unknown as Record<string, never>,
    }),
  );
  const meeting = await authoring.addActivity(
    once({ courseId, unitId, kind: 'session' as const, title: 'Talk', at: 10 }),
  );
  await authoring.saveText(
    once({ courseId, activityId: meeting.id, language: 'en', source: 'We talk.', base: null, follows: null }),
  );
  const asked = await authoring.activity({ course, activity: 'talk' });
  await authoring.saveSettings(
    once({
      courseId,
      activityId: meeting.id,
      base: asked.settingsBase,
      settings: { completes: 'learner' } as unknown as Record<string, never>,
    }),
  );
  const { activity, texts } = await authoring.activity({ course, activity: 'a' });
  const source = `Look: ![a gate](/api/files/${file.id})\n\nÅ, 門, \u{1f6aa}.`;
  await authoring.saveText(
    once({
      courseId,
      activityId: activity.id,
      language: 'en',
      source,
      base: texts.en?.hash ?? null,
      follows: null,
    }),
  );
  const { credentialTemplates } = await scene.as(scene.manager);
  const words = { name: 'Harbour watch', validityMonths: 6, body: HOUSE.course };
  const { templateId } = await credentialTemplates.make(once(words));
  await test.worker.sql`update course set template_id = ${templateId} where id = ${courseId}`;
  const { draft } = await authoring.publishing({ course });
  const wish = { notes: { fr: 'Un film.' }, moves: 'stay' as const, requiresRetake: false };
  await authoring.publish(once({ courseId, revision: draft?.revision ?? 0, ...wish }));
});
afterAll(async () => {
  await test.close();
  await other.close();
});

const exported = (from: TestDatabase) => asWorker(servicesOf(from), (ctx) => exportCourse(ctx, scene.slug));

async function imported(archive: Buffer, nation: { id: string }, overEdits = false) {
  const files = await unpack(archive);
  const { course, problems } = readArchive(files);
  expect(problems).toEqual([]);
  if (!course) throw new Error('nothing was read');
  const { id } = nation;
  const marking = { level: 0, releasableTo: [id], onlyFor: [], caveats: [], originator: id };
  return asWorker(servicesOf(other), (ctx) => importArchive(ctx, course, files, { marking, overEdits }));
}

/** The archive as it was written before it could say how credentials read. */
async function without(archive: Buffer) {
  const files = await unpack(archive);
  const json = new TextDecoder().decode(files.get('course.json'));
  return pack(
    new Map([...files, ['course.json', Buffer.from(json.replace(/ *"credentialTemplate".*\n/, ''))]]),
  );
}

describe('an archive', () => {
  it('goes out, in elsewhere and out again without a byte of difference, and changes nothing twice', async () => {
    const { archive } = await exported(test);
    const there = await authoringScene(other, { slug: 'another' });
    expect(await imported(archive, there.nation)).toEqual({
      ...{ change: 'created', slug: scene.slug, number: 1, missingTemplate: 'Harbour watch' },
    });
    const again = await exported(other);
    expect(again.archive.equals(archive)).toBe(true);
    expect((await imported(archive, there.nation)).change).toBe('unchanged');
    const { courses, authoring } = await there.as(there.manager);
    expect((await courses.page({ course: scene.slug })).units[0]?.activities.map(({ key }) => key)).toEqual([
      'a',
      'b',
      'check',
      'film',
      'talk',
    ]);
    const outline = new TextDecoder().decode((await unpack(again.archive)).get('course.json'));
    expect(outline).toMatch(/"session": \{\s*"completes": "learner"/);
    const { units } = await authoring.course({ course: scene.slug });
    expect(units[0]?.activities[0]?.states).toEqual({ en: 'current', fr: 'stale' });
  });

  it('chooses the template of the name it gives where that is offered, and keeps the name where it is not', async () => {
    const { archive } = await exported(test);
    const course = async () => {
      const [row] = await other.worker
        .sql`select template_id, template_wanted from course where slug = ${scene.slug}`;
      return [row?.template_id, row?.template_wanted];
    };
    const there = await authoringScene(other);
    const { credentialTemplates } = await there.as(there.manager);
    const words = { name: 'Harbour watch', validityMonths: null, body: HOUSE.course };
    const ended = await credentialTemplates.make(once(words));
    await credentialTemplates.end(once({ templateId: ended.templateId, revision: 1 }));
    expect((await imported(archive, there.nation, true)).missingTemplate).toBe('Harbour watch');
    expect(await course()).toEqual([null, 'Harbour watch']);
    expect((await exported(other)).archive.equals(archive)).toBe(true);
    const offered = await credentialTemplates.make(once(words));
    await credentialTemplates.make(once(words));
    expect((await imported(archive, there.nation, true)).missingTemplate).toBeNull();
    expect(await course()).toEqual([offered.templateId, null]);
    expect((await exported(other)).archive.equals(archive)).toBe(true);
    const older = await imported(await without(archive), there.nation, true);
    expect([older.missingTemplate, ...(await course())]).toEqual([null, offered.templateId, null]);
  });

  it('holds no id of ours', async () => {
    const files = await unpack((await exported(test)).archive);
    const texts = [...files]
      .filter(([path]) => !path.startsWith('files/'))
      .map(([, bytes]) => new TextDecoder().decode(bytes));
    expect(texts.join('\n')).not.toContain('/api/files/');
    expect([...files.keys()].filter((path) => path.startsWith('text/'))).toContain('text/en/a.md');
  });

  it('names what is wrong with it, by file and line', async () => {
    const files = await unpack((await exported(test)).archive);
    const broken = new Map(files);
    broken.set('text/en/a.md', Buffer.from([0x61, 10, 0xff, 10]));
    broken.delete('text/en/b.md');
    const [path = ''] = [...files.keys()].filter((one) => one.startsWith('files/'));
    broken.set(path, Buffer.from('another'));
    expect(
      readArchive(broken)
        .problems.map(({ file, line }) => `${file}:${line}`)
        .sort(),
    ).toEqual([`${path}:null`, 'text/en/a.md:2', 'text/en/b.md:null'].sort());
    broken.set('course.json', Buffer.from('{\n  "format": \n}'));
    expect(readArchive(broken).problems).toEqual([expect.objectContaining({ file: 'course.json', line: 3 })]);
    const whole = new TextDecoder().decode(files.get('course.json')).replace('"category":', '"category"=');
    broken.set('course.json', Buffer.from(whole));
    const line = whole.slice(0, whole.indexOf('"category"=')).split('\n').length;
    expect(readArchive(broken).problems).toEqual([expect.objectContaining({ file: 'course.json', line })]);
    broken.set('course.json', Buffer.from('{ "format": "other" }'));
    expect(readArchive(broken).problems[0]).toMatchObject({
      code: 'field',
      line: 1,
      params: { path: 'format' },
    });
  });
});

it('the published schema is the one that is read by', async () => {
  const published = join(import.meta.dirname, '../../../../../../docs/formats/course.schema.json');
  const schema = z.toJSONSchema(courseArchive, { io: 'input', unrepresentable: 'any' });
  expect(JSON.parse(await readFile(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});

describe('a zip that is no archive of ours', () => {
  const renamed = async (from: string, to: string) => {
    const zip = await pack(new Map([[from, Buffer.from('x')]]));
    return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
  };

  it.each(['../../evil.txt', '/absolute.txt.', 'C:/evil/a.txt.'])(
    'is refused for the name %s',
    async (name) => {
      await expect(unpack(await renamed('a'.repeat(name.length), name))).rejects.toThrow(ArchiveRefused);
    },
  );

  it('is refused when it is larger inside than it says', async () => {
    const zip = await pack(new Map([['text/a.md', Buffer.alloc(1_000_000)]]));
    const lying = Buffer.from(zip);
    for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
      lying.writeUInt32LE(10, at + 24);
    await expect(unpack(lying)).rejects.toThrow(ArchiveRefused);
    await expect(unpack(Buffer.from('no zip'))).rejects.toThrow(ArchiveRefused);
  });

  it('is refused when it says it holds more than is taken', async () => {
    const zip = await pack(new Map([['text/a.md', Buffer.alloc(100)]]));
    const at = zip.indexOf('PK\u0001\u0002');
    zip.writeUInt32LE(0xfffffff0, at + 24);
    await expect(unpack(zip)).rejects.toThrow(/larger than is taken/);
  });
});
