import { describe, expect, it } from 'vitest';
import { redirectToOwnName } from './host.ts';

const portal = new URL('https://concord.example');

describe('a request under another name', () => {
  it.each([
    ['concord.example', '/learn', null],
    ['CONCORD.example', '/learn', null],
    ['127.0.0.1:4000', '/learn?q=a', 'https://concord.example/learn?q=a'],
    ['concord.example:8080', '/', 'https://concord.example/'],
    [undefined, '/', 'https://concord.example/'],
    ['evil.example', '//evil.example/x', 'https://concord.example/evil.example/x'],
    ['evil.example', '/\\evil.example', 'https://concord.example/evil.example'],
    ['evil.example', 'http://evil.example/', 'https://concord.example/http://evil.example/'],
    ['10.0.0.7', '/api/health/ready', null],
    ['10.0.0.7', '/api/healthy', 'https://concord.example/api/healthy'],
    ['10.0.0.7', '/api/trpc/shell.get', 'https://concord.example/api/trpc/shell.get'],
  ])('%s%s goes to %s', (host, path, expected) => {
    expect(redirectToOwnName({ host, path }, portal)).toBe(expected);
  });

  it('minds the port where the portal has one', () => {
    const local = new URL('http://localhost:4000');
    expect(redirectToOwnName({ host: 'localhost:4000', path: '/' }, local)).toBeNull();
    expect(redirectToOwnName({ host: '127.0.0.1:4000', path: '/' }, local)).toBe('http://localhost:4000/');
  });
});
