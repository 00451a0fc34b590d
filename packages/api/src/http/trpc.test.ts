import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestAs, servicesOf } from '../testing/caller.ts';
import { trpcEndpoint } from './trpc.ts';

let test: TestDatabase;
let server: Server;
let address: string;
let cookie: string;

beforeAll(async () => {
  test = await testDatabase();
  const services = servicesOf(test);
  const person = await createPerson(test, { party: await createParty(test) });
  const { sessionToken } = await requestAs(test, person);
  cookie = `${services.settings.cookies.session}=${sessionToken}`;
  server = createServer((req, res) => {
    void trpcEndpoint(services, req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/trpc/`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await test.close();
});

const strangers: Record<string, string>[] = [
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];
const command = JSON.stringify({
  json: { commandId: '0190aaaa-0000-7000-8000-00000000000a', theme: 'dark' },
});
const post = (
  headers: Record<string, string>,
  body: string | FormData = command,
  path = 'shell.setPreferences',
) => fetch(address + path, { method: 'POST', headers: { cookie, ...headers }, body });

describe('a mutation over HTTP', () => {
  it('is taken as JSON from our own origin', async () => {
    const answer = await post({ 'content-type': 'application/json', origin: 'http://localhost:3000' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it.each([
    ['a form of another site', 'application/x-www-form-urlencoded'],
    ['plain text', 'text/plain'],
    ['bytes', 'application/octet-stream'],
    ['something that only begins like JSON', 'application/jsonp'],
  ])('is refused as %s', async (_what, type) => {
    expect((await post({ 'content-type': type })).status).toBe(415);
  });

  it('is refused as a multipart form', async () => {
    expect((await post({}, new FormData())).status).toBe(415);
  });

  it.each(strangers)('is refused from %o', async (headers) => {
    expect((await post({ 'content-type': 'application/json', ...headers })).status).toBe(403);
  });
});

describe('calls over HTTP', () => {
  it('are taken one at a time', async () => {
    const answer = await fetch(`${address}shell.get,shell.get?batch=1`, { headers: { cookie } });
    expect(answer.status).toBe(404);
  });

  it('are answered as superjson reads them', async () => {
    const answer = await fetch(`${address}shell.get`, { headers: { cookie } });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toMatchObject({ result: { data: { json: { person: { locale: 'en' } } } } });
  });

  it.each(['PUT', 'DELETE', 'HEAD', 'OPTIONS'])('are refused by %s', async (method) => {
    const answer = await fetch(`${address}shell.get`, { method, headers: { cookie } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('change nothing when they are asked for by GET', async () => {
    const answer = await fetch(`${address}shell.setPreferences?input=${encodeURIComponent(command)}`, {
      headers: { cookie },
    });
    expect(answer.status).toBe(404);
  });

  it.each([
    ['no JSON at all', '{"json":'],
    ['no object', '7'],
    ['nothing', ''],
    ['another input than the procedure takes', '{"json":{"theme":"dark"}}'],
  ])('are refused when what is sent is %s', async (_what, body) => {
    const answer = await post({ 'content-type': 'application/json' }, body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { json: { data: { code: 'BAD_REQUEST' } } } });
  });

  it('tell nothing of the inside when they fail', async () => {
    const answer = await fetch(`${address}no.such`, { headers: { cookie } });
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(text).not.toMatch(/stack|node_modules|\.ts/);
  });

  it('are refused when the body is larger than any command, whether it says so or not', async () => {
    const large = JSON.stringify({ json: { commandId: 'x', theme: 'x'.repeat(9 * 1024 * 1024) } });
    const said = await post({ 'content-type': 'application/json' }, large);
    expect(said.status).toBe(413);
    const body = new Blob([large]).stream();
    const unsaid = await fetch(`${address}shell.setPreferences`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(unsaid.status).toBe(413);
  });
});
