import type { StorageSettings } from '../settings/services.ts';
import { diskStorage } from './disk.ts';

/** A stretch of bytes, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where sealed bytes lie, by key. It never sees a clear byte, a name or a type. */
export interface Storage {
  /** Keeps the bytes once all of them have come; a source that fails leaves nothing behind. */
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes, or a stretch of them, as they are read; rejects when there is no such key. */
  get(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
  /** Takes the bytes away; a key that is not there is no error. */
  remove(key: string): Promise<void>;
  /** Resolves when bytes can be written and read. */
  check(): Promise<void>;
}

/** The storage the settings ask for. */
export function createStorage(settings: StorageSettings): Storage {
  return settings.kind === 'disk' ? diskStorage(settings.folder) : lazyS3(settings);
}

/** The S3 client is large: an installation that keeps files on disk never loads it. */
function lazyS3(settings: Extract<StorageSettings, { kind: 's3' }>): Storage {
  let made: Promise<Storage> | undefined;
  const storage = () => {
    made ??= import('./s3.ts').then(({ s3Storage }) => s3Storage(settings));
    return made;
  };
  return {
    put: async (key, bytes) => (await storage()).put(key, bytes),
    get: async (key, range) => (await storage()).get(key, range),
    remove: async (key) => (await storage()).remove(key),
    check: async () => (await storage()).check(),
  };
}

/** Keys are made by us from ids; anything else is refused before it can be a path. */
export function assertKey(key: string): void {
  if (!/^[a-z]+\/[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(key)) throw new Error('A storage key is not well formed.');
}

/** The key of a file: its container's kind and its id, spread over 256 folders. */
export function storageKey(container: string, fileId: string): string {
  return `${container}/${fileId.slice(-2)}/${fileId}`;
}
