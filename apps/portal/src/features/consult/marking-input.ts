import type { Marking, MarkingInput } from './types.ts';

/** A marking as the API takes it, with what is not chosen here kept as it is. */
export function asInput(marking: Marking): MarkingInput {
  return {
    level: marking.level,
    releasableTo: marking.releasableTo,
    onlyFor: marking.onlyFor.map((party) => party.id),
    caveats: marking.caveats,
  };
}
