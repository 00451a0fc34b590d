import { access, constants, stat, statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { makeDataFolder } from '@concord/db/embedded/cluster';
import { createTransport } from 'nodemailer';
import type { OpenSettings } from '../../env.ts';
import { buildIsStale } from '../launch/build.ts';
import { attempt, bad, type Finding, good } from './finding.ts';

const LEAST_FREE = 2 * 1024 ** 3;

/** Disk, files, mail, fonts and build: what lies outside the database. */
export async function checkMachine(settings: OpenSettings): Promise<Finding[]> {
  const all = await Promise.all([
    attempt('disk', 'Set CONCORD_DATA to a folder that this account may write to.', () =>
      checkDisk(settings),
    ),
    attempt('files', 'Check S3_BUCKET, S3_ENDPOINT, S3_REGION and the keys.', () => checkFiles(settings)),
    attempt('mail', 'Check SMTP_URL, and that the mail server lets this machine in.', () =>
      checkMail(settings),
    ),
    attempt('typeface', 'Install again: remove node_modules and start.', checkFonts),
    attempt('build', 'Run: npm start', checkBuild),
  ]);
  return all.flat();
}

async function checkDisk({ dataDir }: OpenSettings): Promise<Finding> {
  await makeDataFolder(dataDir);
  await access(dataDir, constants.W_OK);
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GB free at ${dataDir}`;
  return free >= LEAST_FREE
    ? good('disk', detail)
    : bad('disk', detail, 'Make room, or move CONCORD_DATA to a larger disk.');
}

async function checkFiles({ storage }: OpenSettings): Promise<Finding> {
  if (storage.kind === 'disk') return good('files', `on disk at ${storage.folder}`);
  const { region, endpoint, accessKeyId, secretAccessKey, bucket } = storage;
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  const client = new S3Client({ region, endpoint, forcePathStyle: endpoint !== undefined, credentials });
  await client.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal: AbortSignal.timeout(10_000) });
  return good('files', `in the bucket ${bucket}`);
}

async function checkMail({ mail }: OpenSettings): Promise<Finding> {
  if (mail.kind === 'folder')
    return good('mail', `goes to the folder ${mail.folder}; set SMTP_URL to send it`);
  const transport = createTransport({ url: mail.url, connectionTimeout: 10_000 });
  await transport.verify();
  transport.close();
  return good('mail', `${new URL(mail.url).host} accepts mail`);
}

async function checkFonts(): Promise<Finding> {
  const file = createRequire(import.meta.url).resolve('@fontsource/noto-sans/package.json');
  await stat(file);
  return good('typeface', 'present');
}

async function checkBuild(): Promise<Finding> {
  return (await buildIsStale())
    ? bad('build', 'The portal is not built from the sources that are here.', 'Run: npm start')
    : good('build', 'of the sources that are here');
}
