import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, settleForwarded, trustedProxies } from './forwarded.ts';

const none = trustedProxies([]);
const proxies = trustedProxies(['10.0.0.0/8', '::1']);

describe('the address of the asker', () => {
  it.each([
    ['203.0.113.9', '198.51.100.1', none, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', proxies, '203.0.113.9'],
    ['10.1.1.1', '198.51.100.1', proxies, '198.51.100.1'],
    ['10.1.1.1', '1.1.1.1, 198.51.100.1, 10.2.2.2', proxies, '198.51.100.1'],
    ['10.1.1.1', 'nonsense, <script>', proxies, '10.1.1.1'],
    ['10.1.1.1', undefined, proxies, '10.1.1.1'],
    ['::1', '2001:db8::7', proxies, '2001:db8::7'],
  ])('from %s saying %s', (peer, chain, trusted, expected) => {
    expect(clientAddress(peer, chain, trusted)).toBe(expected);
  });
});

it('overwrites what the asker claims about host and scheme', () => {
  const request = {
    socket: { remoteAddress: '::ffff:203.0.113.9' },
    headers: {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-port': '1',
      forwarded: 'host=evil.example',
      'x-real-ip': '1.1.1.1',
    },
  } as unknown as IncomingMessage;
  settleForwarded(request, new URL('https://concord.example'), none);
  expect(request.headers).toEqual({
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'concord.example',
    'x-forwarded-proto': 'https',
  });
});
