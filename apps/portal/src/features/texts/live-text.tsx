'use client';

import { useRouter } from 'next/navigation';
import { useLive } from '#realtime/use-live.ts';

/** Keeps an open text room true: fetches again when the text, or what stands beside it, changed. */
export function LiveText({ textId }: { textId: string }) {
  const router = useRouter();
  useLive(`text:${textId}`, () => router.refresh());
  return null;
}
