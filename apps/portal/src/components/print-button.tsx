'use client';

import { Button } from './ui/button.tsx';

/** Prints the page; without script the browser's own command does the same. */
export function PrintButton({ children }: { children: string }) {
  return <Button onClick={() => window.print()}>{children}</Button>;
}
