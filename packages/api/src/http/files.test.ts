import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { createServer, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@concord/db/ids';
import { contributions } from '@concord/db/schema/consultation';
import { courses } from '@concord/db/schema/courses';
import { appointments } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import {
  createBody,
  createMarking,
  createParty,
  createPerson,
  createThread,
} from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, inTransaction, type SignedIn } from '../context.ts';
import { attachFiles, storeFile } from '../storage/store.ts';
import { requestAs, servicesOf } from '../testing/caller.ts';
import { filesEndpoint } from './files.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let test: TestDatabase;
let server: Server;
let base: string;
let people: { author: string; ally: string; outsider: string };
let scene: { thread: { id: string }; marking: { id: string }; author: { id: string }; ally: { id: string } };

beforeAll(async () => {
  test = await testDatabase();
  const services = servicesOf(test);
  server = createServer((req, res) => {
    filesEndpoint(services, req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/files`;
  const [home, other, third] = [await createParty(test), await createParty(test), await createParty(test)];
  const body = await createBody(test);
  const appointed = [{ role: 'delegate', scope: 'body', scopeId: body.id } as const];
  const author = await createPerson(test, { party: home, level: 1, appointments: appointed });
  const ally = await createPerson(test, { party: other, level: 1, appointments: appointed });
  const outsider = await createPerson(test, { party: third, level: 1, appointments: appointed });
  const marking = await createMarking(test, { level: 1, releasableTo: [home, other] });
  scene = { thread: await createThread(test, { body, marking, by: author }), marking, author, ally };
  people = {
    author: await cookie(author),
    ally: await cookie(ally),
    outsider: await cookie(outsider),
  };
});
afterAll(async () => {
  server.close();
  await rm(`/tmp/${test.name}`, { recursive: true, force: true });
  await test.close();
});

async function cookie(person: { id: string }): Promise<string> {
  const { sessionToken } = await requestAs(test, person);
  return `concord-session=${sessionToken}`;
}

async function put(bytes: Buffer | string, name = 'notes.txt', headers: Record<string, string> = {}) {
  const answer = await fetch(`${base}?name=${encodeURIComponent(name)}&container=person`, {
    method: 'PUT',
    body: bytes,
    headers: { cookie: people.author, ...headers },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> & { id: string } };
}

const get = (id: string, as: string, headers: Record<string, string> = {}) =>
  fetch(`${base}/${id}`, { headers: { cookie: as, ...headers } });

/** A contribution of the author's with these files on it. */
const inThread = () => ({ container: 'thread' as const, containerId: scene.thread.id });

async function contribute(fileIds: string[]): Promise<string> {
  const id = newId();
  const request = await requestAs(test, scene.author);
  await inTransaction(servicesOf(test), request, async (ctx) => {
    const { actor } = ctx as SignedIn;
    await ctx.tx.insert(contributions).values({
      id,
      threadId: scene.thread.id,
      place: Math.floor(Math.random() * 1e9),
      authorId: actor.personId,
      partyId: actor.partyId,
      markingId: scene.marking.id,
      sealed: Buffer.from('sealed'),
    });
    const to = { ...inThread(), contributionId: id, markingId: scene.marking.id };
    await attachFiles(ctx as SignedIn, fileIds, to);
  });
  return id;
}

describe('an upload', () => {
  it('comes back as it was, to its owner alone', async () => {
    const bytes = randomBytes(300_000);
    const { status, body } = await put(bytes, 'rapport été.bin');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'rapport été.bin',
      size: 300_000,
      mediaType: 'application/octet-stream',
    });
    const answer = await get(body.id, people.author);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''rapport%20%C3%A9t%C3%A9.bin`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await get(body.id, people.ally)).status).toBe(404);
  });

  it('is refused from another site, without a session, and under no name', async () => {
    expect((await put('x', 'x', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await put('x', 'x', { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await put('x', 'x', { cookie: '' })).status).toBe(401);
    expect(await put('x', 'a/')).toEqual({ status: 400, body: { messageKey: 'file.name', params: {} } });
    expect((await put('x', '../../etc/passwd')).body.name).toBe('passwd');
  });

  it('of 200 MB is refused before it is sent, or as soon as it is too large, and leaves nothing', async () => {
    const before = await stored();
    const declared = await streamed(200 * 1024 * 1024, true);
    expect(declared.answer).toEqual({ messageKey: 'file.tooLarge', params: { megabytes: 25 } });
    const streaming = await streamed(200 * 1024 * 1024, false);
    expect(streaming.answer).toEqual({ messageKey: 'file.tooLarge', params: { megabytes: 25 } });
    expect(await stored()).toEqual(before);
  });

  it('that breaks off leaves nothing', async () => {
    const before = await stored();
    const req = send(`${base}?name=x`, { method: 'PUT', headers: { cookie: people.author } });
    req.on('error', () => undefined);
    req.write(randomBytes(200_000));
    await new Promise((resolve) => setTimeout(resolve, 100));
    req.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await stored()).toEqual(before);
  });
});

describe('a file on a contribution', () => {
  it('is read by those who may read the contribution; to others it does not exist', async () => {
    const { body } = await put(PNG, 'map.txt');
    await contribute([body.id]);
    const seen = await get(body.id, people.ally);
    expect(seen.headers.get('content-type')).toBe('image/png');
    expect(seen.headers.get('content-disposition')).toMatch(/^inline/);
    expect(Buffer.from(await seen.arrayBuffer()).equals(PNG)).toBe(true);
    const [hidden, absent] = [await get(body.id, people.outsider), await get(newId(), people.outsider)];
    expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()]);
    const names = (answer: Response) => [...answer.headers.keys()].filter((name) => name !== 'date');
    expect(names(hidden)).toEqual(names(absent));
  });

  it('is lost with the appointment, to its uploader too', async () => {
    const { body } = await put('secret plan', 'plan.txt');
    await contribute([body.id]);
    expect((await get(body.id, people.author)).status).toBe(200);
    const mine = eq(appointments.personId, scene.author.id);
    await test.worker.db
      .update(appointments)
      .set({ validUntil: new Date(Date.now() - 1000) })
      .where(mine);
    expect((await get(body.id, people.author)).status).toBe(404);
    await test.worker.db.update(appointments).set({ validUntil: null }).where(mine);
  });

  it('cannot be somebody else’s upload', async () => {
    const { body } = await put('mine', 'a.txt');
    const request = await requestAs(test, scene.ally);
    const to = { ...inThread(), contributionId: newId(), markingId: scene.marking.id };
    await expect(
      inTransaction(servicesOf(test), request, (ctx) => attachFiles(ctx as SignedIn, [body.id], to)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a stretch of a file', () => {
  it('is sent as asked for', async () => {
    const bytes = randomBytes(150_000);
    const { body } = await put(bytes, 'video.bin');
    const ask = async (range: string) => {
      const answer = await get(body.id, people.author, { range });
      const got = Buffer.from(await answer.arrayBuffer());
      return { status: answer.status, range: answer.headers.get('content-range'), got };
    };
    const middle = await ask('bytes=65530-131080');
    expect([middle.status, middle.range]).toEqual([206, 'bytes 65530-131080/150000']);
    expect(middle.got.equals(bytes.subarray(65_530, 131_081))).toBe(true);
    expect((await ask('bytes=-5')).got.equals(bytes.subarray(-5))).toBe(true);
    expect((await ask('bytes=149999-')).got.equals(bytes.subarray(149_999))).toBe(true);
    expect((await ask('bytes=150000-')).status).toBe(416);
    expect((await ask('bytes=0-1,5-6')).status).toBe(200);
  });
});

describe('an image of a course', () => {
  it('is kept once and cached by the browser of who may read it', async () => {
    const courseId = newId();
    await test.worker.db.insert(courses).values({
      id: courseId,
      slug: `course-${courseId}`,
      markingId: scene.marking.id,
      sourceLanguage: 'en',
      languages: ['en'],
      category: 'security',
    } as typeof courses.$inferInsert);
    const store = (name: string) =>
      asWorker(servicesOf(test), (ctx) =>
        storeFile(ctx, { container: 'course', containerId: courseId, name, bytes: PNG }),
      );
    const first = await store('a.png');
    expect((await store('b.png')).id).toBe(first.id);
    const answer = await get(first.id, people.ally);
    expect(answer.headers.get('cache-control')).toBe('private, max-age=3600');
    const again = await get(first.id, people.ally, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await get(first.id, people.outsider)).status).toBe(404);
  });
});

async function stored(): Promise<string[]> {
  const names = await readdir(`/tmp/${test.name}/files`, { recursive: true }).catch(() => []);
  return names.filter((name) => name.length > 20).sort();
}

/** Sends many zeroes by hand, with or without saying how many, and stops when an answer comes. */
function streamed(size: number, declare: boolean): Promise<{ answer: unknown; sent: number }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: people.author, ...(declare ? { 'content-length': size } : {}) };
    const req = send(`${base}?name=big.bin`, { method: 'PUT', headers });
    let sent = 0;
    const chunk = Buffer.alloc(1024 * 1024);
    const more = () => {
      while (sent < size && !req.destroyed) {
        sent += chunk.length;
        if (!req.write(chunk)) return void req.once('drain', more);
      }
    };
    req.on('response', (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => {
        resolve({ answer: JSON.parse(Buffer.concat(parts).toString()), sent });
        req.destroy();
      });
    });
    req.on('error', (error) => reject(error));
    more();
  });
}
