import { createHash } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { files } from '@concord/db/schema/system';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context, SignedIn } from '../context.ts';
import { AppError, found } from '../errors.ts';
import { dataKey } from '../sealing/sealing.ts';
import { type Incoming, LARGEST_FILE, type Received, receive } from './receive.ts';
import { openRange } from './sealed-chunks.ts';
import { type ByteRange, type Storage, storageKey } from './storage.ts';

type Work = Pick<Context, 'tx' | 'services' | 'afterCommit'>;
export type FileRow = typeof files.$inferSelect;

/** A file to store: where it belongs, what it is called, and its bytes. */
export interface FileToStore {
  container: 'course' | 'thread' | 'person' | 'bank' | 'exercise';
  containerId: string;
  name: string;
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  createdBy?: string;
  /** The most bytes taken; people's files have the usual limit. */
  limit?: number;
}

/** What is told of a stored file. */
export type StoredFile = Pick<FileRow, 'id' | 'name' | 'mediaType' | 'size' | 'sha256'>;

/** Stores a file within the caller's transaction. A course (or the bank) that holds these very bytes already gets no second copy. */
export async function storeFile(ctx: Work, file: FileToStore): Promise<StoredFile> {
  const known = file.bytes instanceof Uint8Array ? await findCopy(ctx, file, sha256(file.bytes)) : undefined;
  if (known) return known;
  const incoming = await expectFile(ctx, file);
  const bytes = file.bytes instanceof Uint8Array ? one(file.bytes) : file.bytes;
  const received = await receive(ctx.services.storage, incoming, bytes);
  const copy = file.bytes instanceof Uint8Array ? undefined : await findCopy(ctx, file, received.sha256);
  if (copy) {
    await ctx.services.storage.remove(incoming.storageKey);
    return copy;
  }
  return keepFile(ctx, file, incoming, received);
}

/** Prepares for bytes that will come later, outside of any transaction. */
export async function expectFile(ctx: Work, file: Omit<FileToStore, 'bytes'>): Promise<Incoming> {
  const fileId = newId();
  return {
    fileId,
    dataKey: await dataKey(ctx, file.containerId),
    storageKey: storageKey(file.container, fileId),
    name: file.name,
    limit: file.limit ?? LARGEST_FILE,
  };
}

/** Writes down a file whose bytes have come. */
export async function keepFile(
  ctx: Work,
  file: Omit<FileToStore, 'bytes'>,
  incoming: Incoming,
  received: Received,
): Promise<StoredFile> {
  const { container, containerId, name, createdBy } = file;
  const row = { id: incoming.fileId, name, ...received };
  await ctx.tx
    .insert(files)
    .values({ ...row, container, containerId, storageKey: incoming.storageKey, createdBy });
  return row;
}

/** Where an upload comes to hang: its container, whose key it is sealed under, and the contribution, where it is one's. */
type NewPlace = { container: 'thread' | 'meeting' | 'text' | 'exercise'; containerId: string } & Pick<
  Partial<FileRow>,
  'contributionId' | 'markingId'
>;

/**
 * Hangs a person's own uploads on something they have just written: sealed anew under its container's key, readable
 * from then on by whoever may read that, and by nobody else.
 */
export async function attachFiles(ctx: SignedIn, fileIds: readonly string[], to: NewPlace): Promise<void> {
  if (fileIds.length === 0) return;
  const own = and(eq(files.container, 'person'), eq(files.createdBy, ctx.actor.personId));
  const rows = await ctx.tx
    .select()
    .from(files)
    .where(and(inArray(files.id, [...fileIds]), own))
    .for('update');
  const key = await dataKey(ctx, to.containerId);
  for (const id of fileIds) {
    const row = found(rows.find((candidate) => candidate.id === id));
    await attach(ctx, row, key, to);
  }
}

/** Takes a file away: the row now, the bytes once that is committed. */
export async function removeFile(ctx: Work, fileId: string): Promise<void> {
  const [row] = await ctx.tx.delete(files).where(eq(files.id, fileId)).returning({ key: files.storageKey });
  if (row) removeBytesAfterCommit(ctx, row.key);
}

/** The clear bytes of a stretch of a file. The caller has read the row under READ. */
export function readFileRange(
  storage: Storage,
  row: FileRow,
  key: Buffer,
  range: ByteRange,
): AsyncGenerator<Buffer> {
  const read = (sealed: ByteRange) => storage.get(row.storageKey, sealed);
  return openRange({ dataKey: key, fileId: row.id, size: row.size, read }, range);
}

/** The clear bytes of a whole file, in memory. The caller has read the row under READ. */
export async function wholeFile(ctx: Work, row: FileRow): Promise<Buffer> {
  const key = await dataKey(ctx, row.containerId);
  const parts: Buffer[] = [];
  const whole = { start: 0, end: Math.max(0, row.size - 1) };
  for await (const part of readFileRange(ctx.services.storage, row, key, whole)) parts.push(part);
  return Buffer.concat(parts);
}

async function attach(ctx: Work, row: FileRow, dataKeyThere: Buffer, to: NewPlace): Promise<void> {
  const { storage } = ctx.services;
  const clear = readFileRange(storage, row, await dataKey(ctx, row.containerId), { start: 0, end: row.size });
  const key = storageKey(to.container, row.id);
  const limit = row.size;
  const again = await receive(
    storage,
    { fileId: row.id, dataKey: dataKeyThere, storageKey: key, name: row.name, limit },
    clear,
  );
  if (again.sha256 !== row.sha256) throw new AppError('CONFLICT', 'file.damaged');
  await ctx.tx
    .update(files)
    .set({ ...to, storageKey: key })
    .where(eq(files.id, row.id));
  removeBytesAfterCommit(ctx, row.storageKey);
}

function removeBytesAfterCommit({ services, afterCommit }: Work, key: string): void {
  afterCommit(() => {
    services.storage
      .remove(key)
      .catch((err: unknown) => services.log.warn({ err, key }, 'bytes stayed behind'));
  });
}

/** The file of a course that holds these very bytes already. */
export async function findCopy(
  ctx: Pick<Work, 'tx'>,
  file: Omit<FileToStore, 'bytes'>,
  hash: string,
): Promise<StoredFile | undefined> {
  if (file.container !== 'course' && file.container !== 'bank') return undefined;
  const [row] = await ctx.tx
    .select({
      id: files.id,
      name: files.name,
      mediaType: files.mediaType,
      size: files.size,
      sha256: files.sha256,
    })
    .from(files)
    .where(
      and(
        eq(files.containerId, file.containerId),
        eq(files.sha256, hash),
        eq(files.container, file.container),
      ),
    )
    .limit(1);
  return row;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}
