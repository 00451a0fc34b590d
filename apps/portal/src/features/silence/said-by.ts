import type { Nation, Run } from './types.ts';

export type SaidUnderSilence = 'broke' | 'noObjection' | 'bySilence' | 'nothing';

/** What a nation is shown to have said: before the end its silence is nothing at all, after it no objection. */
export function saidBy({ id, noObjection }: Pick<Nation, 'id' | 'noObjection'>, run: Run): SaidUnderSilence {
  const broke = run.events.some(
    ({ kind, live, author }) => kind === 'break' && live && author?.nation?.id === id,
  );
  if (broke) return 'broke';
  if (noObjection) return 'noObjection';
  return run.state === 'adopted' ? 'bySilence' : 'nothing';
}
