import 'server-only';
import { getTranslations } from 'next-intl/server';

/** The words for what the address says went wrong; of an unknown word of the address nothing is shown. */
export async function refusalWords(error: string | string[] | undefined): Promise<string | null> {
  if (typeof error !== 'string') return null;
  const t = await getTranslations('errors.oidc');
  const key = error.replace(/^oidc\./, '') as 'failed';
  return t(error.startsWith('oidc.') && t.has(key) ? key : 'failed');
}
