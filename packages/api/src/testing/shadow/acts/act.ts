import { newId } from '@concord/db/ids';
import { inTransaction } from '../../../context.ts';
import { storeFile } from '../../../storage/store.ts';
import { servicesOf } from '../../caller.ts';
import type { Api, World } from '../worlds.ts';

/**
 * What one world has and the other lacks. `within` is done in the one, `without`, if there is any, in the other: the same
 * without what may not be read. `told` names people who may read it, each with a word that they find somewhere.
 */
export interface Act {
  what: string;
  told: readonly (readonly [reader: string, word: string])[];
  within: (world: World) => Promise<unknown>;
  without?: (world: World) => Promise<unknown>;
}

/** The id of a row by something that is known of it. */
export async function idOf({ test }: World, sql: string): Promise<string> {
  const [row] = await test.worker.sql.unsafe(sql);
  return String(row?.id);
}

export const command = () => ({ commandId: newId() });
/** A marking for these parties alone. */
export async function only(world: World, level: number, ...codes: string[]) {
  const ids = codes.map((code) => idOf(world, `select id from party where code = '${code}'`));
  return { level, releasableTo: await Promise.all(ids) };
}

/** A file that somebody has brought and not yet attached; its id. */
export async function bring(world: World, key: string, name: string): Promise<string> {
  const { id } = world.person(key);
  const file = {
    container: 'person',
    containerId: id,
    createdBy: id,
    name,
    bytes: Buffer.from('zephyr'),
  } as const;
  const stored = await inTransaction(servicesOf(world.test), await world.request(key), (ctx) =>
    storeFile(ctx, file),
  );
  return stored.id;
}

/** Something that somebody does alone, and finds again by its name. */
export const act = (
  what: string,
  within: (world: World, by: Api) => Promise<unknown>,
  { reader = 'nor-delegate', by = reader }: { reader?: string; by?: string } = {},
): Act => ({
  what,
  told: [[reader, `zephyr-${what}`]],
  within: async (world) => within(world, await world.as(by)),
});
