'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

/** Closes what hangs open over the page when another page comes: the frame around it stays. */
export function ClosePopovers() {
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what sets it off
  useEffect(() => {
    for (const open of document.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover();
  }, [pathname]);

  return null;
}
