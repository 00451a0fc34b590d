import { createHash } from 'node:crypto';
import { AppError } from '../errors.ts';
import { carriesMacros, mediaTypeOf, SAMPLE_BYTES } from './media-type.ts';
import { sealChunks } from './sealed-chunks.ts';
import type { Storage } from './storage.ts';

/** The largest file a person may bring. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** The largest file of a course: a lesson on video. */
export const LARGEST_COURSE_FILE = 512 * 1024 * 1024;

/** What is known of bytes before any have come. */
export interface Incoming {
  fileId: string;
  dataKey: Buffer;
  storageKey: string;
  name: string;
  limit: number;
}

/** What is known of them afterwards. */
export interface Received {
  size: number;
  sha256: string;
  mediaType: string;
}

/** Bytes larger than their limit; found out while they came. */
export function tooLarge(limit: number): AppError {
  return new AppError('PAYLOAD_TOO_LARGE', 'file.tooLarge', { megabytes: Math.floor(limit / 1024 / 1024) });
}

/** Seals bytes into storage as they come, measuring, hashing and judging them on the way; a refusal leaves nothing. */
export async function receive(
  storage: Storage,
  incoming: Incoming,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const hash = createHash('sha256');
  const { sample, rest } = await takeSample(bytes);
  const mediaType = await mediaTypeOf(sample, incoming.name);
  if (carriesMacros(mediaType)) throw new AppError('BAD_REQUEST', 'file.macros');
  let size = 0;
  async function* measured() {
    for await (const chunk of rest) {
      size += chunk.length;
      if (size > incoming.limit) throw tooLarge(incoming.limit);
      hash.update(chunk);
      yield chunk;
    }
  }
  await storage.put(incoming.storageKey, sealChunks(incoming.dataKey, incoming.fileId, measured()));
  return { size, sha256: hash.digest('hex'), mediaType };
}

/** The beginning of a stream, and the whole of it again. */
async function takeSample(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < SAMPLE_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    taken.push(next.value);
    length += next.value.length;
  }
  async function* rest() {
    try {
      yield* taken;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { sample: Buffer.concat(taken).subarray(0, SAMPLE_BYTES), rest: rest() };
}
