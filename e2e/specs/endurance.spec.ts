import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningEmbedded, startEmbedded } from '@concord/db/embedded';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Client } from '../bench/load/client.ts';
import { Cable } from '../fixtures/cable.ts';
import { goneSeconds, writes } from '../fixtures/env.ts';
import { Hearing } from '../fixtures/hearing.ts';
import { OwnPortal, ownFolder, signedIn } from '../fixtures/own-portal.ts';
import { heldOf, startThread, Writers } from '../fixtures/writers.ts';

// Each of them starts a portal of its own; one after the other, so that they do not starve each other.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

/** What must hold of a thread whatever happened while it was written in. */
function expectWhole(held: Awaited<ReturnType<typeof heldOf>>, writers: Writers): void {
  expect(held.torn).toEqual([]);
  expect(held.orphans).toBe(0);
  expect(held.places).toEqual(held.ids.map((_, index) => index + 1));
  expect(held.lastPlace).toBe(held.ids.length);
  const there = new Set(held.ids);
  expect(writers.acknowledged.filter((one) => !there.has(one.contributionId ?? ''))).toEqual([]);
  expect(new Set(writers.acknowledged.map((one) => one.contributionId)).size).toBe(
    writers.acknowledged.length,
  );
  expect(held.ids.length).toBeLessThanOrEqual(writers.sent.length);
}

/** The API fails with an answer that can be read, and neither it nor a page tells what lies behind. */
async function expectClearErrors(client: Client): Promise<void> {
  const plain = { 'accept-encoding': 'identity' };
  const [page, api] = [await client.get('/', plain), await client.query('bodies.mine', undefined)];
  for (const { status, body } of [page, api]) {
    expect(status).toBeGreaterThanOrEqual(500);
    expect(body.toString()).not.toMatch(/ECONNREFUSED|CONNECTION_|postgres|\.ts:\d+|node_modules/i);
  }
  expect(page.body.toString(), 'what is read without script').toMatch(/<noscript><h1>Something failed/);
  expect(JSON.parse(api.body.toString())).toHaveProperty('error');
}

/** A browser in which somebody is signed in already. */
async function browse(browser: Browser, portal: OwnPortal, client: Client): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url });
  const cookies = client.cookie.split('; ').map((one) => one.split('=', 2));
  await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: portal.url })));
  return context.newPage();
}

test('killed amid writes, the portal has lost nothing it acknowledged and keeps nothing by halves', async () => {
  const portal = await OwnPortal.prepare();
  try {
    await portal.start();
    const clients = await Promise.all(
      ['delegate', 'calderDelegate', 'delegate', 'calderDelegate'].map((name) => signedIn(portal, name)),
    );
    const threadId = await startThread(clients[0] as Client, 'Written in while the power fails');
    const writers = new Writers(threadId);
    const reached = async (share: number) => {
      while (writers.acknowledged.length < writes * share) await sleep(20);
    };
    const writing = writers.run(clients, writes);

    await reached(0.3);
    expect(await portal.killServing()).toBeGreaterThan(0);
    await reached(0.6);
    await portal.killEverything();
    await portal.start();
    await writing;

    const database = await runningEmbedded(portal.data);
    const held = await heldOf(database?.ownerUrl ?? '', threadId);
    expectWhole(held, writers);
    expect(writers.acknowledged.length).toBeGreaterThanOrEqual(writes);
    expect(writers.unanswered.length).toBeGreaterThan(0);

    await writers.repeat();
    const after = await heldOf(database?.ownerUrl ?? '', threadId);
    expectWhole(after, writers);
    expect(after.ids).toHaveLength(writers.sent.length);
  } finally {
    await portal.end();
  }
});

test('without its database the portal says so clearly, and goes on by itself when it is back', async ({
  browser,
}) => {
  const databaseFolder = await ownFolder();
  const database = await startEmbedded({ dataDir: databaseFolder });
  const cable = new Cable(database.port);
  await cable.mend();
  const url = new URL(database.ownerUrl);
  url.port = String(cable.port);
  // By the cable, not by the socket in the database's folder.
  url.search = '';
  const secret = () => randomBytes(32).toString('base64');
  const portal = await OwnPortal.prepare({
    DATABASE_URL: url.href,
    CONCORD_SECRET: secret(),
    CONCORD_KEY: secret(),
  });
  try {
    await portal.start();
    const [ilse, harriet] = [await signedIn(portal, 'delegate'), await signedIn(portal, 'calderDelegate')];
    const threadId = await startThread(ilse, 'Written in while the database is away');
    const reader = await signedIn(portal, 'delegate');
    const page = await browse(browser, portal, reader);
    await page.goto('/consult');
    await expect(page.getByRole('heading', { level: 1, name: 'Consult' })).toBeVisible();
    const heard = new Hearing(portal.url, harriet);
    const writers = new Writers(threadId);
    const writing = writers.run([ilse, harriet], Number.POSITIVE_INFINITY);
    while (writers.acknowledged.length < 20) await sleep(20);
    expect(heard.topics).toContain(`thread:${threadId}`);

    await cable.cut();
    const back = sleep(goneSeconds * 1000);
    await expectClearErrors(reader);
    await page.goto('/consult/CCD');
    const failed = page.getByRole('heading', { name: 'Something failed on our side' });
    await expect(failed).toBeVisible();
    expect(await portal.isReady()).toBe(false);
    expect((await fetch(`${portal.url}/api/health/live`)).status).toBe(200);
    await back;
    await cable.mend();

    await expect.poll(() => portal.isReady(), { timeout: 30_000 }).toBe(true);
    const before = writers.acknowledged.length;
    await expect.poll(() => writers.acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 20);
    writers.stop();
    await writing;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Committee on Cyber Defence' })).toBeVisible();
    await writers.repeat();
    const held = await heldOf(database.ownerUrl, threadId);
    expectWhole(held, writers);
    expect(held.ids).toHaveLength(writers.sent.length);

    heard.forget();
    const last = new Writers(threadId);
    await last.run([ilse], 1);
    await expect.poll(() => heard.topics, { timeout: 15_000 }).toContain(`thread:${threadId}`);
    heard.stop();
  } finally {
    await portal.end();
    await cable.cut();
    await database.stop();
    await rm(databaseFolder, { recursive: true, force: true });
  }
});
