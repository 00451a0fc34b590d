import type { IncomingMessage, ServerResponse } from 'node:http';
import { locales } from '@concord/db/enums';
import { newId } from '@concord/db/ids';
import type { RequestInfo } from '../context.ts';
import type { Services } from '../services.ts';

/** One of the API's own endpoints. */
export type Endpoint = (services: Services, req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** What a request says of itself; the portal's server has already put its id and the caller's address in place. */
export function requestInfo(services: Services, req: IncomingMessage): RequestInfo {
  return {
    sessionToken: cookieOf(req, services.settings.cookies.session),
    requestId: one(req.headers['x-request-id']) ?? newId(),
    address: one(req.headers['x-forwarded-for']) ?? req.socket.remoteAddress ?? '',
    userAgent: one(req.headers['user-agent']) ?? null,
    chosenLocale: locales.find((locale) => locale === cookieOf(req, 'concord-locale')) ?? null,
    browserLocale: 'en',
  };
}

/** A cookie's value, or null. */
export function cookieOf(req: IncomingMessage, name: string): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return decode(pair.slice(at + 1).trim());
  }
  return null;
}

/** Whether a request that changes something comes from the portal's own pages, or from no browser at all. */
export function isOwnOrigin(services: Services, req: IncomingMessage): boolean {
  const origin = one(req.headers.origin);
  if (origin !== undefined) return origin === services.settings.url.origin;
  const site = one(req.headers['sec-fetch-site']);
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Answers with a small JSON body that no cache keeps. */
export function json(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
