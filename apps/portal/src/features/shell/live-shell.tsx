'use client';

import { useRouter } from 'next/navigation';
import { useLive } from '#realtime/use-live.ts';

/** Keeps the counts of the navigation and the bell true while a page stays open. */
export function LiveShell() {
  const router = useRouter();
  useLive('notifications', () => router.refresh());
  return null;
}
