import type { APIRequestContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { linkOn } from '../fixtures/page-access.ts';
import { test } from '../fixtures/portal.ts';
import { command } from '../fixtures/texts.ts';

/*
 * The pages' part of the shadow test (docs/decisions/0041). What the API answers, sends and feeds is compared beside its
 * code; here it is what is drawn, that nothing of one reader's page is kept for another, and that what may not be read has
 * no address.
 */
test.setTimeout(180_000);

test('no page changes with what its reader may not read', async ({ as }) => {
  const [delegate, chair] = [await as('nor-delegate'), await as('hqa-chair-ccd')];
  const { request } = delegate.context();
  const thread = await linkOn(request, '/consult/CCD', '/consult/threads/', 'comments on version 3');
  const text = await linkOn(request, '/consult/CCD/texts', '/consult/texts/', 'undersea cable resilience');
  const meeting = await linkOn(request, '/consult/CCD/meetings', '/consult/meetings/', 'early session');
  const readers = await Promise.all(
    ['ryn-delegate', 'hqa-admin-1'].map(async (key) => (await as(key)).context().request),
  );
  const marking = { level: 1, releasableTo: await partiesOf(delegate, idOf(thread), ['NOR', 'HQA']) };
  const hide = () => hidden({ delegate, chair }, { threadId: idOf(thread), textId: idOf(text), marking });
  const from = ['/', '/notifications', '/consult/CCD', thread, text, `${meeting}/summary`, ...SEARCHES];
  let before = await Promise.all(readers.map((reader) => walk(reader, from)));
  for (const kind of KINDS)
    expect([...(before[0]?.keys() ?? [])].map(kindOf), 'each kind of page is walked').toContain(kind);
  let made = await hide();
  // What is hidden would tell each time; what others do in the portal at the same moment does not.
  await expect(async () => {
    const last = before;
    before = await Promise.all(
      readers.map((reader, index) => redrawn(reader, [...(last[index]?.keys() ?? [])])),
    );
    const changed = before.flatMap((pages, index) =>
      [...pages].filter(([at, html]) => last[index]?.get(at) !== html),
    );
    if (changed.length > 0) made = await hide();
    expect(changed.map(([address]) => address)).toEqual([]);
  }).toPass({ timeout: 120_000 });
  for (const reader of readers) expect(await toldApart(reader, thread, made)).toEqual([]);
});

/** Pages whose links are not followed to: found words are searched for. */
const SEARCHES = ['/search?q=zephyr', '/search?q=zephyr&in=meetings'];

/** The kinds of pages that a delegate must have come to. */
const KINDS = [
  ...['/', '/notifications', '/search?in=meetings', '/consult/*', '/consult/*/texts', '/consult/*/meetings'],
  ...['/consult/*/decisions', '/consult/*/delegation', '/consult/threads/*', '/consult/threads/*/about'],
  ...[
    '/consult/threads/*/print',
    '/consult/meetings/*',
    '/consult/meetings/*/summary',
    '/consult/decisions/*',
  ],
  ...['bracketed', 'changes', 'amendments', 'positions', 'matrix', 'concerns'].map(
    (view) => `/consult/texts/*?view=${view}`,
  ),
];

type Marking = { level: number; releasableTo: string[] };
type Where = { threadId: string; textId: string; marking: Marking };

/** Says and plans what the readers may not read; gives back what each thing is called. */
async function hidden(
  { delegate, chair }: { delegate: Page; chair: Page },
  { threadId, textId, marking }: Where,
) {
  const said = { threadId, text: 'zephyr in the cables', marking };
  const entry = await command<{ contributionId: string }>(delegate, 'contributions.contribute', said);
  const named = { bodyCode: 'CCD', title: 'zephyr', marking };
  const thread = await command<{ threadId: string }>(delegate, 'threads.start', {
    ...{ ...named, needToKnow: { kind: 'body' } },
  });
  await command(delegate, 'margin.write', { textId, paragraphId: null, words: 'zephyr' });
  const text = await command<{ textId: string }>(chair, 'texts.create', {
    ...{ ...named, reference: 'zephyr', withThread: false },
  });
  const [startsAt, endsAt] = [1, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  const meeting = await command<{ meetingId: string }>(chair, 'meetings.plan', {
    ...{ ...named, place: 'zephyr', startsAt, endsAt },
  });
  await command(chair, 'meetings.publish', meeting);
  return { ...entry, threadId: thread.threadId, ...text, ...meeting };
}

type Hidden = Awaited<ReturnType<typeof hidden>>;

/** The addresses that are answered otherwise than one that names nothing. */
async function toldApart(
  request: APIRequestContext,
  open: string,
  { threadId, contributionId, textId, meetingId }: Hidden,
): Promise<string[]> {
  const under = (start: string, id: string, pages: readonly string[]) =>
    pages.map((page) => [`${start}/${id}${page}`, id] as const);
  const addresses = [
    ...under('/consult/threads', threadId, ['', '/about', '/print']),
    ...under('/api/threads', threadId, ['.json', '.docx']),
    [`${open}?at=${contributionId}`, contributionId] as const,
    ...under('/consult/texts', textId, [
      '',
      '?view=matrix',
      '/position',
      '/bring-in',
      '/version',
      '/silence',
    ]),
    ...under('/api/texts', textId, ['.json', '.docx?view=clean']),
    ...under('/consult/meetings', meetingId, ['', '/summary']),
    ...under('/api/meetings', meetingId, ['.ics', '.json']),
  ];
  const asked = await inLanes(addresses, async ([address, id]) => {
    const absent = `${id.slice(0, -1)}${id.endsWith('a') ? 'b' : 'a'}`;
    const one = (await drawing(request, address)).replaceAll(id, 'ID');
    const other = (await drawing(request, address.replace(id, absent))).replaceAll(absent, 'ID');
    return one === other ? [] : [address];
  });
  return asked.flat();
}

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

/** The same pages once more. Alike, they lead to the same. */
async function redrawn(
  request: APIRequestContext,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  return new Map(
    await inLanes(addresses, async (at): Promise<[string, string]> => [at, await drawing(request, at)]),
  );
}

/** Does this with each, three at once; the answers in their order. */
async function inLanes<Piece, Answer>(pieces: readonly Piece[], work: (piece: Piece) => Promise<Answer>) {
  const answers: Answer[] = [];
  const waiting = [...pieces.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers[next[0]] = await work(next[1]);
  };
  await Promise.all([lane(), lane(), lane()]);
  return answers;
}

/** An address without what tells one thing from another: an id, a code, a course, a query but for the view it asks for. */
const kindOf = (address: string) =>
  address
    .replace(/\?(?:.*&)?((?:view|in)=\w+).*|\?.*/, (_, view = '') => `?${view}`)
    .replace(/[0-9a-f-]{36}/g, '*')
    .replace(/^\/(consult|exercise)\/[A-Z0-9]+/, '/$1/*')
    .replace(/^\/learn\/[a-z]+-[a-z-]+/, '/learn/*')
    .replace(/\/(role|task|skill|knowledge)-[a-z-]+$/, '/*');

/** What is drawn of a page, without nonces and the time that is left; what its scripts are told comes in any order. */
async function drawing(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address, { maxRedirects: 0 });
  const html = await answer.text();
  if (!address.includes('zephyr')) expect(html, address).not.toContain('zephyr');
  return `${answer.status()} ${inPlace(html)
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/\b\d\d:\d\d\b/g, 'a time')
    .replace(/\d+ ?(?:d|h|j|min|s)\b/g, 'a while')}`;
}

/** A page with what was sent after the rest of it where it belongs: what is late depends on the machine alone. */
function inPlace(html: string): string {
  const late = html.matchAll(/<div hidden id="S:(\w+)">([\s\S]*?)<\/div>(?=<script|<div hidden id="S:)/g);
  return [...late].reduce((page, [sent, id = '', part = '']) => {
    const fallback = `<!--\\$\\?--><template id="B:${id}"></template>[\\s\\S]*?<!--/\\$-->`;
    return page
      .replace(sent, '')
      .replace(new RegExp(fallback), () => `<!--$-->${part}<!--/$-->`)
      .replace(`<template id="P:${id}"></template>`, () => part);
  }, html);
}

/** The id at the end of an address. */
const idOf = (address: string) => address.split('/').at(-1) ?? '';

/** The ids of parties by their codes, as a form of the delegate's offers them. */
async function partiesOf(page: Page, threadId: string, codes: readonly string[]): Promise<string[]> {
  const input = encodeURIComponent(JSON.stringify({ json: { threadId } }));
  const answer = await (await page.context().request.get(`/api/trpc/threads.choices?input=${input}`)).text();
  return codes.map((code) => {
    const [, id] = new RegExp(`"id":"([0-9a-f-]{36})","code":"${code}"`).exec(answer) ?? [];
    expect(id, code).toBeDefined();
    return String(id);
  });
}
