import { attribution } from './texts/attribution.ts';
import { cableResilience } from './texts/cable-resilience.ts';
import { credentialTerms } from './texts/credential-terms.ts';
import { ransomDemands } from './texts/ransom-demands.ts';
import { ransomGuidance } from './texts/ransom-guidance.ts';
import { repairShips } from './texts/repair-ships.ts';
import type { TextSeed } from './texts/types.ts';

/** Every text of the demo. */
export const texts: readonly TextSeed[] = [
  cableResilience,
  attribution,
  ransomDemands,
  repairShips,
  credentialTerms,
  ransomGuidance,
];
