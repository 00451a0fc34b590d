import { createSecretKey } from 'node:crypto';
import { containerKeys } from '@concord/db/schema/system';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { decrypt, encrypt, UnknownKey } from './keyring.ts';

type Sealer = Pick<Context, 'tx' | 'services' | 'afterCommit'>;

/** The data key of a container (a thread, a person's drafts, a course's files), made when first needed. */
export async function dataKey(ctx: Sealer, containerId: string): Promise<Buffer> {
  const { keys } = ctx.services;
  const cached = keys.cached(containerId);
  if (cached) return cached;
  const known = await readKey(ctx, containerId);
  if (known) {
    keys.remember(containerId, known);
    return known;
  }
  await assertPresentKey(ctx);
  const { key, wrapped } = keys.create(containerId);
  const [made] = await ctx.tx
    .insert(containerKeys)
    .values({ containerId, wrapped, kekId: keys.kekId })
    .onConflictDoNothing()
    .returning({ containerId: containerKeys.containerId });
  const standing = made ? key : await readKey(ctx, containerId);
  if (!standing) throw new Error('A container key vanished while it was made.');
  // Not before commit: a transaction that fails takes its key with it.
  ctx.afterCommit(() => keys.remember(containerId, standing));
  return standing;
}

/** Seals a text under its container's key; `aad` names what it is, so that it opens nowhere else. */
export async function sealFor(ctx: Sealer, containerId: string, text: string, aad: string): Promise<Buffer> {
  return encrypt(await dataKey(ctx, containerId), Buffer.from(text, 'utf8'), aad);
}

/** Seals several texts of a container; the key is fetched and made ready once for all of them. */
export async function sealerFor(
  ctx: Sealer,
  containerId: string,
): Promise<(text: string, aad: string) => Buffer> {
  const key = await dataKey(ctx, containerId);
  return (text, aad) => encrypt(key, Buffer.from(text, 'utf8'), aad);
}

/** Opens what was sealed in a container; the key is fetched and made ready once for all of it. */
export async function opener(
  ctx: Sealer,
  containerId: string,
): Promise<(sealed: Buffer, aad: string) => string> {
  const key = createSecretKey(await dataKey(ctx, containerId));
  return (sealed, aad) => decrypt(key, sealed, aad).toString('utf8');
}

/** Opens what was sealed in several containers: keys that are not at hand are fetched together. */
export async function openers(
  ctx: Sealer,
  containerIds: readonly string[],
): Promise<Map<string, (sealed: Buffer, aad: string) => string>> {
  const { keys } = ctx.services;
  const wanted = containerIds.filter((id) => !keys.cached(id));
  if (wanted.length > 0) {
    const rows = await ctx.tx
      .select({ id: containerKeys.containerId, wrapped: containerKeys.wrapped, kekId: containerKeys.kekId })
      .from(containerKeys)
      .where(inArray(containerKeys.containerId, wanted));
    for (const { id, wrapped, kekId } of rows) keys.remember(id, keys.unwrap(id, wrapped, kekId));
  }
  return new Map(
    containerIds.flatMap((id) => {
      const key = keys.cached(id);
      if (!key) return [];
      const ready = createSecretKey(key);
      return [[id, (sealed, aad) => decrypt(ready, sealed, aad).toString('utf8')]];
    }),
  );
}

/**
 * Refuses to make a key where none is left under one that this process has: it slept through a rotation, and what it made
 * would be under a key that may be dropped (docs/decisions/0039).
 */
async function assertPresentKey({ tx, services }: Sealer): Promise<void> {
  const known = sql.param(services.keys.known, undefined);
  const [row] = await tx.execute<{ other: string | null }>(sql`select (
    select kek_id from ${containerKeys}
    where not exists (select 1 from ${containerKeys} own where own.kek_id = any(${known}::text[])) limit 1) as other`);
  if (row?.other) throw new UnknownKey(row.other);
}

async function readKey(ctx: Sealer, containerId: string): Promise<Buffer | undefined> {
  const [row] = await ctx.tx
    .select({ wrapped: containerKeys.wrapped, kekId: containerKeys.kekId })
    .from(containerKeys)
    .where(eq(containerKeys.containerId, containerId));
  return row && ctx.services.keys.unwrap(containerId, row.wrapped, row.kekId);
}
