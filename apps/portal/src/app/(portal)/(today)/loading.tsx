import { PageSkeleton } from '#components/page-skeleton.tsx';

/**
 * Shown while Today is on its way. Only here: a page that can be "not found" must answer so before anything of it
 * is sent, and a loading page above it would have sent "200 OK" already.
 */
export default function Loading() {
  return <PageSkeleton />;
}
