'use client';

import { useRouter } from 'next/navigation';
import { useLive } from '#realtime/use-live.ts';

/** Keeps what is shown about a thread true while it is open. */
export function LiveAbout({ threadId }: { threadId: string }) {
  const router = useRouter();
  useLive(`thread:${threadId}`, () => router.refresh());
  return null;
}
