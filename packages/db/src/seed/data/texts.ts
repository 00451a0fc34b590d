import { attribution } from './texts/attribution.ts';
import { cableResilience } from './texts/cable-resilience.ts';
import type { TextSeed } from './texts/types.ts';

/** Every text of the demo. */
export const texts: readonly TextSeed[] = [cableResilience, attribution];
