import type { Readable } from 'node:stream';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** What an archive may hold in all and in one file, and how many files: more is refused before it is unpacked. */
export type ArchiveLimits = { bytes: number; file: number; entries: number };
export const LIMITS: ArchiveLimits = { bytes: 1024 ** 3, file: 512 * 1024 ** 2, entries: 20_000 };

/** Why an archive is refused, in words for the operator; `large` where it holds more than is taken. */
export class ArchiveRefused extends Error {
  readonly large: boolean;

  constructor(message: string, large = false) {
    super(message);
    this.large = large;
  }
}

/** Packs files so that the same content gives the same bytes, whenever and wherever it is packed. */
export async function pack(files: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile();
  // The time in a zip has no zone: this one is 1 January 1980 on every clock.
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  for (const path of [...files.keys()].sort())
    zip.addBuffer(Buffer.from(files.get(path) ?? []), path, {
      ...options,
      compress: !path.startsWith('files/'),
    });
  zip.end();
  return collected(zip.outputStream as Readable);
}

/**
 * Unpacks an archive into memory. Names that lead elsewhere, more than the limits, sizes that lie and files that are
 * not plain files are refused.
 */
export async function unpack(archive: Buffer, limits = LIMITS): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  try {
    const zip = await fromBufferPromise(archive, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    if (zip.entryCount > limits.entries) throw new ArchiveRefused('It holds too many files.', true);
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      bytes += entry.uncompressedSize;
      if (bytes > limits.bytes || entry.uncompressedSize > limits.file)
        throw new ArchiveRefused(`${name}: unpacked, it is larger than is taken.`, true);
      if (name.endsWith('/')) continue;
      if (isLink(entry.externalFileAttributes))
        throw new ArchiveRefused(`${name}: it is a link, not a file.`);
      if (files.has(name)) throw new ArchiveRefused(`${name}: it is there twice.`);
      files.set(name, await collected(await zip.openReadStreamPromise(entry)));
    }
  } catch (error) {
    if (error instanceof ArchiveRefused) throw error;
    throw new ArchiveRefused(error instanceof Error ? error.message : 'It is no zip archive.');
  }
  return files;
}

const isLink = (attributes: number) => ((attributes >>> 16) & 0o170000) === 0o120000;

async function collected(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
