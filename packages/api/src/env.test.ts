import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOpenSettings, readSettings, withDatabase } from './env.ts';
import { cookieSettings } from './settings/cookies.ts';
import type { Environment } from './settings/fields.ts';
import { ownSecrets, rolePasswords } from './settings/secrets.ts';

const bytes = Buffer.alloc(32, 7).toString('base64');
const external = {
  DATABASE_URL: 'postgres://owner:pw@db.example:5432/concord',
  CONCORD_SECRET: bytes,
  CONCORD_KEY: bytes,
};
const provider = {
  OIDC_ISSUER: 'https://id.example/',
  OIDC_CLIENT_ID: 'concord',
  OIDC_CLIENT_SECRET: 'not a secret',
};
const folder = mkdtempSync(join(tmpdir(), 'concord-env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function problems(env: Environment): string[] {
  const result = readOpenSettings(env);
  return Array.isArray(result) ? result.map((problem) => problem.message) : [];
}

function good(env: Environment) {
  const result = readOpenSettings(env);
  if (Array.isArray(result)) throw new Error(JSON.stringify(result));
  return result;
}

describe('settings', () => {
  it('need nothing at all for an embedded start', () => {
    const settings = good({});
    expect(settings).toMatchObject({ embedded: true, port: 3000, demo: true, logLevel: 'info' });
    expect(settings.url.origin).toBe('http://localhost:3000');
    expect(settings.contentUrl.origin).toBe('http://127.0.0.1:3001');
    expect(settings.dataDir.endsWith('/.concord')).toBe(true);
    expect(settings.mail).toMatchObject({ kind: 'folder', from: 'Concord <concord@localhost>' });
    expect(settings.storage).toMatchObject({ kind: 'disk' });
  });

  it('follow the port', () => {
    const settings = good({ PORT: '8080' });
    expect([settings.url.origin, settings.contentUrl.origin]).toEqual([
      'http://localhost:8080',
      'http://127.0.0.1:8081',
    ]);
  });

  it('name the policy of labels by both its name and its identifier', () => {
    expect(good({}).policy).toMatchObject({
      name: 'ALLIANCE',
      uri: expect.stringMatching(/^urn:oid:2\.25\./),
    });
    const policy = { CONCORD_POLICY_NAME: 'COALITION', CONCORD_POLICY_ID: 'urn:oid:2.25.17' };
    expect(good(policy).policy).toEqual({ name: 'COALITION', uri: 'urn:oid:2.25.17' });
    expect(problems({ CONCORD_POLICY_NAME: 'COALITION' })[0]).toContain('belong together');
    expect(problems({ ...policy, CONCORD_POLICY_ID: '2.25.17' })[0]).toContain('urn:oid:2.25.1');
  });

  it('read which words of a provider mean two factors', () => {
    const oidc = good({ ...provider, OIDC_STRONG: 'amr:mfa, acr:urn:id:two amr:hwk' }).oidc;
    expect(oidc?.strong).toEqual({ amr: ['mfa', 'hwk'], acr: ['urn:id:two'] });
    expect(good({ ...provider, OIDC_ISSUER: 'http://localhost:9/op/' }).oidc).toMatchObject({
      issuer: 'http://localhost:9/op',
      name: 'localhost',
      algorithm: 'RS256',
      strong: { amr: [], acr: [] },
    });
  });

  it('listen to this machine alone while the portal is plain http, and beside a proxy on the next port', () => {
    expect(good({ PORT: '8080' })).toMatchObject({ host: '127.0.0.1', contentPort: 8081 });
    const proxied = {
      CONCORD_URL: 'https://concord.example',
      CONCORD_CONTENT_URL: 'https://content.example',
    };
    expect(good(proxied)).toMatchObject({ host: undefined, contentPort: 3001 });
    expect(good({ CONCORD_HOST: '::' }).host).toBe('::');
    expect(good({ CONCORD_CONTENT_URL: 'http://127.0.0.1:4999' }).contentPort).toBe(4999);
  });

  it('treat an empty variable as absent', () => {
    expect(good({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ embedded: true, port: 3000 });
  });

  it('derive the roles of an external database, and make no demo there unasked', () => {
    const settings = readSettings(external);
    if (Array.isArray(settings)) throw new Error('refused');
    const passwords = rolePasswords(Buffer.alloc(32, 7));
    expect(settings.database.appUrl).toBe(`postgres://concord_app:${passwords.app}@db.example:5432/concord`);
    expect(new URL(settings.database.sealerUrl).username).toBe('concord_sealer');
    expect(new Set(Object.values(passwords)).size).toBe(3);
    expect(settings.demo).toBe(false);
  });

  it('let the roles be named one by one, without the owner', () => {
    const settings = readSettings({
      CONCORD_SECRET: bytes,
      CONCORD_KEY: bytes,
      DATABASE_APP_URL: 'postgres://a:a@db/c',
      DATABASE_WORKER_URL: 'postgres://w:w@db/c',
      DATABASE_SEALER_URL: 'postgres://s:s@db/c',
    });
    expect(settings).toMatchObject({ database: { ownerUrl: undefined, workerUrl: 'postgres://w:w@db/c' } });
  });

  it('are read from files', () => {
    const file = join(folder, 'key');
    writeFileSync(file, `${bytes}\n`);
    const settings = readSettings({ ...external, CONCORD_KEY: undefined, CONCORD_KEY_FILE: file });
    expect(settings).toMatchObject({ key: Buffer.alloc(32, 7) });
  });
});

describe('a wrong setting is a sentence', () => {
  it.each<[Environment, RegExp]>([
    [{ PORT: 'http' }, /^PORT must be a port number from 1 to 65534\.$/],
    [{ PORT: '65535' }, /^PORT must be/],
    [{ PORT: '4190' }, /^PORT is 4190, which browsers refuse to open/],
    [{ CONCORD_URL: 'concord.example' }, /^CONCORD_URL must be an address without a path/],
    [{ CONCORD_URL: 'https://concord.example/portal' }, /^CONCORD_URL must be an address without a path/],
    [{ CONCORD_URL: 'http://concord.example' }, /must be https.*CONCORD_URL=https:\/\/concord\.example/],
    [{ CONCORD_URL: 'http://127.0.0.1:3000' }, /^CONCORD_CONTENT_URL must have another host name/],
    [{ CONCORD_HOST: 'everywhere' }, /^CONCORD_HOST must be the address of an interface/],
    [{ CONCORD_PROCESSES: '0' }, /^CONCORD_PROCESSES must be a number from 1 to 64/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be debug, info, warn or error/],
    [{ CONCORD_DEMO: 'maybe' }, /^CONCORD_DEMO must be on or off/],
    [{ SMTP_URL: 'mail.example' }, /^SMTP_URL must be an address such as smtps:/],
    [{ MAIL_FROM: 'nobody' }, /^MAIL_FROM must be a mail address/],
    [{ MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, /^MAIL_FROM must be a mail address/],
    [{ STORAGE: 'tape' }, /^STORAGE must be disk or s3/],
    [{ STORAGE: 's3' }, /^S3_BUCKET is missing/],
    [
      { STORAGE: 's3', S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'x' },
      /S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY/,
    ],
    [{ OIDC_ISSUER: 'https://id.example' }, /^OIDC_CLIENT_ID is missing/],
    [{ ...provider, OIDC_ISSUER: 'http://id.example' }, /^OIDC_ISSUER must be the https address/],
    [{ ...provider, OIDC_STRONG: 'mfa' }, /^OIDC_STRONG must be words such as amr:mfa/],
    [{ ...provider, OIDC_ALGORITHM: 'HS256' }, /^OIDC_ALGORITHM must be one of RS256/],
    [{ CONCORD_TRUST_PROXY: 'the proxy' }, /^CONCORD_TRUST_PROXY must be addresses/],
    [{ CONCORD_TRUST_PROXY: '10.0.0.0/40' }, /^CONCORD_TRUST_PROXY must be addresses/],
    [{ ...external, DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL must be an address such as postgres:/],
    [{ ...external, CONCORD_SECRET: undefined }, /^CONCORD_SECRET is missing: set it to 32 bytes/],
    [{ ...external, CONCORD_KEY: 'c2hvcnQ=' }, /^CONCORD_KEY must be 32 bytes in base64/],
    [{ ...external, CONCORD_KEY_FILE: '/nowhere' }, /^Set either CONCORD_KEY or CONCORD_KEY_FILE/],
    [{ ...external, CONCORD_KEY: '', CONCORD_KEY_FILE: '/nowhere' }, /CONCORD_KEY_FILE names "\/nowhere"/],
  ])('%o', (env, sentence) => {
    expect(problems(env)[0]).toMatch(sentence);
  });

  it('and every wrong one is named at once, without repeating a secret', () => {
    const found = problems({ ...external, PORT: 'x', LOG_LEVEL: 'x', CONCORD_KEY: 'tiny-secret' });
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain('tiny-secret');
  });
});

describe('cookies', () => {
  it.each([
    ['https://concord.example', '__Host-concord-session'],
    ['http://localhost:3000', 'concord-session'],
    ['http://127.0.0.1:3000', 'concord-session'],
    ['http://[::1]:3000', 'concord-session'],
    ['http://concord.example', undefined],
    ['http://localhost.example', undefined],
    ['http://127.0.0.1.example', undefined],
    ['http://10.0.0.5:3000', undefined],
  ])('at %s: %s', (url, session) => {
    expect(cookieSettings(new URL(url))?.session).toBe(session);
  });
});

describe('the secrets of an embedded installation', () => {
  it('are made once, and only the owner of the folder may read them', async () => {
    const first = await ownSecrets(folder);
    expect(await ownSecrets(folder)).toEqual(first);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    const settings = withDatabase(good({}), 'postgres://concord:x@127.0.0.1:5000/concord', first);
    expect(new URL(settings.database.workerUrl).port).toBe('5000');
  });

  it('are never replaced when damaged', async () => {
    const damaged = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(damaged, 'secrets.json'), '{"secret":');
    await expect(ownSecrets(damaged)).rejects.toThrow('Restore it from a backup');
  });
});
