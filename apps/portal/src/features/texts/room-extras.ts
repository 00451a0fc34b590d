import type { serverApi } from '#trpc/server.ts';
import type { Compilation, Version } from './types.ts';
import type { View } from './views.ts';

/** What a view shows besides the words of one version. */
export type Extras = { compilation: Compilation | null; versions: Version[] | null };

/** Asks for what the view needs, and for nothing else. */
export async function extrasFor(
  api: Awaited<ReturnType<typeof serverApi>>,
  textId: string,
  view: View,
): Promise<Extras> {
  return {
    compilation: view === 'amendments' ? await api.texts.amendments({ textId }) : null,
    versions: view === 'versions' ? await api.texts.versions({ textId }) : null,
  };
}
