'use client';

import { Button } from '#components/ui/button.tsx';

/** Opens the browser's own way to print. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button look="primary" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
