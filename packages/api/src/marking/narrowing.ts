import { dominates, type Marking, partiesOf } from './rules.ts';

/** Why a marking cannot take another's place as a narrower one; null when it can. */
export function narrowingProblem(now: Marking, wanted: Marking): 'widens' | 'same' | 'originatorOut' | null {
  if (!dominates(wanted, now)) return 'widens';
  if (dominates(now, wanted)) return 'same';
  return partiesOf(wanted).includes(now.originator) ? null : 'originatorOut';
}
