import { NotFoundState } from '#components/not-found-state.tsx';

/** The same words as outside, with the navigation still at hand. */
export default function NotFound() {
  return <NotFoundState />;
}
