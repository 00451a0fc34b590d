import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

/** Files of a course to be, by paths relative to its folder, with forward slashes. */
export type ImportSource = {
  name: string;
  list(): Promise<string[]>;
  read(path: string): Promise<Uint8Array | null>;
};

const MAX_FILES = 20_000;
const MAX_BYTES = 50_000_000;

/** Reads a folder, or a single file with the files beside it. Links that lead outside are not followed. */
export async function folderSource(path: string): Promise<ImportSource> {
  const isFile = (await stat(path)).isFile();
  const root = await realpath(isFile ? dirname(path) : path);
  return {
    name: isFile ? basename(path) : basename(root),
    async list() {
      const found: string[] = [];
      for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || found.length >= MAX_FILES) continue;
        found.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
      }
      return found
        .filter((name) => !name.split('/').some((part) => part.startsWith('.') || part === 'node_modules'))
        .sort();
    },
    read: (name) => readInside(root, name),
  };
}

async function readInside(root: string, name: string): Promise<Uint8Array | null> {
  try {
    const file = await realpath(join(root, name));
    if (!file.startsWith(root + sep) || (await stat(file)).size > MAX_BYTES) return null;
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}

/** A source in memory: uploads, tests. */
export function memorySource(name: string, files: Record<string, string | Uint8Array>): ImportSource {
  return {
    name,
    list: async () => Object.keys(files).sort(),
    read: async (path) => {
      const file = Object.hasOwn(files, path) ? files[path] : undefined;
      if (file === undefined) return null;
      return typeof file === 'string' ? new TextEncoder().encode(file) : file;
    },
  };
}

/** A file as UTF-8 text without a byte order mark and with line feeds, or null where it is missing or not text. */
export async function readText(source: ImportSource, path: string): Promise<string | null> {
  const bytes = await source.read(path);
  if (bytes === null) return null;
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return decoded.includes('\u0000') ? null : decoded.replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}
