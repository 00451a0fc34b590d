import type { APIRequestContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { linkOn } from '../fixtures/page-access.ts';
import { test } from '../fixtures/portal.ts';
import { command } from '../fixtures/texts.ts';

/*
 * The pages' part of the shadow test (docs/decisions/0041). What the API answers is compared beside its code; here it is
 * what is drawn, and that nothing of one reader's page is kept for another.
 */
test.setTimeout(280_000);

test('no page changes with what its reader may not read', async ({ as }) => {
  const delegate = await as('nor-delegate');
  const request = delegate.context().request;
  const thread = await linkOn(request, '/consult/CCD', '/consult/threads/', 'comments on version 3');
  const text = await linkOn(request, '/consult/CCD/texts', '/consult/texts/', 'undersea cable resilience');
  const readers = await Promise.all(
    ['ryn-delegate', 'hqa-admin-1'].map(async (key) => (await as(key)).context().request),
  );
  const drawn = () => Promise.all(readers.map((reader) => walk(reader, ['/', '/consult/CCD', thread, text])));
  const [threadId, textId] = [idOf(thread), idOf(text)];
  const marking = { level: 1, releasableTo: [await nordmark(delegate, threadId)] };
  const hide = async () => {
    await command(delegate, 'contributions.contribute', { threadId, text: 'zephyr in the cables', marking });
    const started = { bodyCode: 'CCD', title: 'zephyr', needToKnow: { kind: 'body' }, marking };
    await command(delegate, 'threads.start', started);
    await command(delegate, 'margin.write', { textId, paragraphId: null, words: 'zephyr' });
  };
  // What is hidden would tell each time; what others do in the portal at the same moment does not.
  await expect(async () => {
    const before = await drawn();
    await hide();
    for (const [index, after] of (await drawn()).entries()) {
      expect(after.size, 'pages are there to be walked').toBeGreaterThan(30);
      expect([...after.keys()]).toEqual([...(before[index]?.keys() ?? [])]);
      const changed = [...after].filter(([address, html]) => before[index]?.get(address) !== html);
      expect(changed.map(([address]) => address)).toEqual([]);
    }
  }).toPass({ timeout: 220_000 });
});

/** It says up to which row the record is sealed, and a row is written for everything. */
const RECORD = '/people/record';

/** A page of each kind that a reader comes to by links, from these on, as it is drawn. */
async function walk(request: APIRequestContext, from: readonly string[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const kinds = new Set<string>();
  const waiting = [...from];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (kinds.has(kindOf(address)) || address.startsWith(RECORD)) continue;
    kinds.add(kindOf(address));
    const html = await drawing(request, address);
    pages.set(address, html);
    const links = html.matchAll(/href="(\/(?!_next|api\/|favicon|icon)[^"#]*)/g);
    waiting.push(...[...links].map(([, link = '']) => link.replaceAll('&amp;', '&')));
  }
  return pages;
}

/** An address without what tells one thing from another: an id, a code, a course, a query. */
const kindOf = (address: string) =>
  address
    .replace(/\?.*/, '?')
    .replace(/[0-9a-f-]{36}/g, '*')
    .replace(/^\/(consult|exercise)\/[A-Z0-9]+/, '/$1/*')
    .replace(/^\/learn\/[a-z]+-[a-z-]+/, '/learn/*')
    .replace(/\/(role|task|skill|knowledge)-[a-z-]+$/, '/*');

/** What is drawn of a page, without nonces and the time that is left; what its scripts are told comes in any order. */
async function drawing(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address, { maxRedirects: 0 });
  const html = await answer.text();
  expect(html, address).not.toContain('zephyr');
  return `${answer.status()} ${html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/\b\d\d:\d\d\b/g, 'a time')
    .replace(/\d+ ?(?:d|h|j|min|s)\b/g, 'a while')}`;
}

/** The id at the end of an address. */
const idOf = (address: string) => address.split('/').at(-1) ?? '';

/** The id of Nordmark, as a form of the delegate's offers it. */
async function nordmark(page: Page, threadId: string): Promise<string> {
  const input = encodeURIComponent(JSON.stringify({ json: { threadId } }));
  const answer = await page.context().request.get(`/api/trpc/threads.choices?input=${input}`);
  return String(/"id":"([0-9a-f-]{36})","code":"NOR"/.exec(await answer.text())?.[1]);
}
