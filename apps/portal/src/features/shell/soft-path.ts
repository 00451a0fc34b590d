type Press = Pick<MouseEvent, 'defaultPrevented' | 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>;
type Anchor = Pick<HTMLAnchorElement, 'target' | 'origin' | 'pathname' | 'search' | 'hash' | 'hasAttribute'>;
type Here = Pick<Location, 'origin' | 'pathname' | 'search'>;

/** Where a pressed link leads inside the portal; null when the browser is to follow it by itself. */
export function softPath(press: Press, link: Anchor, here: Here): string | null {
  if (press.defaultPrevented || press.button !== 0) return null;
  if (press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return null;
  if ((link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return null;
  if (link.origin !== here.origin || link.pathname.startsWith('/api/')) return null;
  const samePage = link.pathname === here.pathname && link.search === here.search;
  if (samePage && link.hash !== '') return null;
  return link.pathname + link.search + link.hash;
}
