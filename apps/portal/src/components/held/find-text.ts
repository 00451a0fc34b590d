import { type HeldText, heldTexts } from './texts.ts';

/** So many texts a browser remembers: more than ten of the longest pages. */
const MOST = 1_000;

/** What this browser has shown so far, by digest, the oldest first: a page that is gone back to names its texts alone. */
const shown = new Map<string, string>();

/**
 * The HTML of a text. On the server as it was held; in a browser as it was shown before, so that what says the same stays
 * the same string, as it was carried, or as it stands in the document under this id. Null where it is nowhere.
 */
export function findText({ digest, html }: HeldText, id: string): string | null {
  if (typeof document === 'undefined') return html ?? heldTexts()?.get(digest) ?? null;
  const known = shown.get(digest);
  if (known !== undefined) return known;
  const found = html ?? document.getElementById(id)?.innerHTML ?? null;
  if (found !== null) remember(digest, found);
  return found;
}

function remember(digest: string, html: string): void {
  shown.set(digest, html);
  const [oldest] = shown.keys();
  if (shown.size > MOST && oldest !== undefined) shown.delete(oldest);
}
