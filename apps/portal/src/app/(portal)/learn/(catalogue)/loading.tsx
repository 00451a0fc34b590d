import { PageSkeleton } from '#components/page-skeleton.tsx';

/** Shown while the catalogue is on its way; not above a course, which can be "not found". */
export default function Loading() {
  return <PageSkeleton />;
}
