/**
 * Where a request asked under another name than the portal's own is sent, or null when it came by the right name.
 * One name keeps cookies, origins and the content origin apart as they are meant to be.
 */
export function redirectToOwnName(
  request: { host: string | undefined; path: string },
  portalUrl: URL,
): string | null {
  if (isHealth(request.path)) return null;
  if (request.host !== undefined && request.host.toLowerCase() === portalUrl.host) return null;
  return new URL(safePath(request.path), portalUrl).href;
}

/** Health is asked by machines that know the process by an address and not by its name. */
function isHealth(path: string): boolean {
  return path === '/api/health' || path.startsWith('/api/health/') || path.startsWith('/api/health?');
}

/** A path that cannot leave the portal: `//elsewhere` and absolute forms become plain paths. */
function safePath(path: string): string {
  return `/${path.replace(/^[/\\]+/, '').replace(/[\r\n]/g, '')}`;
}
