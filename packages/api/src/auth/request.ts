import type { Origin } from './sessions.ts';

/** A request's headers, as next-auth hands them over. */
export type Headers = Record<string, string | undefined>;

/** Where a request comes from. The server has settled the forwarded address before. */
export function originOf(headers: Headers): Origin {
  return {
    address: headers['x-forwarded-for']?.split(',')[0]?.trim() ?? '',
    userAgent: headers['user-agent'] ?? null,
    requestId: headers['x-request-id'] ?? '',
  };
}

/** The value of a cookie as the browser sent it. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}
