/** A link that may be shown: where it leads, and whether out of the portal. */
export type SafeLink = { href: string; external: boolean };

/** Everything a browser skips or trims when it looks for a scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const SKIPPED = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g;

/**
 * Answers a link as it may be shown, or null: http, https and mailto, and paths of our own.
 * Protocol-relative links, links with a user name in them and every other scheme are refused.
 */
export function safeLink(href: string, ownOrigin?: string): SafeLink | null {
  const bare = href.replace(SKIPPED, '');
  if (bare === '') return null;
  if (/^[#?]/.test(bare)) return { href: bare, external: false };
  if (bare.startsWith('/')) return ownPath(bare);
  if (!/^(?:https?:\/\/|mailto:)/i.test(bare)) return null;
  const url = URL.parse(href.trim());
  if (url === null || url.username !== '' || url.password !== '') return null;
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
  return { href: url.href, external: url.protocol !== 'mailto:' && url.origin !== ownOrigin };
}

/** A path of ours must still be ours after a browser has resolved it. */
function ownPath(path: string): SafeLink | null {
  const base = 'https://own.invalid';
  const url = URL.parse(path, base);
  if (url === null || url.origin !== base || /^\/(?:[/\\]|%5c|%2f)/i.test(path)) return null;
  const resolved = `${url.pathname}${url.search}${url.hash}`;
  return resolved.startsWith('//') ? null : { href: resolved, external: false };
}
