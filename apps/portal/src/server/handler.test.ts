import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { drain, Traffic } from './drain.ts';
import { trustedProxies } from './forwarded.ts';
import { createHandler, type HandlerOptions } from './handler.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function serve(parts: Partial<HandlerOptions> = {}) {
  const traffic = new Traffic();
  const listening = createServer();
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const portalUrl = new URL(`http://127.0.0.1:${(listening.address() as AddressInfo).port}`);
  const options: HandlerOptions = {
    portalUrl,
    contentOrigin: 'http://localhost:1',
    dev: false,
    trusted: trustedProxies([]),
    traffic,
    api: async () => false,
    assets: () => false,
    pages: async (request, response) => {
      response.setHeader('Cache-Control', 'public, max-age=60');
      response.end(String(request.headers['content-security-policy']));
    },
    ...parts,
  };
  listening.on('request', createHandler(options));
  return { url: portalUrl, traffic, listening };
}

describe('the portal before Next', () => {
  it('gives the page the policy it sends, with a nonce of its own each time', async () => {
    const { url } = await serve();
    const [first, second] = await Promise.all([fetch(url), fetch(url)]);
    expect(await first.text()).toBe(first.headers.get('content-security-policy'));
    expect(first.headers.get('content-security-policy')).not.toBe(
      second.headers.get('content-security-policy'),
    );
  });

  it('lets the door of an exercise alone ask for the camera', async () => {
    const { url } = await serve();
    const asked = async (path: string) =>
      (await fetch(new URL(path, url))).headers.get('permissions-policy')?.match(/camera=\((.*?)\)/)?.[1];
    expect(await asked('/exercise/QH27/door')).toBe('self');
    for (const path of ['/', '/exercise/QH27', '/exercise/QH27/door/more', '/learn'])
      expect(await asked(path)).toBe('');
  });

  it('lets no page be kept by a cache, whatever the page says', async () => {
    const { url } = await serve();
    expect((await fetch(url)).headers.get('cache-control')).toBe('private, no-store');
    const asset = await fetch(new URL('/_next/static/x.js', url));
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('asks the API first, and Next for what is not its own', async () => {
    const { url } = await serve({
      api: async (request, response) => {
        if (request.url !== '/api/trpc/x') return false;
        response.end('api');
        return true;
      },
    });
    expect(await (await fetch(new URL('/api/trpc/x', url))).text()).toBe('api');
    expect(await (await fetch(new URL('/api/auth/csrf', url))).text()).toContain("default-src 'none'");
  });

  it('says of a route that neither has that it is not there', async () => {
    const { url } = await serve();
    const answer = await fetch(new URL('/api/nothing', url));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: 'NOT_FOUND' });
  });

  it('answers a failure with plain words, the headers and a number to quote', async () => {
    const { url } = await serve({ pages: async () => Promise.reject(new Error('secret detail')) });
    const answer = await fetch(url);
    const body = await answer.text();
    expect(answer.status).toBe(500);
    expect(body).not.toContain('secret');
    expect(body).toContain(answer.headers.get('x-request-id'));
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

it('lets an answer finish and ends the streams when it stops', async () => {
  let finish = () => {};
  const { url, traffic, listening } = await serve({
    pages: async (_request, response) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      response.end('whole');
    },
    api: async (_request, response) => {
      response.write('data: 1\n\n');
      return true;
    },
  });
  const stream = await fetch(new URL('/api/events', url));
  const page = fetch(url).then((answer) => answer.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = drain([listening], traffic, 2_000);
  expect(await stream.text()).toMatch(/^data: 1\n\nretry: [3-6]\d\d\n\n$/);
  finish();
  expect(await page).toBe('whole');
  await stopped;
});
