import { resolve } from 'node:path';
import { z } from 'zod';
import { address, type Fields } from './fields.ts';

/** Files on disk, or in any S3. */
export type StorageSettings =
  | { kind: 'disk'; folder: string }
  | {
      kind: 's3';
      bucket: string;
      endpoint: string | undefined;
      region: string;
      accessKeyId: string | undefined;
      secretAccessKey: string | undefined;
    };

/** Mail by SMTP, or into a folder. */
export type MailSettings = { from: string } & (
  | { kind: 'smtp'; url: string }
  | { kind: 'folder'; folder: string }
);

/** Mail goes by SMTP when an address is given. */
export function readMail(fields: Fields, dataDir: string, host: string): MailSettings {
  const from = fields.read(
    'MAIL_FROM',
    z.string().regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/),
    'a mail address, such as Concord <concord@example.org>',
  );
  const url = fields.secret(
    'SMTP_URL',
    address('smtp:', 'smtps:'),
    'an address such as smtps://user:password@mail.example:465',
  );
  const sender = from ?? `Concord <concord@${host}>`;
  if (url === undefined) return { kind: 'folder', folder: resolve(dataDir, 'mail'), from: sender };
  return { kind: 'smtp', url, from: sender };
}

/** Files go to S3 when asked for, with everything that takes. */
export function readStorage(fields: Fields, dataDir: string): StorageSettings {
  const kind = fields.read('STORAGE', z.enum(['disk', 's3']), 'disk or s3') ?? 'disk';
  if (kind === 'disk') return { kind, folder: resolve(dataDir, 'files') };
  const bucket = fields.read(
    'S3_BUCKET',
    z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
    'the name of a bucket',
  );
  if (bucket === undefined && !fields.has('S3_BUCKET')) {
    fields.report(
      'S3_BUCKET',
      'S3_BUCKET is missing: with STORAGE=s3 it names the bucket that holds the files.',
    );
  }
  const accessKeyId = fields.secret('S3_ACCESS_KEY_ID', z.string(), 'an access key');
  const secretAccessKey = fields.secret('S3_SECRET_ACCESS_KEY', z.string(), 'a secret key');
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    fields.report('S3_ACCESS_KEY_ID', 'Set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY together, or neither.');
  }
  return {
    kind,
    bucket: bucket ?? '',
    endpoint: fields.read('S3_ENDPOINT', address('http:', 'https:'), 'an address such as https://s3.example'),
    region: fields.read('S3_REGION', z.string(), 'a region') ?? 'us-east-1',
    accessKeyId,
    secretAccessKey,
  };
}
