import { files } from '@concord/db/schema/system';
import { and, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { dataKey } from '../../sealing/sealing.ts';
import { readFileRange } from '../../storage/store.ts';
import { LIMITS, readWord, type WordFile, WordRefused } from './read.ts';

/** A file that the person brought and that waits for its use, read as Word's; any other is not found. */
export async function readUpload(
  ctx: SignedIn,
  fileId: string,
): Promise<{ name: string; file: WordFile } | { name: string; refused: WordRefused }> {
  const own = and(eq(files.container, 'person'), eq(files.createdBy, ctx.actor.personId));
  const [row] = await ctx.tx
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), own));
  const { name, size } = found(row);
  if (size > LIMITS.packed) return { name, refused: new WordRefused('tooLarge') };
  try {
    return { name, file: await readWord(await bytesOf(ctx, found(row))) };
  } catch (error) {
    if (error instanceof WordRefused) return { name, refused: error };
    throw error;
  }
}

async function bytesOf(ctx: SignedIn, row: typeof files.$inferSelect): Promise<Buffer> {
  if (row.size === 0) return Buffer.alloc(0);
  const key = await dataKey(ctx, row.containerId);
  const parts: Buffer[] = [];
  for await (const part of readFileRange(ctx.services.storage, row, key, { start: 0, end: row.size - 1 }))
    parts.push(part);
  return Buffer.concat(parts);
}
