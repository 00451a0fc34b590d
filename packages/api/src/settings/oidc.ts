import { z } from 'zod';
import { isLoopback } from './cookies.ts';
import { address, type Fields } from './fields.ts';

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

/** What a provider's answer must say for its sign-in to count as two factors. */
export type StrongWords = { amr: string[]; acr: string[] };

/** A national or corporate identity provider. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  /** How the provider signs its answers. */
  algorithm: (typeof algorithms)[number];
  strong: StrongWords;
}

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];

/** Sign-in by an identity provider needs its three settings together. */
export function readOidc(fields: Fields): OidcSettings | undefined {
  const missing = NAMES.filter((name) => !fields.has(name));
  if (missing.length === NAMES.length) return undefined;
  for (const name of missing) fields.report(name, `${name} is missing: ${NAMES.join(', ')} belong together.`);
  const issuer = fields.read(
    'OIDC_ISSUER',
    address('https:', 'http:').refine(isSafe),
    'the https address of the identity provider (http only on this machine)',
  );
  const clientId = fields.read('OIDC_CLIENT_ID', z.string(), 'the client id given by the identity provider');
  const clientSecret = fields.secret(
    'OIDC_CLIENT_SECRET',
    z.string(),
    'the client secret given by the identity provider',
  );
  const algorithm = fields.read('OIDC_ALGORITHM', z.enum(algorithms), `one of ${algorithms.join(', ')}`);
  const strong = fields.read(
    'OIDC_STRONG',
    strongWords,
    'words such as amr:mfa acr:https://id.example/two-factors, separated by spaces',
  );
  if (!issuer || !clientId || !clientSecret) return undefined;
  return {
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    clientSecret,
    name: fields.read('OIDC_NAME', shortName, 'a name of at most 60 characters') ?? new URL(issuer).hostname,
    algorithm: algorithm ?? 'RS256',
    strong: strong ?? { amr: [], acr: [] },
  };
}

const shortName = z.string().max(60);

const strongWords = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((words) => words.every((word) => /^a[mc]r:./.test(word)))
  .transform((words): StrongWords => {
    const of = (start: string) =>
      words.filter((word) => word.startsWith(start)).map((word) => word.slice(start.length));
    return { amr: of('amr:'), acr: of('acr:') };
  });

function isSafe(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && (url.protocol === 'https:' || isLoopback(url.hostname));
}
