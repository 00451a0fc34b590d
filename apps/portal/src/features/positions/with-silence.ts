import { gridKey } from '@concord/api/features/positions/rules';
import { saidBy } from '#features/silence/said-by.ts';
import type { Run } from '#features/silence/types.ts';
import type { GridMark, NationStanding, Standings } from './types.ts';

/** Where a nation has said nothing of the version itself. */
const UNSAID: ReadonlySet<GridMark> = new Set(['silent', 'stale']);

/**
 * The standings with what silence over the version shown makes of them: who broke it stands as that, as far as the reader
 * is told; once it is adopted, who said nothing has no objection by silence.
 */
export function withSilence(standings: Standings, run: Run | null): Standings {
  if (run === null || run.version.id !== standings.versionId) return standings;
  const nations = standings.nations.map((one) => ({ ...one, mark: markUnder(run, one) }));
  return { ...standings, nations, key: gridKey(nations) };
}

function markUnder(run: Run, { party, mark }: NationStanding): GridMark {
  const bound = run.nations.find(({ id }) => id === party.id);
  const said = bound ? saidBy(bound, run) : 'nothing';
  if (said === 'broke') return said;
  return said === 'bySilence' && UNSAID.has(mark) ? said : mark;
}
