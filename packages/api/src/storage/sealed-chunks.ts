import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { ByteRange } from './storage.ts';

/** Clear bytes in a chunk: what a range costs at most beyond itself. */
export const CHUNK_BYTES = 64 * 1024;

const TAG_BYTES = 16;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

/** The key of one file, derived from its container's: a counter may then be the nonce, because no key serves two files. */
export function fileKey(dataKey: Buffer, fileId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, fileId, 'concord file', 32));
}

/** Seals a stream chunk by chunk; each chunk is bound to its file, its place and whether it is the last. */
export async function* sealChunks(
  dataKey: Buffer,
  fileId: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const key = fileKey(dataKey, fileId);
  let index = 0;
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const given of bytes) {
    parts.push(given);
    held += given.length;
    if (held <= CHUNK_BYTES) continue;
    let rest: Buffer = Buffer.concat(parts, held);
    while (rest.length > CHUNK_BYTES) {
      yield sealChunk(key, { fileId, index, last: false }, rest.subarray(0, CHUNK_BYTES));
      index += 1;
      rest = rest.subarray(CHUNK_BYTES);
    }
    parts = [rest];
    held = rest.length;
  }
  yield sealChunk(key, { fileId, index, last: true }, Buffer.concat(parts, held));
}

/** What it takes to open a file, or a stretch of it. */
export interface SealedFile {
  dataKey: Buffer;
  fileId: string;
  /** Clear bytes in all. */
  size: number;
  read(range: ByteRange): Promise<AsyncIterable<Uint8Array>>;
}

/** The clear bytes of a stretch; only its chunks are read, and each is authenticated before a byte of it leaves. */
export async function* openRange(file: SealedFile, range: ByteRange): AsyncGenerator<Buffer> {
  const lastIndex = Math.max(0, Math.ceil(file.size / CHUNK_BYTES) - 1);
  const first = Math.floor(range.start / CHUNK_BYTES);
  const final = Math.min(lastIndex, Math.floor(Math.max(range.start, range.end) / CHUNK_BYTES));
  const key = fileKey(file.dataKey, file.fileId);
  const sealedEnd = final === lastIndex ? sealedSize(file.size) : (final + 1) * SEALED_CHUNK_BYTES;
  const source = await file.read({ start: first * SEALED_CHUNK_BYTES, end: sealedEnd - 1 });
  let index = first;
  for await (const sealed of inPieces(source, SEALED_CHUNK_BYTES)) {
    const clear = openChunk(key, { fileId: file.fileId, index, last: index === lastIndex }, sealed);
    const offset = index * CHUNK_BYTES;
    const wanted = clear.subarray(Math.max(0, range.start - offset), range.end - offset + 1);
    index += 1;
    if (wanted.length > 0) yield wanted;
  }
  if (index !== final + 1) throw new Error(`File ${file.fileId} is shorter than its record.`);
}

/** Bytes in storage of a file of so many clear bytes. */
export function sealedSize(size: number): number {
  return size + Math.max(1, Math.ceil(size / CHUNK_BYTES)) * TAG_BYTES;
}

interface Place {
  fileId: string;
  index: number;
  last: boolean;
}

function sealChunk(key: Buffer, place: Place, clear: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place.index));
  cipher.setAAD(boundTo(place));
  return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Buffer, place: Place, sealed: Buffer): Buffer {
  const body = sealed.length - TAG_BYTES;
  if (body < 0) throw new Error(`File ${place.fileId} is cut short.`);
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place.index), { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(sealed.subarray(body));
  return Buffer.concat([decipher.update(sealed.subarray(0, body)), decipher.final()]);
}

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

function boundTo({ fileId, index, last }: Place): Buffer {
  return Buffer.from(`concord file|${fileId}|${index}|${last ? 'last' : 'more'}`);
}

/** The same bytes in pieces of one size; the last may be shorter. */
async function* inPieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const given of source) {
    parts.push(given);
    held += given.length;
    if (held < size) continue;
    let rest: Buffer = Buffer.concat(parts, held);
    while (rest.length >= size) {
      yield rest.subarray(0, size);
      rest = rest.subarray(size);
    }
    parts = [rest];
    held = rest.length;
  }
  if (held > 0) yield Buffer.concat(parts, held);
}
