'use client';

import { useRouter } from 'next/navigation';
import { useLive } from '#realtime/use-live.ts';

/** Shows what other planners change as they do. */
export function LiveInjects({ exerciseId }: { exerciseId: string }) {
  const router = useRouter();
  useLive(`exercise-staff:${exerciseId}`, () => router.refresh());
  return null;
}
