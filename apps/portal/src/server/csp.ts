import { randomBytes } from 'node:crypto';

/** A fresh nonce: 128 random bits, in base64. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64');
}

type PortalPolicy = { nonce: string; contentOrigin: string; dev: boolean };

/**
 * The content security policy of a portal page. Scripts and style elements pass by nonce;
 * style attributes are allowed by docs/decisions/0003. Development adds what Next's hot reload needs.
 */
export function portalPolicy({ nonce, contentOrigin, dev }: PortalPolicy): string {
  const byNonce = `'self' 'nonce-${nonce}'`;
  return serialise({
    'default-src': "'none'",
    'script-src': `${byNonce} 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // Next's overlay for errors in development writes style elements without the nonce.
    'style-src': dev ? "'self' 'unsafe-inline'" : byNonce,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': dev ? "'self' ws: wss:" : "'self'",
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'media-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-src': contentOrigin,
    'frame-ancestors': "'none'",
    'object-src': "'none'",
  });
}

/** The policy of answers that are no page (data, files, errors): nothing may run or be fetched from them. */
export const closedPolicy = serialise({
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  sandbox: '',
});

function serialise(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');
}
