import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@concord/db/ids';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMail, readMail } from './folder.ts';
import { type Mail, mailSchema } from './mails.ts';
import { createMailer } from './send.ts';
import { writeMail } from './write.ts';

const portal = new URL('https://concord.example');
const person = { email: 'zoë@test.example', timeZone: 'Europe/Paris' };
const instant = '2026-12-01T10:00:00Z';
const mails = (['en', 'fr'] as const).flatMap((locale): Mail[] => [
  { ...person, locale, kind: 'invitation', path: '/invitation/t', until: instant },
  { ...person, locale, kind: 'reset', path: '/reset/t', until: instant },
  { ...person, locale, kind: 'factorChanged', path: '/account', at: instant },
  { ...person, locale, kind: 'enrolment', path: '/learn/phishing', deadline: instant },
  { ...person, locale, kind: 'enrolment', path: '/learn/phishing' },
  { ...person, locale, kind: 'mention', path: '/consult/threads/1' },
  { ...person, locale, kind: 'credential', path: '/learn/credentials', validUntil: instant },
]);

describe('a mail', () => {
  it.each(mails)('$kind in $locale says what is expected, by when, with its link', (mail) => {
    const { subject, text, html } = writeMail(mailSchema.parse(mail), portal);
    expect(subject.length).toBeGreaterThan(10);
    expect(text).toContain(`https://concord.example${mail.path}`);
    expect(html).toContain(`lang="${mail.locale}"`);
    expect(html).toContain(`href="https://concord.example${mail.path}"`);
    expect(html).not.toMatch(/<img|<script|style=/);
    if ('until' in mail || 'deadline' in mail) expect(text).toMatch(/11:00/);
  });

  it('differs between the languages', () => {
    const [texts, half] = [mails.map((mail) => writeMail(mail, portal).text), mails.length / 2];
    expect(new Set(texts).size).toBe(mails.length);
    for (const text of texts.slice(0, half)) expect(texts.slice(half)).not.toContain(text);
  });

  it('says nothing of a consultation', () => {
    const mail = { ...person, locale: 'en', kind: 'mention', path: '/consult/threads/1' } as const;
    expect(() => mailSchema.parse({ ...mail, title: 'The plan' })).toThrow();
  });

  it('leads nowhere but to the portal', () => {
    expect(() => mailSchema.parse({ ...mails[0], path: 'https://evil.example' })).toThrow();
    expect(() => mailSchema.parse({ ...mails[0], path: '//evil.example' })).toThrow();
  });
});

describe('mail into a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concord-mail-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is there for a mail program and for the portal, newest first', async () => {
    const mailer = createMailer(
      { kind: 'folder', folder, from: 'Concord <concord@test.example>' },
      'test.example',
    );
    const ids = [];
    for (const mail of mails.slice(0, 3)) {
      const id = newId();
      ids.push(id);
      await mailer.send({
        id,
        kind: mail.kind,
        to: mail.email,
        locale: mail.locale,
        ...writeMail(mail, portal),
      });
    }
    const kept = await listMail(folder);
    expect(kept.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(kept[0]).toMatchObject({ to: 'zoë@test.example', kind: 'factorChanged', locale: 'en' });
    expect((await listMail(folder, 1, kept[0]?.id)).map(({ id }) => id)).toEqual([ids[1]]);
    const eml = await readFile(join(folder, `${ids[0]}.eml`), 'utf8');
    expect(eml).toContain(`Message-ID: <${ids[0]}@test.example>`);
    expect(eml).toContain('Auto-Submitted: auto-generated');
    expect((await stat(join(folder, `${ids[0]}.json`))).mode & 0o777).toBe(0o600);
    expect(await readMail(folder, '../../etc/passwd')).toBeUndefined();
  });
});

describe('mail by SMTP', () => {
  it('arrives, and a refusal for good is known as one', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith('gone')
            ? Object.assign(new Error('no such person'), { responseCode: 550 })
            : null,
        ),
      onData(stream, _session, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          received.push(Buffer.concat(parts).toString());
          done();
        });
      },
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const mailer = createMailer(
      { kind: 'smtp', url: `smtp://127.0.0.1:${port}`, from: 'concord@test.example' },
      'test.example',
    );
    const mail = writeMail(mails[0] as Mail, portal);
    await mailer.send({ id: newId(), kind: 'invitation', to: 'anna@test.example', locale: 'en', ...mail });
    expect(received[0]).toContain('Subject: Your invitation to Concord');
    expect(received[0]).toContain('To: anna@test.example');
    await expect(
      mailer.send({ id: newId(), kind: 'invitation', to: 'gone@test.example', locale: 'en', ...mail }),
    ).rejects.toMatchObject({ responseCode: 550 });
    mailer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
