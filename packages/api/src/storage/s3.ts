import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { StorageSettings } from '../settings/services.ts';
import { assertKey, type Storage } from './storage.ts';

type S3Settings = Extract<StorageSettings, { kind: 's3' }>;

const PART_BYTES = 5 * 1024 * 1024;

/** Files in a bucket of any S3: uploaded in parts, so that none is held in memory whole. */
export function s3Storage(settings: S3Settings): Storage {
  const client = connect(settings);
  const place = (key: string) => {
    assertKey(key);
    return { Bucket: settings.bucket, Key: key };
  };
  return {
    async put(key, bytes) {
      const body = Readable.from(bytes, { objectMode: false });
      const upload = new Upload({
        client,
        params: { ...place(key), Body: body, ContentType: 'application/octet-stream' },
        partSize: PART_BYTES,
        queueSize: 2,
      });
      await upload.done();
    },
    async get(key, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(new GetObjectCommand({ ...place(key), Range }));
      if (!(Body instanceof Readable)) throw new Error('The file storage answered without a body.');
      return Body;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(place(key)));
    },
    async check() {
      await client.send(new HeadBucketCommand({ Bucket: settings.bucket }));
    },
  };
}

function connect({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client {
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return new S3Client({
    region,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(credentials ? { credentials } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
