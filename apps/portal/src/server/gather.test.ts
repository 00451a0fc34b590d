import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { gatherAnswer } from './gather.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function ask(answer: RequestListener, encoding = 'gzip, br', method = 'GET') {
  const server = createServer((request, response) => {
    gatherAnswer(request, response);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    method,
    headers: { 'Accept-Encoding': encoding },
  });
}

const lines = Array.from({ length: 200 }, (_, number) => `<p>Line ${number} é</p>`);

describe('a page written in pieces', () => {
  const page: RequestListener = (_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Vary', 'rsc');
    response.flushHeaders();
    for (const line of lines) response.write(line);
    response.end();
  };

  it.each([
    ['gzip, br', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['identity', null],
  ])('goes as one to a browser that reads %s', async (offered, coding) => {
    const answer = await ask(page, offered);
    expect(answer.headers.get('content-encoding')).toBe(coding);
    expect(answer.headers.get('content-length')).not.toBeNull();
    expect(answer.headers.get('vary')).toBe('rsc, Accept-Encoding');
    expect(await answer.text()).toBe(lines.join(''));
  });

  it('goes as one while pieces keep coming', async () => {
    const answer = await ask(async (_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      for (const line of lines.slice(0, 6)) {
        response.write(line);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      response.end();
    });
    expect(answer.headers.get('content-length')).not.toBeNull();
    expect(await answer.text()).toBe(lines.slice(0, 6).join(''));
  });

  it('goes out as it comes when it falls silent', async () => {
    let finish = () => {};
    const answer = await ask((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.write(lines[0]);
      finish = () => response.end(lines[1]);
    });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(lines[0]);
    finish();
    expect((await reader?.read())?.value).toBe(lines[1]);
    expect((await reader?.read())?.done).toBe(true);
  });
});

it('leaves alone what is no text, what is compressed already and what has no body', async () => {
  const picture = await ask((_request, response) => {
    response.setHeader('Content-Type', 'image/png');
    response.write(Buffer.alloc(2000));
    response.end();
  });
  expect(picture.headers.get('content-encoding')).toBeNull();
  expect((await picture.arrayBuffer()).byteLength).toBe(2000);
  const head = await ask(
    (_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.setHeader('Content-Length', 5000);
      response.end(null);
    },
    'br',
    'HEAD',
  );
  expect(head.headers.get('content-length')).toBe('5000');
  const moved = await ask((_request, response) => response.writeHead(404, { 'X-A': 'b' }).end('none'));
  expect([moved.status, await moved.text()]).toEqual([404, 'none']);
});

it('sends a few words as they are', async () => {
  const answer = await ask((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('short');
  });
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.text()).toBe('short');
});
