'use client';

import { useRouter } from 'next/navigation';
import { useLive } from '#realtime/use-live.ts';

/** Keeps a list of a course's questions true while it is open. */
export function LiveQuestions({ courseId }: { courseId: string }) {
  const router = useRouter();
  useLive(`questions:${courseId}`, () => router.refresh());
  return null;
}
