import { useTranslations } from 'next-intl';
import type { Tone } from '#components/ui/tag.tsx';
import type { SeatRow } from './types.ts';

/** How a state of a request looks beside its words. */
export const seatTones: Readonly<Record<SeatRow['state'], Tone>> = {
  holds: 'good',
  waits: 'neutral',
  needsCoordinator: 'warn',
  needsDirector: 'warn',
  refused: 'bad',
  withdrawn: 'neutral',
};

/** A request in words: where it stands, and why. */
export function useSeatWords() {
  const t = useTranslations('seats');
  return {
    state: ({ state, position }: Pick<SeatRow, 'state' | 'position'>) =>
      t(`states.${state}`, { position: position ?? 0 }),
    why: ({ state, from, waits }: Pick<SeatRow, 'state' | 'from' | 'waits'>) => {
      if (from) return t(`from.${from}`);
      if (waits) return t(`waits.${waits}`);
      return state === 'holds' || state === 'waits' ? '' : t(`next.${state}`);
    },
  };
}
