import { z } from 'zod';
import type { StrongWords } from '../settings/oidc.ts';

/** What Concord reads of a provider's answer: who it is about, and how they proved it there. */
export const providerClaims = z.object({
  iss: z.string().max(500),
  sub: z.string().min(1).max(255),
  auth_time: z.number().optional(),
  acr: z.string().optional(),
  amr: z.array(z.string()).optional(),
});
export type ProviderClaims = z.infer<typeof providerClaims>;

/** 2 when the answer carries a word that the operator trusts to mean two factors, else 1. */
export function provenStrength({ amr = [], acr }: ProviderClaims, strong: StrongWords): 1 | 2 {
  const byMethod = amr.some((word) => strong.amr.includes(word));
  return byMethod || (acr !== undefined && strong.acr.includes(acr)) ? 2 : 1;
}

/** When the person last proved who they are at the provider; long ago where it does not say. */
export function provenAt({ auth_time }: ProviderClaims, now: Date): Date {
  return new Date(Math.min((auth_time ?? 0) * 1000, now.getTime()));
}

/** One spelling of an issuer: with or without a slash at its end it is the same. */
export function issuerOf({ iss }: Pick<ProviderClaims, 'iss'>): string {
  return iss.replace(/\/$/, '');
}
