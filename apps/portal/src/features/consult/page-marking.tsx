import { use } from 'react';
import { insideExercise } from '#features/twins/inside.ts';
import { MarkedBanner } from './marked-banner.tsx';
import type { Marking } from './types.ts';

type Props = {
  marking: Marking | null | undefined;
  /** The page is about an exercise; inside one, every page is. */
  exercise?: boolean;
};

/** The banner of a page about something marked; where nothing on it is, the portal's own stands. */
export function PageMarking({ marking, exercise = false }: Props) {
  const inside = use(insideExercise());
  return <MarkedBanner marking={marking} exercise={exercise || inside} />;
}
