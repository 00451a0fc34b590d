import type { ServerResponse } from 'node:http';

const ONE_YEAR = 31_536_000;

const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'browsing-topics',
];

/** Pages that may use one of them: the door of an exercise reads badges by the camera of its device. */
const ALLOWED: readonly { page: RegExp; permission: string }[] = [
  { page: /^\/exercise\/[^/]+\/door$/, permission: 'camera' },
];

function permissionsOf(pathname: string): string {
  const may = (name: string) =>
    ALLOWED.some(({ page, permission }) => permission === name && page.test(pathname));
  return PERMISSIONS.map((name) => `${name}=(${may(name) ? 'self' : ''})`).join(', ');
}

type Options = { https: boolean; policy: string; pathname: string };

/** Headers that every answer of the portal carries, pages, data and errors alike. */
export function securityHeaders(options: Options): Record<string, string> {
  const headers: Record<string, string> = {
    'Content-Security-Policy': options.policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': permissionsOf(options.pathname),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'X-DNS-Prefetch-Control': 'off',
  };
  if (options.https) headers['Strict-Transport-Security'] = `max-age=${ONE_YEAR}; includeSubDomains`;
  return headers;
}

/** Hashed files of the build are the only thing a cache may keep; everything else belongs to one person. */
export function cachePolicy(pathname: string, dev: boolean): string {
  if (dev) return 'no-store';
  if (pathname.startsWith('/_next/static/')) return `public, max-age=${ONE_YEAR}, immutable`;
  if (PUBLIC_FILES.has(pathname)) return 'public, max-age=3600';
  return 'private, no-store';
}

const PUBLIC_FILES = new Set(['/icon.svg', '/favicon.ico', '/live-worker.js', '/manifest.webmanifest']);

/**
 * Puts headers on an answer so that whoever writes it later cannot weaken them: Next sets a
 * Cache-Control of its own on pages, and that one must not win over "private, no-store".
 */
export function holdHeader(response: ServerResponse, name: string, value: string): void {
  const original = response.setHeader.bind(response);
  original(name, value);
  const held = name.toLowerCase();
  response.setHeader = (key, next) => (key.toLowerCase() === held ? response : original(key, next));
}
