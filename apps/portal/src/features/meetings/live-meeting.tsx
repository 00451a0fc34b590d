'use client';

import { useRouter } from 'next/navigation';
import { useLive } from '#realtime/use-live.ts';

/** Keeps an open meeting true: fetches again when something of it that the person may read changed. */
export function LiveMeeting({ meetingId }: { meetingId: string }) {
  const router = useRouter();
  useLive(`meeting:${meetingId}`, () => router.refresh());
  return null;
}
