import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskStorage } from './disk.ts';
import { isInline, mediaTypeOf } from './media-type.ts';
import { CHUNK_BYTES, openRange, sealChunks, sealedSize } from './sealed-chunks.ts';
import { type Storage, storageKey } from './storage.ts';

let folder: string;
let storage: Storage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-storage-'));
  storage = diskStorage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function keep(bytes: Buffer, pieceSize = 10_000) {
  const [dataKey, fileId] = [randomBytes(32), randomUUID()];
  const key = storageKey('course', fileId);
  await storage.put(key, sealChunks(dataKey, fileId, pieces(bytes, pieceSize)));
  const read = (range: { start: number; end: number }) => storage.get(key, range);
  return { dataKey, fileId, size: bytes.length, read, key };
}

describe('sealed chunks', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 200_001])(
    'give %i bytes back as they came',
    async (size) => {
      const bytes = randomBytes(size);
      const file = await keep(bytes, 70_001);
      expect((await stat(join(folder, file.key))).size).toBe(sealedSize(size));
      expect((await all(openRange(file, { start: 0, end: size - 1 }))).equals(bytes)).toBe(true);
    },
  );

  it('give any stretch', async () => {
    const bytes = randomBytes(3 * CHUNK_BYTES + 17);
    const file = await keep(bytes);
    const at = fc.nat({ max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(at, at, async (one, other) => {
        const range = { start: Math.min(one, other), end: Math.max(one, other) };
        const got = await all(openRange(file, range));
        expect(got.equals(bytes.subarray(range.start, range.end + 1))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('refuse bytes that were changed, cut, reordered, or belong to another file', async () => {
    const bytes = randomBytes(2 * CHUNK_BYTES + 5);
    const file = await keep(bytes);
    const sealed = await all(await storage.get(file.key));
    const whole = { start: 0, end: bytes.length - 1 };
    const piece = CHUNK_BYTES + 16;
    const flipped = Buffer.from(sealed);
    flipped[piece + 3] = (flipped[piece + 3] ?? 0) ^ 1;
    const swapped = Buffer.concat([
      sealed.subarray(piece, 2 * piece),
      sealed.subarray(0, piece),
      sealed.subarray(2 * piece),
    ]);
    for (const bad of [
      flipped,
      swapped,
      sealed.subarray(0, 2 * piece),
      sealed.subarray(0, sealed.length - 1),
    ]) {
      await expect(
        all(openRange({ ...file, read: async () => pieces(bad, 9_999) }, whole)),
      ).rejects.toThrow();
    }
    await expect(all(openRange({ ...file, size: 2 * CHUNK_BYTES }, whole))).rejects.toThrow();
    await expect(all(openRange({ ...file, fileId: randomUUID() }, whole))).rejects.toThrow();
  });
});

describe('files on disk', () => {
  it('leave nothing behind when the source fails', async () => {
    const id = randomUUID();
    async function* failing() {
      yield randomBytes(100_000);
      throw new Error('gone');
    }
    await expect(storage.put(storageKey('thread', id), failing())).rejects.toThrow('gone');
    expect(await readdir(join(folder, 'thread', id.slice(-2)))).toEqual([]);
    await expect(storage.get(storageKey('thread', id))).rejects.toThrow();
  });

  it('refuse a key that is a path', async () => {
    await expect(storage.get('../../etc/passwd')).rejects.toThrow('well formed');
  });

  it('may be removed twice', async () => {
    const file = await keep(Buffer.from('x'));
    await storage.remove(file.key);
    await storage.remove(file.key);
    await expect(storage.get(file.key)).rejects.toThrow();
  });
});

describe('the type of a file', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  it.each([
    ['a picture under another name', png, 'notes.txt', 'image/png', true],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'photo.png', 'text/plain', false],
    [
      'a drawing that could run',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'a.svg',
      undefined,
      false,
    ],
    ['a table', Buffer.from('a;b\n1;é\n'), 'people.csv', 'text/csv', false],
    ['a program', Buffer.from('MZ\u0000\u0001\u0002'), 'a.pdf', undefined, false],
    ['bytes', Buffer.from([0, 1, 2, 255]), 'a.txt', 'application/octet-stream', false],
    ['nothing', Buffer.alloc(0), 'empty.txt', 'text/plain', false],
  ])('of %s comes from its content', async (_what, bytes, name, expected, inline) => {
    const found = await mediaTypeOf(bytes, name);
    if (expected) expect(found).toBe(expected);
    expect(isInline(found)).toBe(inline);
  });
});
