import { describe, expect, it } from 'vitest';
import { closedPolicy, makeNonce, portalPolicy } from './csp.ts';

const production = portalPolicy({ nonce: 'abc=', contentOrigin: 'http://127.0.0.1:4331', dev: false });
const directives = new Map(production.split('; ').map((part) => [part.split(' ')[0], part] as const));

describe('the policy of a page', () => {
  it('starts from nothing', () => {
    expect(directives.get('default-src')).toBe("default-src 'none'");
  });

  it('lets scripts and style elements pass by nonce only', () => {
    expect(directives.get('script-src')).toBe("script-src 'self' 'nonce-abc=' 'strict-dynamic'");
    expect(directives.get('style-src')).toBe("style-src 'self' 'nonce-abc='");
  });

  it('allows nothing unsafe but style attributes', () => {
    expect(production.match(/'unsafe-[a-z]+'/g)).toEqual(["'unsafe-inline'"]);
    expect(directives.get('style-src-attr')).toBe("style-src-attr 'unsafe-inline'");
  });

  it('is framed by nobody and frames the content origin alone', () => {
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(directives.get('frame-src')).toBe('frame-src http://127.0.0.1:4331');
  });

  it('loosens for hot reload in development only', () => {
    const development = portalPolicy({ nonce: 'abc=', contentOrigin: 'http://127.0.0.1:4331', dev: true });
    expect(development).toContain("'unsafe-eval'");
    expect(production).not.toContain('ws:');
  });
});

describe('nonces', () => {
  it('are 128 bits and never the same', () => {
    const made = new Set(Array.from({ length: 1000 }, makeNonce));
    expect(made.size).toBe(1000);
    for (const nonce of made) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  });
});

it('lets nothing run in an answer that is no page', () => {
  expect(closedPolicy).toContain("default-src 'none'");
  expect(closedPolicy).toContain('sandbox');
  expect(closedPolicy).not.toContain('unsafe');
});
