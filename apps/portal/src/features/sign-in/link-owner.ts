import 'server-only';
import { codeOf } from '#trpc/forward-errors.ts';
import { directApi } from '#trpc/server.ts';

/** Whose link this is, or null when it is dead for whatever reason. */
export async function linkOwner(purpose: 'invitation' | 'reset', token: string) {
  const { account } = await directApi();
  try {
    return await account[purpose]({ token });
  } catch (error) {
    if (['NOT_FOUND', 'BAD_REQUEST'].includes(codeOf(error) ?? '')) return null;
    throw error;
  }
}
