import { files } from '@concord/db/schema/system';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { storeFile } from '../../../storage/store.ts';
import { sha256 } from './digest.ts';
import type { CourseDraft } from './types.ts';

/** The addresses of a course's images by path, and how many were new to it. */
export type StoredImages = { urls: ReadonlyMap<string, string>; stored: number; reused: number };

/** Stores the images of a course; what the course already holds, by its SHA-256, is used again. */
export async function storeImages(
  ctx: Context,
  courseId: string,
  images: CourseDraft['images'],
): Promise<StoredImages> {
  const hashed = images.map((image) => ({ ...image, hash: sha256(image.bytes) }));
  const known = await knownFiles(ctx, courseId, [...new Set(hashed.map(({ hash }) => hash))]);
  const reused = new Set(known.keys());
  const urls = new Map<string, string>();
  for (const { path, bytes, hash } of hashed) {
    const id = known.get(hash) ?? (await store(ctx, courseId, path, bytes));
    known.set(hash, id);
    urls.set(path, `/api/files/${id}`);
  }
  return { urls, stored: known.size - reused.size, reused: reused.size };
}

async function store(ctx: Context, courseId: string, path: string, bytes: Uint8Array): Promise<string> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const file = await storeFile(ctx, { container: 'course', containerId: courseId, name, bytes });
  return file.id;
}

async function knownFiles(ctx: Context, courseId: string, hashes: string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: files.id, sha256: files.sha256 })
    .from(files)
    .where(
      and(eq(files.containerId, courseId), eq(files.container, 'course'), inArray(files.sha256, hashes)),
    );
  return new Map(rows.map((row) => [row.sha256, row.id]));
}
