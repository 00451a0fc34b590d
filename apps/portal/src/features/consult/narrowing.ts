import { combine, dominates } from '@concord/api/marking/rules';
import { asInput } from './marking-input.ts';
import type { Marking, MarkingInput } from './types.ts';

/**
 * The marking something needs once it holds words of this source too: its own where that is narrow enough, else both
 * together. Null where nobody may read both.
 */
export function narrowedTo(own: MarkingInput, source: Marking): MarkingInput | null {
  const [mine, theirs] = [whole(own), whole(asInput(source))];
  if (dominates(mine, theirs)) return own;
  const both = combine([mine, theirs], '');
  if (!both) return null;
  const { level, releasableTo, onlyFor, caveats } = both;
  return { level, releasableTo: [...releasableTo], onlyFor: [...onlyFor], caveats: [...caveats] };
}

const whole = (input: MarkingInput) => ({
  level: input.level,
  releasableTo: input.releasableTo,
  onlyFor: input.onlyFor ?? [],
  caveats: input.caveats ?? [],
  originator: '',
});
