import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@concord/db/ids';
import { contributions } from '@concord/db/schema/consultation';
import { appointments, sessions } from '@concord/db/schema/people';
import { liveEvents } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import {
  createBody,
  createMarking,
  createParty,
  createPerson,
  createThread,
} from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { asWorker } from '../context.ts';
import { LiveHub } from '../realtime/hub.ts';
import { publish } from '../realtime/outbox.ts';
import { requestAs, type SignIn, servicesOf } from '../testing/caller.ts';
import { eventsEndpoint } from './events.ts';

let test: TestDatabase;
let server: Server;
let address: string;
let scene: Awaited<ReturnType<typeof makeScene>>;
const open: AbortController[] = [];

beforeAll(async () => {
  test = await testDatabase();
  const services = servicesOf(test);
  services.live = new LiveHub(services.app, services.log, { sessions: 100, search: 100, heartbeat: 50 });
  server = createServer((req, res) => {
    eventsEndpoint(services, req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/events`;
  scene = await makeScene();
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.abort();
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await test.close();
});

async function makeScene() {
  const [home, other, third] = [await createParty(test), await createParty(test), await createParty(test)];
  const body = await createBody(test);
  const held = [{ role: 'delegate', scope: 'body', scopeId: body.id } as const];
  const person = (party: { id: string }) => createPerson(test, { party, level: 1, appointments: held });
  const [author, ally, outsider] = [await person(home), await person(other), await person(third)];
  const marking = await createMarking(test, { level: 1, releasableTo: [home, other] });
  const thread = await createThread(test, { body, marking, by: author });
  return { home, author, ally, outsider, marking, thread };
}

interface Listening {
  status: number;
  heard: { id: string; topic: string; ids: string[] }[];
  raw: string;
  ended: boolean;
}

async function listen(
  person: { id: string },
  signIn?: SignIn,
  { lastEventId, age }: { lastEventId?: string; age?: number } = {},
): Promise<Listening> {
  const { sessionToken } = await requestAs(test, person, signIn);
  const stop = new AbortController();
  open.push(stop);
  const headers = {
    cookie: `concord-session=${sessionToken}`,
    ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
  };
  const from = age === undefined ? address : `${address}?age=${age}`;
  const answer = await fetch(from, { headers, signal: stop.signal });
  const listening: Listening = { status: answer.status, heard: [], raw: '', ended: false };
  void read(answer, listening)
    .catch(() => undefined)
    .finally(() => {
      listening.ended = true;
    });
  await soon(() => expect(listening.raw).toContain('retry:'));
  return listening;
}

async function read(answer: Response, listening: Listening): Promise<void> {
  for await (const part of answer.body ?? []) {
    listening.raw += Buffer.from(part).toString();
    listening.heard = [...listening.raw.matchAll(/id: (\d+)\ndata: (.*)\n\n/g)].map((match) => ({
      id: match[1] ?? '',
      ...JSON.parse(match[2] ?? '{}'),
    }));
  }
}

async function contribute(): Promise<string> {
  const id = newId();
  await asWorker(servicesOf(test), async (ctx) => {
    await ctx.tx.insert(contributions).values({
      id,
      threadId: scene.thread.id,
      place: Math.floor(Math.random() * 1e9),
      authorId: scene.author.id,
      partyId: scene.home.id,
      markingId: scene.marking.id,
      sealed: Buffer.from('sealed'),
    });
    await publish(ctx, {
      topic: `thread:${scene.thread.id}`,
      contributionId: id,
      payload: { contributionId: id },
    });
  });
  return id;
}

/** A busy machine takes its time. */
const soon = (check: () => void) => vi.waitFor(check, 10_000);
const moment = () => new Promise((resolve) => setTimeout(resolve, 250));

describe('the live stream', () => {
  it('tells of a contribution those who may read it, and nobody else', async () => {
    const [author, ally, outsider, weak] = [
      await listen(scene.author),
      await listen(scene.ally),
      await listen(scene.outsider),
      await listen(scene.ally, { strength: 1 }),
    ];
    const id = await contribute();
    const told = { topic: `thread:${scene.thread.id}`, ids: [id] };
    await soon(() => {
      expect(author.heard).toEqual([expect.objectContaining(told)]);
      expect(ally.heard).toEqual([expect.objectContaining(told)]);
    });
    await moment();
    expect(outsider.heard).toEqual([]);
    expect(outsider.raw).not.toContain(scene.thread.id);
    expect(weak.heard).toEqual([]);
  });

  it('tells one person what concerns them', async () => {
    const [author, ally] = [await listen(scene.author), await listen(scene.ally)];
    await asWorker(servicesOf(test), (ctx) =>
      publish(ctx, { topic: 'notifications', personId: scene.ally.id }),
    );
    await soon(() =>
      expect(ally.heard).toEqual([expect.objectContaining({ topic: 'notifications', ids: [] })]),
    );
    expect(author.heard).toEqual([]);
  });

  it('tells nothing of what was rolled back', async () => {
    const ally = await listen(scene.ally);
    await asWorker(servicesOf(test), async (ctx) => {
      await publish(ctx, { topic: 'shell', personId: scene.ally.id });
      throw new Error('no');
    }).catch(() => undefined);
    await moment();
    expect(ally.heard).toEqual([]);
  });

  it('finds what a process left untold when it died', async () => {
    const ally = await listen(scene.ally);
    await test.worker.db.insert(liveEvents).values({ topic: 'shell', personId: scene.ally.id, payload: {} });
    await soon(() => expect(ally.heard).toHaveLength(1));
    await moment();
    expect(ally.heard).toHaveLength(1);
  });

  it('says after a break what was missed', async () => {
    const first = await listen(scene.ally);
    const before = await contribute();
    await soon(() => expect(first.heard).toHaveLength(1));
    open.pop()?.abort();
    const missed = await contribute();
    const again = await listen(scene.ally, {}, { lastEventId: first.heard[0]?.id });
    await soon(() => expect(again.heard.flatMap(({ ids }) => ids)).toContain(missed));
    expect(again.heard.flatMap(({ ids }) => ids)).not.toContain(before);
    const outsider = await listen(scene.outsider, {}, { lastEventId: first.heard[0]?.id });
    await moment();
    expect(outsider.heard).toEqual([]);
  });

  it('says at first what happened since its page was asked for, and nothing from before', async () => {
    const early = await contribute();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const late = await contribute();
    const ids = (one: Listening) => one.heard.flatMap((event) => event.ids);
    const ally = await listen(scene.ally, {}, { age: 500 });
    const outsider = await listen(scene.outsider, {}, { age: 500 });
    await soon(() => expect(ids(ally)).toContain(late));
    await moment();
    expect(ids(ally)).not.toContain(early);
    expect(outsider.heard).toEqual([]);
  });

  it('is closed soon after its session was revoked, and tells nothing after an appointment ended', async () => {
    const ally = await listen(scene.ally);
    const author = await listen(scene.author);
    await test.worker.db
      .update(sessions)
      .set({ revokedAt: new Date() })
      .where(eq(sessions.personId, scene.ally.id));
    await soon(() => expect(ally.ended).toBe(true));
    const mine = eq(appointments.personId, scene.author.id);
    await test.worker.db
      .update(appointments)
      .set({ validUntil: new Date(Date.now() - 1000) })
      .where(mine);
    await contribute();
    await moment();
    expect(author.heard).toEqual([]);
    await test.worker.db.update(appointments).set({ validUntil: null }).where(mine);
  });

  it('is refused without a session, and to the ninth browser of a person', async () => {
    expect((await fetch(address)).status).toBe(401);
    for (let count = 0; count < 8; count += 1) await listen(scene.outsider);
    const ninth = await listen(scene.outsider);
    await soon(() => expect(ninth.ended).toBe(true));
    expect(ninth.raw).toContain('retry: 60000');
  });

  it('beats while nothing happens', async () => {
    const ally = await listen(scene.ally);
    await soon(() => expect(ally.raw).toContain('\n\n:\n\n'));
  });

  it('survives its connection to the database being cut', async () => {
    const ally = await listen(scene.ally);
    await test.owner.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'concord_app'`;
    await moment();
    const id = await contribute().catch(() => contribute());
    await soon(() => expect(ally.heard.flatMap(({ ids }) => ids)).toContain(id));
  });
});
