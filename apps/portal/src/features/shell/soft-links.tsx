'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { softPath } from './soft-path.ts';

/** Opens the links of the whole page in place, and marks the pressed one while its page is on its way. */
export function SoftLinks() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const pressed = useRef<HTMLAnchorElement | null>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>('a[href]');
      const path = link ? softPath(event, link, window.location) : null;
      if (!link || path === null) return;
      event.preventDefault();
      pressed.current?.removeAttribute('data-pending');
      pressed.current = link;
      link.setAttribute('data-pending', '');
      startTransition(() => router.push(path));
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [router]);

  useEffect(() => {
    if (!pending) pressed.current?.removeAttribute('data-pending');
  }, [pending]);

  return null;
}
