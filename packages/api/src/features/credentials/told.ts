import { newId } from '@concord/db/ids';
import { notifications } from '@concord/db/schema/system';
import type { Context } from '../../context.ts';

/** Leaves the holder a notice of what they earned, by the name of its course or path, and the way to it. */
export async function tellEarned(
  ctx: Context,
  personId: string,
  subjectId: string,
  titles: Readonly<Record<string, string>>,
): Promise<void> {
  const name = titles.en ?? Object.values(titles)[0] ?? '';
  const params = { name, nameFr: titles.fr ?? name, path: '/learn/credentials' };
  await ctx.tx
    .insert(notifications)
    .values({ id: newId(), personId, kind: 'credentialEarned', subjectId, params });
}

/** Leaves the holder a notice of what was taken back. */
export async function tellRevoked(ctx: Context, personId: string, subjectId: string): Promise<void> {
  await ctx.tx
    .insert(notifications)
    .values({ id: newId(), personId, kind: 'credentialRevoked', subjectId, params: {} });
}
