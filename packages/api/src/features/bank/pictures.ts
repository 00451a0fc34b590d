import type { Context } from '../../context.ts';
import { fieldError } from '../../errors.ts';
import { storeFile } from '../../storage/store.ts';

/** The one container of the bank's pictures: a question may be asked in many courses. */
export const BANK_CONTAINER = '00000000-0000-7000-8000-000000000b4e';
const TAKEN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/** Keeps a picture for questions; the same bytes again are the same file. */
export async function keepPicture(ctx: Context, { name, bytes }: { name: string; bytes: Uint8Array }) {
  const file = await storeFile(ctx, {
    container: 'bank',
    containerId: BANK_CONTAINER,
    name,
    bytes,
    createdBy: ctx.actor?.personId,
  });
  if (!TAKEN.includes(file.mediaType)) throw fieldError('content', 'bank.pictureKind');
  return { fileId: file.id };
}
