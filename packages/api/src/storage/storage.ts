import type { StorageSettings } from '../settings/services.ts';
import { diskStorage } from './disk.ts';
import { s3Storage } from './s3.ts';

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
  return settings.kind === 'disk' ? diskStorage(settings.folder) : s3Storage(settings);
}

/** Keys are made by us from ids; anything else is refused before it can be a path. */
export function assertKey(key: string): void {
  if (!/^[a-z]+\/[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(key)) throw new Error('A storage key is not well formed.');
}

/** The key of a file: its container's kind and its id, spread over 256 folders. */
export function storageKey(container: string, fileId: string): string {
  return `${container}/${fileId.slice(-2)}/${fileId}`;
}
